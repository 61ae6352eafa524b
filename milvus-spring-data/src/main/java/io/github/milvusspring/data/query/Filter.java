package io.github.milvusspring.data.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypedPropertyPath;
import org.springframework.util.Assert;

/**
 * A condition that chooses the rows of an operation. A filter is immutable, and a value
 * that comes from a user cannot change its structure.
 *
 * <p>
 * A null value satisfies no comparison, neither {@code is} nor {@code isNot}. Neither
 * does a JSON value that is missing or has another type than the value it is compared
 * with.
 * <p>
 * {@code toString()} returns the Milvus expression as it is written without knowledge of
 * the properties.
 */
public sealed interface Filter permits Predicate, Clause {

	/**
	 * Starts a filter on a property, a dynamic field, or a path into a JSON document such
	 * as {@code meta.sizes[0].width}. Use {@link Condition#key} for keys that contain
	 * dots or brackets.
	 * @param property the name of the property or of its field, or the path
	 * @return the start of a condition on the property
	 */
	static Condition where(String property) {
		return new Condition(Term.of(property));
	}

	/**
	 * Starts a filter on a property by its getter or record component:
	 * {@code where(Product::price)}.
	 * @param property the property
	 * @param <T> the type of the entity
	 * @param <P> the type of the property
	 * @return the start of a condition on the property
	 */
	static <T, P extends @Nullable Object> Condition where(TypedPropertyPath<T, P> property) {
		Assert.notNull(property, "Property must not be null");
		return where(property.toDotPath());
	}

	/**
	 * Starts a filter on the element itself, inside a filter on the elements of an array
	 * of scalars: {@code $}. Requires a server newer than the first release of Milvus
	 * 3.0.
	 * @return the start of a condition on the element
	 */
	static Condition element() {
		return new Condition(new Term.Property("$"));
	}

	/**
	 * Names a property to compare another one with:
	 * {@code where("price").lt(field("limit"))} is {@code price < limit}. Both properties
	 * must hold numbers, or both texts. Only Milvus Lite accepts JSON here.
	 * @return the property as an operand
	 */
	static Operand field(String property) {
		return Term.of(property);
	}

	/**
	 * Returns the filter that every row satisfies.
	 * @return the filter
	 */
	static Filter all() {
		return Clause.Constant.ALL;
	}

	/**
	 * Returns the filter that no row satisfies.
	 * @return the filter
	 */
	static Filter none() {
		return Clause.Constant.NONE;
	}

	/**
	 * Uses a Milvus expression as it is. Never insert text from a user into it; use
	 * {@link #where} for such text.
	 * @param expression the expression, not blank
	 * @return the filter
	 * @throws IllegalArgumentException when the expression is blank
	 */
	static Filter expression(String expression) {
		Assert.notNull(expression, "Expression must not be null");
		return new Clause.Expression(expression);
	}

	/**
	 * Chooses rows at random: {@code random_sample(0.1)}, on Milvus 2.6 and newer. A
	 * filter that is combined with it by {@code and} is applied before the rows are
	 * chosen. A random sample cannot be negated or combined by {@code or}.
	 * @param share the share of the rows, between 0 and 1
	 * @return the filter
	 * @throws IllegalArgumentException when the share is not between 0 and 1
	 */
	static Filter randomSample(double share) {
		return new Clause.Sample(share);
	}

	/**
	 * Uses a Milvus expression with parameters, such as
	 * {@code price < :max and tenant == :tenant}. Each value is written as a literal of
	 * the field that it is compared with, so text from a user is safe as a value.
	 * @param template the expression, with a parameter {@code :name} for each value; it
	 * names fields, not properties
	 * @param values the values by parameter name: each is a value as the compared field
	 * stores it, or a list of such values
	 * @return the filter
	 * @throws IllegalArgumentException when the expression cannot be parsed, a parameter
	 * has no value, or a value has no parameter
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when a value is
	 * {@code null}, or a divisor is zero
	 */
	static Filter expression(String template, Map<String, ?> values) {
		Assert.notNull(template, "Template must not be null");
		Assert.notNull(values, "Values must not be null");
		FilterTemplate parsed = FilterTemplate.of(template);
		if (!values.keySet().equals(Set.copyOf(parsed.names()))) {
			throw new IllegalArgumentException("The filter expression '" + template + "' has places for "
					+ parsed.names() + ", and the values are those of " + values.keySet());
		}
		return parsed.bind(values::get);
	}

