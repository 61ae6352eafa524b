package io.github.milvusspring.data.query;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.UnaryOperator;

import io.github.milvusspring.data.query.Predicate.Operator;
import io.github.milvusspring.data.query.Predicate.Place;
import org.jspecify.annotations.Nullable;

/**
 * Creates filters on one property, on a value inside it, or on a number computed from it.
 * The description of each method shows the Milvus expression that the method creates. A
 * full server is any Milvus server other than Milvus Lite.
 *
 * <p>
 * A value is written as the type of the property's field requires; an
 * {@link java.time.Instant}, {@link java.time.OffsetDateTime} or
 * {@link java.time.ZonedDateTime} is written as {@code ISO '2026-01-01T00:00:00Z'}.
 */
public final class Condition extends FunctionCondition {

	Condition(Term term) {
		this(term, UnaryOperator.identity());
	}

	Condition(Term term, UnaryOperator<Filter> combination) {
		super(term, combination);
	}

	private Condition of(Term term) {
		return new Condition(term, combination());
	}

	private Filter compare(Operator operator, Object value) {
		return said(new Predicate.Comparison(term(), operator, required(value)));
	}

	/**
	 * Tests whether the property equals a value: {@code price == 10}.
	 * @param value the value, or a {@link Filter#field}; {@code null} tests for null
	 * @return the filter
	 */
	public Filter is(@Nullable Object value) {
		return (value != null) ? compare(Operator.EQ, value) : isNull();
	}

	/**
	 * Tests whether the property is not null and differs from a value:
	 * {@code price != 10}.
	 * @param value the value, or a {@link Filter#field}; {@code null} tests whether there
	 * is a value
	 * @return the filter
	 */
	public Filter isNot(@Nullable Object value) {
		return (value != null) ? compare(Operator.NE, value) : isNotNull();
	}

	/**
	 * Tests whether the property is less than a value: {@code price < 10}.
	 * @param value the value, or a {@link Filter#field}
	 * @return the filter
	 */
	public Filter lt(Object value) {
		return compare(Operator.LT, value);
	}

	/**
	 * Tests whether the property is less than or equal to a value: {@code price <= 10}.
	 * @param value the value, or a {@link Filter#field}
	 * @return the filter
	 */
	public Filter lte(Object value) {
		return compare(Operator.LE, value);
	}

	/**
	 * Tests whether the property is greater than a value: {@code price > 10}.
	 * @param value the value, or a {@link Filter#field}
	 * @return the filter
	 */
	public Filter gt(Object value) {
		return compare(Operator.GT, value);
	}

	/**
	 * Tests whether the property is greater than or equal to a value:
	 * {@code price >= 10}.
	 * @param value the value, or a {@link Filter#field}
	 * @return the filter
	 */
	public Filter gte(Object value) {
		return compare(Operator.GE, value);
	}

	/**
	 * Tests whether the property is between two values, both included:
	 * {@code price >= 1 and price <= 9}.
	 * @param low the smallest value
	 * @param high the largest value
	 * @return the filter
	 */
	public Filter between(Object low, Object high) {
		Filter from = new Predicate.Comparison(term(), Operator.GE, required(low));
		return said(from.and(new Predicate.Comparison(term(), Operator.LE, required(high))));
	}

	/**
	 * Tests whether the property is one of some values: {@code price in [1, 2]}.
	 * @param values the values; without any, no row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter in(Object... values) {
		return in(Arrays.asList(required(values)));
	}

	/**
	 * Tests whether the property is one of some values: {@code price in [1, 2]}, or
	 * comparisons with each value if the term cannot be used with a list.
	 * @param values the values; without any, no row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter in(Collection<?> values) {
		return said(required(values).isEmpty() ? Filter.none() : new Predicate.In(term(), known(values)));
	}

	/**
	 * Tests whether the property has a value that is none of some values:
	 * {@code price not in [1, 2]}.
	 * @param values the values; without any, every row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter notIn(Collection<?> values) {
		return said(required(values).isEmpty() ? Filter.all() : new Predicate.In(term(), known(values)).not());
	}

	/**
	 * Tests whether the text matches a pattern: {@code title like "a_c%"}. A percent sign
	 * matches any text, an underscore one character; a backslash before either makes it
	 * literal.
	 * @param pattern the pattern, written by a programmer
	 * @return the filter
	 */
	public Filter like(String pattern) {
		return said(LikePattern.of(required(pattern)).on(term()));
	}

	/**
	 * Tests whether the text starts with another text:
	 * {@code title >= "ab" and title < "ac"}.
	 * @param prefix the text, taken literally
	 * @return the filter
	 */
	public Filter startsWith(String prefix) {
		return said(new Predicate.Like(term(), Place.START, required(prefix)));
	}

