package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.FieldType;
import io.github.milvusspring.data.mapping.MilvusNames;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes a filter as a Milvus expression: the one place that knows how.
 *
 * <p>
 * Negations are pushed down to the comparisons, where all servers agree on their meaning.
 */
public final class FilterWriter {

	private final Function<String, @Nullable FieldSchema> fields;

	private final boolean lite;

	/**
	 * Creates a writer.
	 * @param fields finds the field of a property, {@code null} for a dynamic field
	 * @param lite whether Milvus Lite reads the filters
	 */
	public FilterWriter(Function<String, @Nullable FieldSchema> fields, boolean lite) {
		this.fields = fields;
		this.lite = lite;
	}

	static String describe(Filter filter) {
		Filter plain = FilterNormalizer.normalize(filter);
		if (plain instanceof Filter.Constant constant) {
			return constant.name();
		}
		try {
			return new FilterWriter((name) -> null, false).text(plain);
		}
		catch (InvalidDataAccessApiUsageException ex) {
			return "a filter that cannot be written: " + ex.getMessage();
		}
	}

	/**
	 * Writes a filter.
	 * @param filter the filter
	 * @return the expression, empty for every row, {@code null} for no row
	 * @throws InvalidDataAccessApiUsageException when a value does not fit its field, or
	 * the server would find other rows than are meant
	 */
	public @Nullable String write(Filter filter) {
		Filter plain = FilterNormalizer.normalize(filter);
		if (plain instanceof Filter.Constant constant) {
			return (constant == Filter.Constant.ALL) ? "" : null;
		}
		return text(this.lite ? LiteFilters.exact(plain, this.fields) : plain);
	}

	private String text(Filter filter) {
		if (filter instanceof Filter.And and) {
			return join(and.parts(), " and ");
		}
		if (filter instanceof Filter.Or or) {
			return join(or.parts(), " or ");
		}
		if (filter instanceof Filter.Not not) {
			return "not (" + text(not.part()) + ")";
		}
		if (filter instanceof Filter.Comparison comparison) {
			return comparison(comparison);
		}
		if (filter instanceof Filter.In in) {
			return in(in);
		}
		if (filter instanceof Filter.Text text) {
			return text(text);
		}
		if (filter instanceof Filter.Contains contains) {
			return contains(contains);
		}
		if (filter instanceof Filter.Null test) {
			return nullTest(test);
		}
		return filter.toString();
	}

	private String join(List<Filter> parts, String word) {
		List<String> texts = new ArrayList<>();
		for (Filter part : parts) {
			boolean simple = !(part instanceof Filter.And || part instanceof Filter.Or
					|| part instanceof Filter.Expression);
			texts.add(simple ? text(part) : "(" + text(part) + ")");
		}
		return String.join(word, texts);
	}

	private String comparison(Filter.Comparison comparison) {
		FieldSchema field = this.fields.apply(comparison.property());
		String name = name(comparison.property(), field);
		String literal = FilterLiterals.literal(comparison.property(), field, comparison.value());
		String text = name + " " + comparison.operator().symbol() + " " + literal;
		return (comparison.operator() == Filter.Operator.NE) ? present(name, field, text) : text;
	}

	private String in(Filter.In in) {
		FieldSchema field = this.fields.apply(in.property());
		String name = name(in.property(), field);
		Set<String> literals = new LinkedHashSet<>();
		boolean smallest = false;
		for (Object value : in.values()) {
			String literal = FilterLiterals.literal(in.property(), field, value);
			if (literal.equals(FilterLiterals.SMALLEST_LONG)) {
				smallest = true;
			}
			else if (FilterLiterals.isZero(literal)) {
				// The same number, but not for the lists of Milvus Lite.
				literals.addAll(List.of("0.0", "-0.0"));
			}
			else {
				literals.add(literal);
			}
		}
		List<String> terms = new ArrayList<>();
		if (!literals.isEmpty()) {
			terms.add(name + (in.negated() ? " not in " : " in ") + literals);
		}
		if (smallest) {
			terms.add(name + (in.negated() ? " != " : " == ") + FilterLiterals.SMALLEST_LONG);
		}
		String text = in.negated() ? String.join(" and ", terms) : anyOf(terms);
		return in.negated() ? present(name, field, text) : text;
	}

	private String text(Filter.Text text) {
		FieldSchema field = this.fields.apply(text.property());
		String name = name(text.property(), field);
		FilterLiterals.requireText(text.property(), field);
		String literal = FilterLiterals.quoted(text.property(), text.text());
		if (text.match() == Filter.TextMatch.STARTS_WITH) {
			// A half-open range means the same everywhere and can use an index.
			String end = FilterLiterals.afterPrefix(text.text());
			return text.negated() ? outside(name, literal, end) : inside(name, literal, end);
		}
		String like = like(name, text.text(), "", name + " == " + literal);
		return text.negated() ? present(name, field, "not (" + like + ")") : like;
	}

	private static String inside(String name, String low, @Nullable String end) {
		String text = name + " >= " + low;
		return (end != null) ? text + " and " + name + " < " + FilterLiterals.quoted(end) : text;
	}

	private static String outside(String name, String low, @Nullable String end) {
		String text = name + " < " + low;
		return (end != null) ? anyOf(List.of(text, name + " >= " + FilterLiterals.quoted(end))) : text;
	}

	// Where a pattern has no wildcard but a percent sign at its ends, Milvus Lite takes
	// the
	// backslashes of an escape for themselves: what starts the text is then a term of its
	// own.
	private static String like(String name, String text, String end, String atStart) {
		String pattern = FilterLiterals.escapeLike(text) + end;
		boolean misread = text.contains("\\") && !text.contains("%") && !text.contains("_");
		return misread ? anyOf(List.of(atStart, name + " like " + FilterLiterals.quoted("_%" + pattern)))
				: name + " like " + FilterLiterals.quoted("%" + pattern);
	}

	private String contains(Filter.Contains contains) {
		FieldSchema field = this.fields.apply(contains.property());
		String name = name(contains.property(), field);
		boolean text = contains.part() instanceof CharSequence || contains.part() instanceof Character;
		if (LiteFilters.isElement(contains, field)) {
			String literal = FilterLiterals.element(contains.property(), field, contains.part());
			String call = "array_contains(" + name + ", " + literal + ")";
			return contains.negated() ? present(name, field, "not " + call) : call;
		}
		FilterLiterals.requireText(contains.property(), field);
		if (!text) {
			throw FilterLiterals.mismatch(contains.property(), "a text", contains.part());
		}
		String part = contains.part().toString();
		String start = inside(name, FilterLiterals.quoted(contains.property(), part), FilterLiterals.afterPrefix(part));
		String like = like(name, part, "%", start);
		return contains.negated() ? present(name, field, "not (" + like + ")") : like;
	}

	private static String anyOf(List<String> terms) {
		return (terms.size() == 1) ? terms.get(0) : "(" + String.join(" or ", terms) + ")";
	}

	private String nullTest(Filter.Null test) {
		FieldSchema field = this.fields.apply(test.property());
		return name(test.property(), field) + (test.expected() ? " is null" : " is not null");
	}

	// Servers differ in whether null is different from a value.
	private static String present(String name, @Nullable FieldSchema field, String text) {
		return (field != null && field.nullable()) ? name + " is not null and " + text : text;
	}

	private static String name(String property, @Nullable FieldSchema field) {
		if (field != null) {
			return field.name();
		}
		String illegal = MilvusNames.problemOf("field", property);
		if (illegal != null) {
			throw new InvalidDataAccessApiUsageException("A filter has the " + illegal);
		}
		return property;
	}

}
