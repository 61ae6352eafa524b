package io.github.milvusspring.data.query;

import java.util.List;

/**
 * A filter that is not about one term.
 */
sealed interface Clause extends Filter {

	/** All of some filters. */
	record And(List<Filter> parts) implements Clause {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** Any of some filters. */
	record Or(List<Filter> parts) implements Clause {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** The opposite of a filter. */
	record Not(Filter part) implements Clause {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** Every row, or none. */
	enum Constant implements Clause {

		ALL, NONE

	}

	/** A Milvus expression as the programmer wrote it. */
	record Expression(String text) implements Clause {

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

	/** A share of the rows, chosen at random. */
	record Sample(double share) implements Clause {

		public Sample {
			if (!(share > 0 && share < 1)) {
				throw new IllegalArgumentException("The share of a random sample is between 0 and 1: not " + share);
			}
		}

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

}
