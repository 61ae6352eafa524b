package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Simplifies a filter: pushes negations down to the comparisons, and removes parts that
 * are always true or always false.
 */
final class FilterNormalizer {

	private FilterNormalizer() {
	}

	static Filter normalize(Filter filter) {
		if (filter instanceof Clause.And and) {
			return combine(and.parts(), true);
		}
		if (filter instanceof Clause.Or or) {
			return combine(or.parts(), false);
		}
		if (filter instanceof Clause.Not not) {
			return negate(not.part());
		}
		return filter;
	}

	private static Filter combine(List<Filter> parts, boolean conjunction) {
		Filter neutral = conjunction ? Clause.Constant.ALL : Clause.Constant.NONE;
		Filter decisive = conjunction ? Clause.Constant.NONE : Clause.Constant.ALL;
		List<Filter> rest = new ArrayList<>();
		for (Filter part : parts) {
			Filter plain = normalize(part);
			if (plain == decisive) {
				return decisive;
			}
			if (conjunction && plain instanceof Clause.And inner) {
				rest.addAll(inner.parts());
			}
			else if (!conjunction && plain instanceof Clause.Or inner) {
				rest.addAll(inner.parts());
			}
			else if (plain != neutral) {
				rest.add(plain);
			}
		}
		if (rest.isEmpty()) {
			return neutral;
		}
		if (rest.size() == 1) {
			return rest.get(0);
		}
		return conjunction ? new Clause.And(rest) : new Clause.Or(rest);
	}

	private static Filter negate(Filter filter) {
		if (filter instanceof Clause.And and) {
			return combine(and.parts().stream().map(FilterNormalizer::negate).toList(), false);
		}
		if (filter instanceof Clause.Or or) {
			return combine(or.parts().stream().map(FilterNormalizer::negate).toList(), true);
		}
		if (filter instanceof Clause.Not not) {
			return normalize(not.part());
		}
		if (filter instanceof Predicate.Comparison comparison) {
			return new Predicate.Comparison(comparison.term(), comparison.operator().negated(), comparison.value());
		}
		if (filter instanceof Predicate.Null test) {
			return new Predicate.Null(test.term(), !test.expected());
		}
		if (filter instanceof Clause.Constant constant) {
			return (constant == Clause.Constant.ALL) ? Clause.Constant.NONE : Clause.Constant.ALL;
		}
		return new Clause.Not(filter);
	}

}
