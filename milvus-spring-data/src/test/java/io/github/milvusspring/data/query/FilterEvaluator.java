package io.github.milvusspring.data.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.milvusspring.data.query.Predicate.Amount;
import io.github.milvusspring.data.query.Predicate.Operator;
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
		if (filter instanceof Clause.And and) {
			return allOf(and.parts().stream().map((part) -> evaluate(part, row)).toList());
		}
		if (filter instanceof Clause.Or or) {
			return negate(allOf(or.parts().stream().map((part) -> negate(evaluate(part, row))).toList()));
		}
		if (filter instanceof Clause.Not not) {
			return negate(evaluate(not.part(), row));
		}
		if (filter instanceof Clause.Constant constant) {
			return constant == Clause.Constant.ALL;
		}
		if (filter instanceof Predicate.Null test) {
			return (value(test.term(), row) == null) == test.expected();
		}
		if (filter instanceof Predicate.Exists exists) {
			return value(exists.term(), row) != null;
		}
		if (filter instanceof Predicate.Comparison comparison) {
			Object value = value(comparison.term(), row);
			return (comparison.value() instanceof Term other)
					? compare(widened(value), comparison.operator(), widened(value(other, row)))
					: compare(value, comparison.operator(), comparison.value());
		}
		if (filter instanceof Predicate.In in) {
			Object value = value(in.term(), row);
			return negate(allOf(in.values().stream().map((one) -> compare(value, Operator.NE, one)).toList()));
		}
		if (filter instanceof Predicate.Like like) {
			return (value(like.term(), row) instanceof String text) ? like(like, text) : null;
		}
		if (filter instanceof Predicate.Contains contains) {
			return contains(contains, value(contains.term(), row));
		}
		if (filter instanceof Predicate.Call call && call.function() == Predicate.Function.TEXT_MATCH) {
			return (value(call.term(), row) instanceof String text)
					? words(text).stream().anyMatch(words((String) call.arguments().get(0))::contains) : null;
		}
		throw new IllegalArgumentException(filter.getClass().getName());
	}

	private static @Nullable Object widened(@Nullable Object value) {
		return (value instanceof Float number) ? (Object) number.doubleValue() : value;
	}

	private static List<String> words(String text) {
		return Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS)
			.matcher(text.toLowerCase(java.util.Locale.ROOT))
			.results()
			.map(java.util.regex.MatchResult::group)
			.toList();
	}

	// What a term is worth in a row.
	private static @Nullable Object value(Term term, Map<String, ?> row) {
		if (term instanceof Term.Property property) {
			return property.name().equals("$meta") ? row : row.get(property.name());
		}
		if (term instanceof Term.Key key) {
			return (value(key.base(), row) instanceof Map<?, ?> map) ? map.get(key.name()) : null;
		}
		if (term instanceof Term.Element element) {
			return (value(element.base(), row) instanceof List<?> list && element.index() < list.size())
					? list.get(element.index()) : null;
		}
		if (term instanceof Term.Length length) {
			return (value(length.array(), row) instanceof List<?> list) ? (long) list.size() : null;
		}
		if (term instanceof Term.Arithmetic arithmetic) {
			return (value(arithmetic.left(), row) instanceof Number left)
					? compute(left, arithmetic.sign(), (Number) arithmetic.right()) : null;
		}
		throw new IllegalArgumentException(term.getClass().getName());
	}

	private static Number compute(Number left, Term.Sign sign, Number right) {
		boolean integers = isInteger(left) && isInteger(right);
		return switch (sign) {
			case PLUS -> integers ? (Number) (left.longValue() + right.longValue())
					: (Number) (left.doubleValue() + right.doubleValue());
			case MINUS -> integers ? (Number) (left.longValue() - right.longValue())
					: (Number) (left.doubleValue() - right.doubleValue());
			case MULTIPLY -> integers ? (Number) (left.longValue() * right.longValue())
					: (Number) (left.doubleValue() * right.doubleValue());
			case DIVIDE -> left.doubleValue() / right.doubleValue();
			case MODULO -> left.longValue() % right.longValue();
		};
	}

	private static boolean isInteger(Number number) {
		return !(number instanceof Double || number instanceof Float);
	}

	private static boolean like(Predicate.Like like, String text) {
		return switch (like.place()) {
			case START -> text.startsWith(like.text());
			case END -> text.endsWith(like.text());
			case ANYWHERE -> text.contains(like.text());
			case PATTERN -> pattern(like.text()).matcher(text).matches();
		};
	}

	private static Pattern pattern(String like) {
		StringBuilder regex = new StringBuilder();
		for (int i = 0; i < like.length(); i++) {
			char c = like.charAt(i);
			if (c == '\\' && i + 1 < like.length()) {
				i++;
				regex.append(Pattern.quote(String.valueOf(like.charAt(i))));
			}
			else {
				regex.append((c == '%') ? ".*" : (c == '_') ? "." : Pattern.quote(String.valueOf(c)));
			}
		}
		return Pattern.compile(regex.toString(), Pattern.DOTALL);
	}

	private static @Nullable Boolean contains(Predicate.Contains contains, @Nullable Object value) {
		if (value instanceof String text && contains.amount() == Amount.ONE && contains.term() instanceof Term.Property
				&& contains.parts().get(0) instanceof String part) {
			return text.contains(part);
		}
		if (!(value instanceof List<?> list)) {
			return null;
		}
		return (contains.amount() == Amount.ALL)
				? contains.parts().stream().allMatch((part) -> list.stream().anyMatch((one) -> same(one, part)))
				: contains.parts().stream().anyMatch((part) -> list.stream().anyMatch((one) -> same(one, part)));
	}

	private static boolean same(@Nullable Object one, Object other) {
		return Boolean.TRUE.equals(compare(one, Operator.EQ, other));
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

	// Values of different types, which only JSON has, are neither equal nor different.
	private static @Nullable Boolean compare(@Nullable Object value, Operator operator, @Nullable Object other) {
		boolean comparable = (value instanceof Number && other instanceof Number)
				|| (value instanceof Boolean && other instanceof Boolean)
				|| (value instanceof String && other instanceof String);
		if (value == null || other == null || !comparable) {
			return null;
		}
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
		if (value instanceof Float number && other instanceof Number given) {
			return order(number.doubleValue(), (double) given.floatValue());
		}
		if (value instanceof Number left && other instanceof Number right && !(isInteger(left) && isInteger(right))) {
			double first = left.doubleValue();
			double second = right.doubleValue();
			return (first < second) ? -1 : (first > second) ? 1 : 0;
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