	/**
	 * Tests whether the text ends with another text: {@code title like "%ab"}.
	 * @param suffix the text, taken literally
	 * @return the filter
	 */
	public Filter endsWith(String suffix) {
		return said(new Predicate.Like(term(), Place.END, required(suffix)));
	}

	/**
	 * Tests whether the property is null: {@code title is null}. Within JSON, this
	 * requires Milvus 2.6 or newer, or Milvus Lite.
	 * @return the filter
	 */
	public Filter isNull() {
		return said(new Predicate.Null(term(), true));
	}

	/**
	 * Tests whether the property is not null: {@code title is not null}.
	 * @return the filter
	 */
	public Filter isNotNull() {
		return said(new Predicate.Null(term(), false));
	}

	/**
	 * Tests whether the JSON document, or the row's dynamic fields, contain the value:
	 * {@code exists meta["a"]}.
	 * @return the filter
	 */
	public Filter exists() {
		return said(new Predicate.Exists(term()));
	}

	/**
	 * Continues with the value of a key of a JSON object: {@code meta["a"]}. Full servers
	 * read no escapes in a key, so they find no key that contains a backslash, or quotes
	 * of both kinds.
	 * @param key the key, taken literally
	 * @return the condition
	 */
	public Condition key(String key) {
		return of(new Term.Key(term(), required(key)));
	}

	/**
	 * Continues with an element of an array: {@code tags[0]}.
	 * @param index the element's index from 0
	 * @return the condition
	 * @throws IllegalArgumentException when the index is negative
	 */
	public Condition at(int index) {
		return of(new Term.Element(term(), index));
	}

	/**
	 * Continues with a sub-field of an array of structs, {@code chunks[page]}, or of one
	 * of its elements, {@code chunks[0][page]}. Requires Milvus 3.0.
	 * @param name the name of the sub-field
	 * @return the condition
	 */
	public Condition subField(String name) {
		return of(new Term.SubField(term(), required(name)));
	}

	/**
	 * Continues with the number of an array's elements: {@code array_length(tags)}.
	 * Milvus Lite supports this for fields only, not for JSON paths.
	 * @return the condition
	 */
	public Condition length() {
		return of(new Term.Length(term()));
	}

	/**
	 * Continues with the sum of the property and a number: {@code price + 1}. Full
	 * servers support one operation, Milvus Lite any number.
	 * @param number the number
	 * @return the condition
	 */
	public Condition plus(Number number) {
		return of(new Term.Arithmetic(term(), Term.Sign.PLUS, required(number)));
	}

	/**
	 * Continues with the difference of the property and a number: {@code price - 1}. Full
	 * servers support one operation, Milvus Lite any number.
	 * @param number the number
	 * @return the condition
	 */
	public Condition minus(Number number) {
		return of(new Term.Arithmetic(term(), Term.Sign.MINUS, required(number)));
	}

	/**
	 * Continues with the product of the property and a number: {@code price * 2}. Full
	 * servers support one operation, Milvus Lite any number.
	 * @param number the number
	 * @return the condition
	 */
	public Condition multiply(Number number) {
		return of(new Term.Arithmetic(term(), Term.Sign.MULTIPLY, required(number)));
	}

	/**
	 * Continues with the quotient of the property and a number: {@code price / 2}. For
	 * integers, full servers return an integer quotient, Milvus Lite a decimal one.
	 * @param divisor the number
	 * @return the condition
	 * @throws IllegalArgumentException when the number is zero
	 */
	public Condition divide(Number divisor) {
		return of(new Term.Arithmetic(term(), Term.Sign.DIVIDE, required(divisor)));
	}

	/**
	 * Continues with the remainder of a division of integers: {@code price % 2}. Milvus
	 * Lite does not support remainders.
	 * @param divisor the number
	 * @return the condition
	 * @throws IllegalArgumentException when the number is zero
	 */
	public Condition modulo(long divisor) {
		return of(new Term.Arithmetic(term(), Term.Sign.MODULO, divisor));
	}

	/**
	 * Continues with the property's time plus a duration:
	 * {@code created + INTERVAL 'P3D'}.
	 * @param time the duration, in whole seconds
	 * @return the condition
	 */
	public Condition plus(Duration time) {
		return of(new Term.Arithmetic(term(), Term.Sign.PLUS, required(time)));
	}

	/**
	 * Continues with the property's time minus a duration:
	 * {@code created - INTERVAL 'P3D'}.
	 * @param time the duration, in whole seconds
	 * @return the condition
	 */
	public Condition minus(Duration time) {
		return of(new Term.Arithmetic(term(), Term.Sign.MINUS, required(time)));
	}

	@Override
	public String toString() {
		return FilterWriter.describe(term());
	}

}