	/**
	 * Combines any number of filters by {@code and}.
	 * @param filters the filters; without any, every row satisfies the result
	 * @return a filter of the rows that satisfy all of them
	 * @throws IllegalArgumentException when one of the filters is {@code null}
	 */
	static Filter allOf(Collection<? extends Filter> filters) {
		Assert.notNull(filters, "Filters must not be null");
		filters.forEach(Filter::required);
		return filters.isEmpty() ? all() : new Clause.And(List.copyOf(filters));
	}

	/**
	 * Combines any number of filters by {@code or}.
	 * @param filters the filters; without any, no row satisfies the result
	 * @return a filter of the rows that satisfy at least one of them
	 * @throws IllegalArgumentException when one of the filters is {@code null}
	 */
	static Filter anyOf(Collection<? extends Filter> filters) {
		Assert.notNull(filters, "Filters must not be null");
		filters.forEach(Filter::required);
		return filters.isEmpty() ? none() : new Clause.Or(List.copyOf(filters));
	}

	/**
	 * Combines two filters.
	 * @param other the other filter
	 * @return a filter of the rows that satisfy both
	 */
	default Filter and(Filter other) {
		return Clause.And.of(this, required(other));
	}

	/**
	 * Continues with a condition on a property, which a row must satisfy as well.
	 * Combinations are read from left to right: {@code a.or("b")….and("c")…} is
	 * {@code (a or b) and c}.
	 * @param property the name of the property or of its field, or a path
	 * @return the start of a condition on the property
	 */
	default Condition and(String property) {
		return new Condition(Term.of(property), this::and);
	}

	/**
	 * Continues with a condition on a property, which a row must satisfy as well.
	 * @param property the property
	 * @param <T> the type of the entity
	 * @param <P> the type of the property
	 * @return the start of a condition on the property
	 * @see #and(String)
	 */
	default <T, P extends @Nullable Object> Condition and(TypedPropertyPath<T, P> property) {
		Assert.notNull(property, "Property must not be null");
		return and(property.toDotPath());
	}

	/**
	 * Combines two filters.
	 * @param other the other filter
	 * @return a filter of the rows that satisfy one of them or both
	 */
	default Filter or(Filter other) {
		return Clause.Or.of(this, required(other));
	}

	/**
	 * Continues with a condition on a property, which a row may satisfy instead.
	 * Combinations are read from left to right: {@code a.and("b")….or("c")…} is
	 * {@code (a and b) or c}.
	 * @param property the name of the property or of its field, or a path
	 * @return the start of a condition on the property
	 */
	default Condition or(String property) {
		return new Condition(Term.of(property), this::or);
	}

	/**
	 * Continues with a condition on a property, which a row may satisfy instead.
	 * @param property the property
	 * @param <T> the type of the entity
	 * @param <P> the type of the property
	 * @return the start of a condition on the property
	 * @see #or(String)
	 */
	default <T, P extends @Nullable Object> Condition or(TypedPropertyPath<T, P> property) {
		Assert.notNull(property, "Property must not be null");
		return or(property.toDotPath());
	}

	/**
	 * Negates this filter.
	 * @return a filter of the rows for which this filter is false; a row whose value is
	 * null satisfies neither
	 */
	default Filter not() {
		return new Clause.Not(this);
	}

	private static Filter required(@Nullable Filter other) {
		if (other == null) {
			throw new IllegalArgumentException("A filter is combined with null: use Filter.all() or Filter.none()");
		}
		return other;
	}

}
