package io.github.milvusspring.data.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What can be said of one property.
 *
 * @param property the name of the property or of its field
 */
public record Condition(String property) {

	/**
	 * The property equals a value.
	 * @param value the value; {@code null} asks for null
	 * @return the filter
	 */
	public Filter is(@Nullable Object value) {
		return (value != null) ? new Filter.Comparison(this.property, Filter.Operator.EQ, value) : isNull();
	}

	/**
	 * The property has a value, and another one.
	 * @param value the value; {@code null} asks for any value
	 * @return the filter
	 */
	public Filter isNot(@Nullable Object value) {
		return (value != null) ? new Filter.Comparison(this.property, Filter.Operator.NE, value) : isNotNull();
	}

	/**
	 * The property is less than a value.
	 * @param value the value
	 * @return the filter
	 */
	public Filter lt(Object value) {
		return new Filter.Comparison(this.property, Filter.Operator.LT, value);
	}

	/**
	 * The property is less than or equal to a value.
	 * @param value the value
	 * @return the filter
	 */
	public Filter lte(Object value) {
		return new Filter.Comparison(this.property, Filter.Operator.LE, value);
	}

	/**
	 * The property is greater than a value.
	 * @param value the value
	 * @return the filter
	 */
	public Filter gt(Object value) {
		return new Filter.Comparison(this.property, Filter.Operator.GT, value);
	}

	/**
	 * The property is greater than or equal to a value.
	 * @param value the value
	 * @return the filter
	 */
	public Filter gte(Object value) {
		return new Filter.Comparison(this.property, Filter.Operator.GE, value);
	}

	/**
	 * The property is between two values, both included.
	 * @param low the smallest value
	 * @param high the largest value
	 * @return the filter
	 */
	public Filter between(Object low, Object high) {
		return gte(low).and(lte(high));
	}

	/**
	 * The property is one of some values.
	 * @param values the values; without any, no row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter in(Object... values) {
		return in(Arrays.asList(values));
	}

	/**
	 * The property is one of some values.
	 * @param values the values; without any, no row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter in(Collection<?> values) {
		return values.isEmpty() ? Filter.none() : new Filter.In(this.property, known(values), false);
	}

	/**
	 * The property has a value that is none of some values.
	 * @param values the values; without any, every row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter notIn(Collection<?> values) {
		return values.isEmpty() ? Filter.all() : new Filter.In(this.property, known(values), true);
	}

	private List<?> known(Collection<?> values) {
		for (Object value : values) {
			if (value == null) {
				throw new IllegalArgumentException("Property '" + this.property
						+ "' is compared with a list that holds null: use isNull() or isNotNull()");
			}
		}
		return List.copyOf(values);
	}

	/**
	 * The text starts with a text.
	 * @param prefix the text, taken literally
	 * @return the filter
	 */
	public Filter startsWith(String prefix) {
		return new Filter.Text(this.property, Filter.TextMatch.STARTS_WITH, prefix, false);
	}

	/**
	 * The text ends with a text.
	 * @param suffix the text, taken literally
	 * @return the filter
	 */
	public Filter endsWith(String suffix) {
		return new Filter.Text(this.property, Filter.TextMatch.ENDS_WITH, suffix, false);
	}

	/**
	 * The text contains a text, or the array an element.
	 * @param part the text or element, taken literally
	 * @return the filter
	 */
	public Filter contains(Object part) {
		return new Filter.Contains(this.property, part, false);
	}

	/**
	 * The property has no value.
	 * @return the filter
	 */
	public Filter isNull() {
		return new Filter.Null(this.property, true);
	}

	/**
	 * The property has a value.
	 * @return the filter
	 */
	public Filter isNotNull() {
		return new Filter.Null(this.property, false);
	}

}
