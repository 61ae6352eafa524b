package io.github.milvusspring.data.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which rows an operation is about: an immutable value whose parts no text of a user can
 * change.
 *
 * <p>
 * A null value satisfies no comparison, neither {@code is} nor {@code isNot}.
 */
public sealed interface Filter {

	/**
	 * Starts a filter on a property.
	 * @param property the name of the property or of its field
	 * @return what can be said of the property
	 */
	static Condition where(String property) {
		return new Condition(property);
	}

	/**
	 * Returns the filter that every row satisfies.
	 * @return the filter
	 */
	static Filter all() {
		return Constant.ALL;
	}

	/**
	 * Returns the filter that no row satisfies.
	 * @return the filter
	 */
	static Filter none() {
		return Constant.NONE;
	}

	/**
	 * Uses a Milvus expression as it is. Never put what a user typed into it: that is
	 * what {@link #where} is for.
	 * @param expression the expression, not blank
	 * @return the filter
	 * @throws IllegalArgumentException when the expression is blank
	 */
	static Filter expression(String expression) {
		return new Expression(expression);
	}

	/**
	 * Combines two filters.
	 * @param other the other filter
	 * @return a filter of the rows that satisfy both
	 */
	default Filter and(Filter other) {
		return new And(List.of(this, other));
	}

	/**
	 * Combines two filters.
	 * @param other the other filter
	 * @return a filter of the rows that satisfy one of them or both
	 */
	default Filter or(Filter other) {
		return new Or(List.of(this, other));
	}

	/**
	 * Negates this filter.
	 * @return a filter of the rows for which this filter is false; a row whose value is
	 * null satisfies neither
	 */
	default Filter not() {
		return new Not(this);
	}

	/**
	 * What can be said of one property.
	 *
	 * @param property the name of the property or of its field
	 */
	record Condition(String property) {

		/**
		 * The property equals a value.
		 * @param value the value; {@code null} asks for null
		 * @return the filter
		 */
		public Filter is(@Nullable Object value) {
			return (value != null) ? new Comparison(this.property, Operator.EQ, value) : isNull();
		}

		/**
		 * The property has a value, and another one.
		 * @param value the value; {@code null} asks for any value
		 * @return the filter
		 */
		public Filter isNot(@Nullable Object value) {
			return (value != null) ? new Comparison(this.property, Operator.NE, value) : isNotNull();
		}

		/**
		 * The property is less than a value.
		 * @param value the value
		 * @return the filter
		 */
		public Filter lt(Object value) {
			return new Comparison(this.property, Operator.LT, value);
		}

		/**
		 * The property is less than or equal to a value.
		 * @param value the value
		 * @return the filter
		 */
		public Filter lte(Object value) {
			return new Comparison(this.property, Operator.LE, value);
		}

		/**
		 * The property is greater than a value.
		 * @param value the value
		 * @return the filter
		 */
		public Filter gt(Object value) {
			return new Comparison(this.property, Operator.GT, value);
		}

		/**
		 * The property is greater than or equal to a value.
		 * @param value the value
		 * @return the filter
		 */
		public Filter gte(Object value) {
			return new Comparison(this.property, Operator.GE, value);
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
			return values.isEmpty() ? none() : new In(this.property, known(values), false);
		}

		/**
		 * The property has a value that is none of some values.
		 * @param values the values; without any, every row satisfies the filter
		 * @return the filter
		 * @throws IllegalArgumentException when one of the values is {@code null}
		 */
		public Filter notIn(Collection<?> values) {
			return values.isEmpty() ? all() : new In(this.property, known(values), true);
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
			return new Text(this.property, TextMatch.STARTS_WITH, prefix, false);
		}

		/**
		 * The text ends with a text.
		 * @param suffix the text, taken literally
		 * @return the filter
		 */
		public Filter endsWith(String suffix) {
			return new Text(this.property, TextMatch.ENDS_WITH, suffix, false);
		}

		/**
		 * The text contains a text, or the array an element.
		 * @param part the text or element, taken literally
		 * @return the filter
		 */
		public Filter contains(Object part) {
			return new Contains(this.property, part, false);
		}

		/**
		 * The property has no value.
		 * @return the filter
		 */
		public Filter isNull() {
			return new Null(this.property, true);
		}

		/**
		 * The property has a value.
		 * @return the filter
		 */
		public Filter isNotNull() {
			return new Null(this.property, false);
		}

	}

	/** How a value is compared. */
	enum Operator {

		/** Equal. */
		EQ("=="),
		/** Not equal. */
		NE("!="),
		/** Less. */
		LT("<"),
		/** Less or equal. */
		LE("<="),
		/** Greater. */
		GT(">"),
		/** Greater or equal. */
		GE(">=");

		private final String symbol;

		Operator(String symbol) {
			this.symbol = symbol;
		}

		String symbol() {
			return this.symbol;
		}

		Operator negated() {
			return switch (this) {
				case EQ -> NE;
				case NE -> EQ;
				case LT -> GE;
				case LE -> GT;
				case GT -> LE;
				case GE -> LT;
			};
		}

	}

	/** Which end of a text is looked at. */
	enum TextMatch {

		/** The start. */
		STARTS_WITH,
		/** The end. */
		ENDS_WITH

	}

	/**
	 * A comparison with a value.
	 *
	 * @param property the property
	 * @param operator the comparison
	 * @param value the value
	 */
	record Comparison(String property, Operator operator, Object value) implements Filter {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/**
	 * Membership in a list of values.
	 *
	 * @param property the property
	 * @param values the values, at least one
	 * @param negated whether the value must not be in the list
	 */
	record In(String property, List<?> values, boolean negated) implements Filter {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/**
	 * A match of the start or the end of a text.
	 *
	 * @param property the property
	 * @param match which end
	 * @param text the text, taken literally
	 * @param negated whether it must not match
	 */
	record Text(String property, TextMatch match, String text, boolean negated) implements Filter {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/**
	 * A text within a text, or an element within an array.
	 *
	 * @param property the property
	 * @param part the text or element
	 * @param negated whether it must not be contained
	 */
	record Contains(String property, Object part, boolean negated) implements Filter {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/**
	 * A test for null.
	 *
	 * @param property the property
	 * @param expected whether null is asked for
	 */
	record Null(String property, boolean expected) implements Filter {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/**
	 * A Milvus expression as the programmer wrote it.
	 *
	 * @param text the expression
	 */
	record Expression(String text) implements Filter {

		public Expression {
			if (text.isBlank()) {
				throw new IllegalArgumentException("A filter expression cannot be blank: use Filter.all()");
			}
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

	/**
	 * All of some filters.
	 *
	 * @param parts the filters
	 */
	record And(List<Filter> parts) implements Filter {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/**
	 * Any of some filters.
	 *
	 * @param parts the filters
	 */
	record Or(List<Filter> parts) implements Filter {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/**
	 * The opposite of a filter.
	 *
	 * @param part the filter
	 */
	record Not(Filter part) implements Filter {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** Every row, or none. */
	enum Constant implements Filter {

		/** Every row. */
		ALL,
		/** No row. */
		NONE

	}

}
