package io.github.milvusspring.data.query;

import java.util.List;

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
