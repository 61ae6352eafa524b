package io.github.milvusspring.data.query;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.UnaryOperator;

import io.github.milvusspring.data.query.Predicate.Operator;
import io.github.milvusspring.data.query.Predicate.Place;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of one property, of what is found in it, or of a number computed from
 * it. Every method names the Milvus expression it stands for.
 *
 * <p>
 * A value is compared with the property as its field's type demands; an
 * {@link java.time.Instant}, {@link java.time.OffsetDateTime} or
 * {@link java.time.ZonedDateTime} is {@code ISO '2026-01-01T00:00:00Z'}.
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
	 * The property equals a value: {@code price == 10}.
	 * @param value the value, or a {@link Filter#field}; {@code null} asks for null
	 * @return the filter
	 */
	public Filter is(@Nullable Object value) {
		return (value != null) ? compare(Operator.EQ, value) : isNull();
	}

	/**
	 * The property has a value, and another one: {@code price != 10}.
	 * @param value the value, or a {@link Filter#field}; {@code null} asks for any value
	 * @return the filter
	 */
	public Filter isNot(@Nullable Object value) {
		return (value != null) ? compare(Operator.NE, value) : isNotNull();
	}

	/**
	 * The property is less than a value: {@code price < 10}.
	 * @param value the value, or a {@link Filter#field}
	 * @return the filter
	 */
	public Filter lt(Object value) {
		return compare(Operator.LT, value);
	}

	/**
	 * The property is less than or equal to a value: {@code price <= 10}.
	 * @param value the value, or a {@link Filter#field}
	 * @return the filter
	 */
	public Filter lte(Object value) {
		return compare(Operator.LE, value);
	}

	/**
	 * The property is greater than a value: {@code price > 10}.
	 * @param value the value, or a {@link Filter#field}
	 * @return the filter
	 */
	public Filter gt(Object value) {
		return compare(Operator.GT, value);
	}

	/**
	 * The property is greater than or equal to a value: {@code price >= 10}.
	 * @param value the value, or a {@link Filter#field}
	 * @return the filter
	 */
	public Filter gte(Object value) {
		return compare(Operator.GE, value);
	}

	/**
	 * The property is between two values, both included:
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
	 * The property is one of some values: {@code price in [1, 2]}.
	 * @param values the values; without any, no row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter in(Object... values) {
		return in(Arrays.asList(required(values)));
	}

	/**
	 * The property is one of some values: {@code price in [1, 2]}, or comparisons with
	 * each where only a field can be in a list.
	 * @param values the values; without any, no row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter in(Collection<?> values) {
		return said(required(values).isEmpty() ? Filter.none() : new Predicate.In(term(), known(values)));
	}

	/**
	 * The property has a value that is none of some values: {@code price not in [1, 2]}.
	 * @param values the values; without any, every row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter notIn(Collection<?> values) {
		return said(required(values).isEmpty() ? Filter.all() : new Predicate.In(term(), known(values)).not());
	}

	/**
	 * The text fits a pattern: {@code title like "a_c%"}. A percent sign stands for any
	 * text, an underscore for one character, a backslash takes either literally.
	 * @param pattern the pattern, written by a programmer
	 * @return the filter
	 */
	public Filter like(String pattern) {
		return said(LikePattern.of(required(pattern)).on(term()));
	}

	/**
	 * The text starts with a text: {@code title >= "ab" and title < "ac"}.
	 * @param prefix the text, taken literally
	 * @return the filter
	 */
	public Filter startsWith(String prefix) {
		return said(new Predicate.Like(term(), Place.START, required(prefix)));
	}

	/**
	 * The text ends with a text: {@code title like "%ab"}.
	 * @param suffix the text, taken literally
	 * @return the filter
	 */
	public Filter endsWith(String suffix) {
		return said(new Predicate.Like(term(), Place.END, required(suffix)));
	}

	/**
	 * The property has no value: {@code title is null}. Within JSON, on Milvus 2.6 and
	 * newer and on Milvus Lite.
	 * @return the filter
	 */
	public Filter isNull() {
		return said(new Predicate.Null(term(), true));
	}

	/**
	 * The property has a value: {@code title is not null}.
	 * @return the filter
	 */
	public Filter isNotNull() {
		return said(new Predicate.Null(term(), false));
	}

	/**
	 * The JSON document, or the row's dynamic fields, have such a value:
	 * {@code exists meta["a"]}.
	 * @return the filter
	 */
	public Filter exists() {
		return said(new Predicate.Exists(term()));
	}

	/**
	 * Goes on with the value of a key of a JSON object: {@code meta["a"]}. Full servers
	 * read no escapes there: they find no key that holds a backslash, or quotes of both
	 * kinds.
	 * @param key the key, taken literally
	 * @return the condition
	 */
	public Condition key(String key) {
		return of(new Term.Key(term(), required(key)));
	}

	/**
	 * Goes on with an element of an array: {@code tags[0]}.
	 * @param index the element's index from 0
	 * @return the condition
	 * @throws IllegalArgumentException when the index is negative
	 */
	public Condition at(int index) {
		return of(new Term.Element(term(), index));
	}

	/**
	 * Goes on with a sub-field of an array of structs, {@code chunks[page]}, or of one of
	 * its elements, {@code chunks[0][page]}. On Milvus 3.0.
	 * @param name the name of the sub-field
	 * @return the condition
	 */
	public Condition subField(String name) {
		return of(new Term.SubField(term(), required(name)));
	}

	/**
	 * Goes on with the number of an array's elements: {@code array_length(tags)}. Milvus
	 * Lite has it for fields only, not for JSON paths.
	 * @return the condition
	 */
	public Condition length() {
		return of(new Term.Length(term()));
	}

	/**
	 * Goes on with the sum of the property and a number: {@code price + 1}. Full servers
	 * take one operation, Milvus Lite any.
	 * @param number the number
	 * @return the condition
	 */
	public Condition plus(Number number) {
		return of(new Term.Arithmetic(term(), Term.Sign.PLUS, required(number)));
	}

	/**
	 * Goes on with the difference of the property and a number: {@code price - 1}. Full
	 * servers take one operation, Milvus Lite any.
	 * @param number the number
	 * @return the condition
	 */
	public Condition minus(Number number) {
		return of(new Term.Arithmetic(term(), Term.Sign.MINUS, required(number)));
	}

	/**
	 * Goes on with the product of the property and a number: {@code price * 2}. Full
	 * servers take one operation, Milvus Lite any.
	 * @param number the number
	 * @return the condition
	 */
	public Condition multiply(Number number) {
		return of(new Term.Arithmetic(term(), Term.Sign.MULTIPLY, required(number)));
	}

	/**
	 * Goes on with the quotient of the property and a number: {@code price / 2}. Full
	 * servers divide integers as integers, Milvus Lite as decimals.
	 * @param divisor the number
	 * @return the condition
	 * @throws IllegalArgumentException when the number is zero
	 */
	public Condition divide(Number divisor) {
		return of(new Term.Arithmetic(term(), Term.Sign.DIVIDE, required(divisor)));
	}

	/**
	 * Goes on with the remainder of a division of integers: {@code price % 2}. Milvus
	 * Lite has no remainders.
	 * @param divisor the number
	 * @return the condition
	 * @throws IllegalArgumentException when the number is zero
	 */
	public Condition modulo(long divisor) {
		return of(new Term.Arithmetic(term(), Term.Sign.MODULO, divisor));
	}

	/**
	 * Goes on with a time after the property's: {@code created + INTERVAL 'P3D'}.
	 * @param time how much time, in whole seconds
	 * @return the condition
	 */
	public Condition plus(Duration time) {
		return of(new Term.Arithmetic(term(), Term.Sign.PLUS, required(time)));
	}

	/**
	 * Goes on with a time before the property's: {@code created - INTERVAL 'P3D'}.
	 * @param time how much time, in whole seconds
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
