package io.github.milvusspring.data.query;

import java.util.List;

/**
 * What is said of one term.
 */
sealed interface Predicate extends Filter {

	/** What it is said of. */
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

	/** A match of a text, or of a pattern. */
	record Like(Term term, Place place, String text) implements Predicate {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** A text within a text, or elements within an array. */
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

	/** A test for a JSON value. */
	record Exists(Term term) implements Predicate {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** A function of a field and constants. */
	record Call(Function function, Term term, List<Object> arguments) implements Predicate {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/**
	 * How many elements of an array satisfy a filter; the count matters to some amounts.
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

	/** How a value is compared. */
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

		/** The same comparison with its sides exchanged. */
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

	/** Where a text is looked for. */
	enum Place {

		START, END, ANYWHERE,
		/** The text is a pattern for all. */
		PATTERN

	}

	/** How many of some elements must be there. */
	enum Amount {

		/** The only one; a text may be one within a text. */
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

	/** The functions. */
	enum Function {

		TEXT_MATCH, PHRASE_MATCH, ST_EQUALS, ST_TOUCHES, ST_OVERLAPS, ST_CROSSES, ST_CONTAINS, ST_INTERSECTS, ST_WITHIN,
		ST_DWITHIN, ST_ISVALID;

		boolean isSpatial() {
			return compareTo(ST_EQUALS) >= 0;
		}

	}

}
