package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A filter that is not a condition on a single term: a combination of filters, a
 * constant, an expression or a random sample.
 */
sealed interface Clause extends Filter {

	/** The maximum nesting depth of filters, because servers parse them recursively. */
	int DEEPEST = 200;

	/** The conjunction of some filters: all of them must hold. */
	record And(List<Filter> parts) implements Clause {

		public And {
			parts = checked(parts);
		}

		/**
		 * Joins two filters into one flat conjunction, even if one is a conjunction
		 * itself.
		 */
		static And of(Filter left, Filter right) {
			return new And(joined((left instanceof And and) ? and.parts : List.of(left),
					(right instanceof And and) ? and.parts : List.of(right)));
		}

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** The disjunction of some filters: at least one of them must hold. */
	record Or(List<Filter> parts) implements Clause {

		public Or {
			parts = checked(parts);
		}

		/**
		 * Joins two filters into one flat disjunction, even if one is a disjunction
		 * itself.
		 */
		static Or of(Filter left, Filter right) {
			return new Or(joined((left instanceof Or or) ? or.parts : List.of(left),
					(right instanceof Or or) ? or.parts : List.of(right)));
		}

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** The negation of a filter. */
	record Not(Filter part) implements Clause {

		public Not {
			checked(List.of(part));
		}

		@Override
		public String toString() {
			return FilterWriter.describe(this);
		}

	}

	/** A filter that matches every row, or none. */
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

	/**
	 * A template of a Milvus expression with the values of its parameters, in their
	 * order.
	 */
	record Bound(FilterTemplate template, List<Object> values) implements Clause {

		@Override
		public String toString() {
			return FilterWriter.describe(this);
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

	private static List<Filter> joined(List<Filter> left, List<Filter> right) {
		List<Filter> parts = new ArrayList<>(left.size() + right.size());
		parts.addAll(left);
		parts.addAll(right);
		return parts;
	}

	private static List<Filter> checked(List<Filter> parts) {
		if (parts.stream().anyMatch((part) -> depth(part) >= DEEPEST)) {
			throw new IllegalArgumentException("Filters are combined within each other " + DEEPEST
					+ " times at most: combine many by Filter.anyOf(...) or Filter.allOf(...)");
		}
		return List.copyOf(parts);
	}

	private static int depth(@Nullable Filter filter) {
		Stream<Filter> parts = (filter instanceof And and) ? and.parts.stream()
				: (filter instanceof Or or) ? or.parts.stream() : (filter instanceof Not not) ? Stream.of(not.part)
						: (filter instanceof Predicate.Elements elements) ? Stream.of(elements.part()) : null;
		return (parts != null) ? 1 + parts.mapToInt(Clause::depth).max().orElse(0) : 0;
	}

}
