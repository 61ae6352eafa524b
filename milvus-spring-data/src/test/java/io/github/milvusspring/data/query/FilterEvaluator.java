package io.github.milvusspring.data.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a filter means, said in Java: true, false or {@code null} for unknown.
 */
final class FilterEvaluator {

	private FilterEvaluator() {
	}

	static boolean matches(Filter filter, Map<String, ?> row) {
		return Boolean.TRUE.equals(evaluate(filter, row));
	}

	private static @Nullable Boolean evaluate(Filter filter, Map<String, ?> row) {
		if (filter instanceof Filter.And and) {
			return allOf(and.parts().stream().map((part) -> evaluate(part, row)).toList());
		}
		if (filter instanceof Filter.Or or) {
			return negate(allOf(or.parts().stream().map((part) -> negate(evaluate(part, row))).toList()));
		}
		if (filter instanceof Filter.Not not) {
			return negate(evaluate(not.part(), row));
		}
		if (filter instanceof Filter.Constant constant) {
			return constant == Filter.Constant.ALL;
		}
		if (filter instanceof Filter.Null test) {
			return (row.get(test.property()) == null) == test.expected();
		}
		if (filter instanceof Filter.Comparison comparison) {
			Object value = row.get(comparison.property());
			return (value != null) ? compare(value, comparison.operator(), comparison.value()) : null;
		}
		if (filter instanceof Filter.In in) {
			Object value = row.get(in.property());
			return (value != null)
					? in.values().stream().anyMatch((one) -> compare(value, Filter.Operator.EQ, one)) != in.negated()
					: null;
		}
		if (filter instanceof Filter.Text text) {
			String value = (String) row.get(text.property());
			boolean start = text.match() == Filter.TextMatch.STARTS_WITH;
			return (value != null)
					? (start ? value.startsWith(text.text()) : value.endsWith(text.text())) != text.negated() : null;
		}
		if (filter instanceof Filter.Contains contains) {
			Object value = row.get(contains.property());
			if (value == null) {
				return null;
			}
			boolean found = (value instanceof List<?> list)
					? list.stream().anyMatch((one) -> compare(one, Filter.Operator.EQ, contains.part()))
					: ((String) value).contains((String) contains.part());
			return found != contains.negated();
		}
		throw new IllegalArgumentException(filter.getClass().getName());
	}

	// True when all are, false when one is false, else unknown.
	private static @Nullable Boolean allOf(List<@Nullable Boolean> parts) {
		if (parts.contains(false)) {
			return false;
		}
		return parts.contains(null) ? null : Boolean.TRUE;
	}

	private static @Nullable Boolean negate(@Nullable Boolean value) {
		return (value != null) ? !value : null;
	}

	private static boolean compare(Object value, Filter.Operator operator, Object other) {
		int order = order(value, other);
		return switch (operator) {
			case EQ -> order == 0;
			case NE -> order != 0;
			case LT -> order < 0;
			case LE -> order <= 0;
			case GT -> order > 0;
			case GE -> order >= 0;
		};
	}

	private static int order(Object value, Object other) {
		if (value instanceof Float number) {
			return order(number.doubleValue(), (double) ((Number) other).floatValue());
		}
		if (value instanceof Double number) {
			double right = ((Number) other).doubleValue();
			return (number < right) ? -1 : (number > right) ? 1 : 0;
		}
		if (value instanceof Number number) {
			return Long.compare(number.longValue(), ((Number) other).longValue());
		}
		if (value instanceof Boolean flag) {
			return Boolean.compare(flag, (Boolean) other);
		}
		// Milvus orders texts by their bytes, which is the order of their code points.
		int[] left = ((String) value).codePoints().toArray();
		int[] right = other.toString().codePoints().toArray();
		return Arrays.compare(left, right);
	}

}
