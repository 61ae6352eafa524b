package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Pushes negations down to the comparisons and works out what is always true or false.
 */
final class FilterNormalizer {

	private FilterNormalizer() {
	}

	static Filter normalize(Filter filter) {
		if (filter instanceof Filter.And and) {
			return combine(and.parts(), true);
		}
		if (filter instanceof Filter.Or or) {
			return combine(or.parts(), false);
		}
		if (filter instanceof Filter.Not not) {
			return negate(not.part());
		}
		return filter;
	}

	private static Filter combine(List<Filter> parts, boolean conjunction) {
		Filter neutral = conjunction ? Filter.Constant.ALL : Filter.Constant.NONE;
		Filter decisive = conjunction ? Filter.Constant.NONE : Filter.Constant.ALL;
		List<Filter> rest = new ArrayList<>();
		for (Filter part : parts) {
			Filter plain = normalize(part);
			if (plain == decisive) {
				return decisive;
			}
			if (conjunction && plain instanceof Filter.And inner) {
				rest.addAll(inner.parts());
			}
			else if (!conjunction && plain instanceof Filter.Or inner) {
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
		return conjunction ? new Filter.And(rest) : new Filter.Or(rest);
	}

	private static Filter negate(Filter filter) {
		if (filter instanceof Filter.And and) {
			return combine(and.parts().stream().map(FilterNormalizer::negate).toList(), false);
		}
		if (filter instanceof Filter.Or or) {
			return combine(or.parts().stream().map(FilterNormalizer::negate).toList(), true);
		}
		if (filter instanceof Filter.Not not) {
			return normalize(not.part());
		}
		if (filter instanceof Filter.Comparison comparison) {
			return new Filter.Comparison(comparison.property(), comparison.operator().negated(), comparison.value());
		}
		if (filter instanceof Filter.In in) {
			return new Filter.In(in.property(), in.values(), !in.negated());
		}
		if (filter instanceof Filter.Text text) {
			return new Filter.Text(text.property(), text.match(), text.text(), !text.negated());
		}
		if (filter instanceof Filter.Contains contains) {
			return new Filter.Contains(contains.property(), contains.part(), !contains.negated());
		}
		if (filter instanceof Filter.Null test) {
			return new Filter.Null(test.property(), !test.expected());
		}
		if (filter instanceof Filter.Constant constant) {
			return (constant == Filter.Constant.ALL) ? Filter.Constant.NONE : Filter.Constant.ALL;
		}
		return new Filter.Not(filter);
	}

}
