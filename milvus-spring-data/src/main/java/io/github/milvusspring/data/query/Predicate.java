package io.github.milvusspring.data.query;

import java.util.List;

/**
 * A condition on one term.
 */
sealed interface Predicate extends Filter {

	/** Returns the term that the condition is about. */
	Term term();

	/** A comparison with a value or another term. */
	record Comparison(Term term, Operator operator, Object value) implements Predicate {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** Membership in a list of values, at least one. */
	record In(Term term, List<?> values) implements Predicate {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** A test for a text at some position of the value, or for a pattern. */
	record Like(Term term, Place place, String text) implements Predicate {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** A test for a text within a text, or for elements within an array. */
	record Contains(Term term, Amount amount, List<?> parts) implements Predicate {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** A test for null. */
	record Null(Term term, boolean expected) implements Predicate {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** A test for the existence of a JSON value. */
	record Exists(Term term) implements Predicate {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** A call of a Milvus function with a field and constants. */
	record Call(Function function, Term term, List<Object> arguments) implements Predicate {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/**
	 * A test of how many elements of an array satisfy a filter; only some quantities use
	 * the count.
	 */
	record Elements(Quantity quantity, Term term, Filter part, int count) implements Predicate {

		public Elements {
			if (count < 0 || (count == 0 && quantity == Quantity.LEAST)) {
				throw new IllegalArgumentException("A filter asks for " + count + " elements"
						+ ((count == 0) ? " at least, which all rows have" : ""));
			}
		}

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** A comparison operator. */
	enum Operator {

		EQ("=="), NE("!="), LT("<"), LE("<="), GT(">"), GE(">=");

		private final String symbol;

		Operator(String symbol) {
			this.symbol = symbol;
		}

		String symbol() {
			return this.symbol;
		}

		boolean isOrder() {
			return this != EQ && this != NE;
		}

		boolean holds(long left, long right) {
			return switch (this) {
				case EQ -> left == right;
				case NE -> left != right;
				case LT -> left < right;
				case LE -> left <= right;
				case GT -> left > right;
				case GE -> left >= right;
			};
		}

		/** Returns the operator of the same comparison with its sides exchanged. */
		Operator turned() {
			return switch (this) {
				case LT -> GT;
				case LE -> GE;
				case GT -> LT;
				case GE -> LE;
				default -> this;
			};
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

	/** The position in the value at which a text is searched for. */
	enum Place {

		START, END, ANYWHERE,
		/** The text is a pattern for the complete value. */
		PATTERN

	}

	/** How many of the given elements an array must contain. */
	enum Amount {

		/** The only given element; the value may also be a text that contains a text. */
		ONE(""), ALL("_all"), ANY("_any");

		private final String suffix;

		Amount(String suffix) {
			this.suffix = suffix;
		}

		String suffix() {
			return this.suffix;
		}

	}

	/** How many elements must satisfy a filter. */
	enum Quantity {

		FILTER("element_filter"), ANY("MATCH_ANY"), ALL("MATCH_ALL"), LEAST("MATCH_LEAST"), MOST("MATCH_MOST"),
		EXACT("MATCH_EXACT");

		private final String word;

		Quantity(String word) {
			this.word = word;
		}

		String word() {
			return this.word;
		}

		boolean counts() {
			return this == LEAST || this == MOST || this == EXACT;
		}

	}

	/** The functions of Milvus that a filter can call. */
	enum Function {

		TEXT_MATCH, PHRASE_MATCH, ST_EQUALS, ST_TOUCHES, ST_OVERLAPS, ST_CROSSES, ST_CONTAINS, ST_INTERSECTS, ST_WITHIN,
		ST_DWITHIN, ST_ISVALID;

		boolean isSpatial() {
			return compareTo(ST_EQUALS) >= 0;
		}

	}

}
