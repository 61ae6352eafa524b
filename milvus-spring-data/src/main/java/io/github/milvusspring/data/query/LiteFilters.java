package io.github.milvusspring.data.query;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.FieldType;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Keeps the meaning of texts where Milvus Lite looks at row by row: as soon as a filter
 * looks into an array or JSON, its patterns know no escapes, and the end of a text may be
 * before a line break.
 */
final class LiteFilters {

	/** Functions that look into a value, and paths, which are not the list of an in. */
	private static final Pattern ROW_BY_ROW = Pattern
		.compile("(?i)\\b(array|json|st)_\\w+\\s*\\(|(?<!\\bin\\s{0,9})\\[");

	private LiteFilters() {
	}

	/**
	 * Returns a filter that means on Milvus Lite what the given one means.
	 * @param filter a normalized filter
	 * @param fields finds the field of a property
	 * @return the filter
	 * @throws InvalidDataAccessApiUsageException when there is none
	 */
	static Filter exact(Filter filter, Function<String, @Nullable FieldSchema> fields) {
		return isRowByRow(filter, fields) ? exactRowByRow(filter, fields) : filter;
	}

	private static boolean isRowByRow(Filter filter, Function<String, @Nullable FieldSchema> fields) {
		if (filter instanceof Filter.And and) {
			return and.parts().stream().anyMatch((part) -> isRowByRow(part, fields));
		}
		if (filter instanceof Filter.Or or) {
			return or.parts().stream().anyMatch((part) -> isRowByRow(part, fields));
		}
		if (filter instanceof Filter.Not not) {
			return isRowByRow(not.part(), fields);
		}
		if (filter instanceof Filter.Contains contains) {
			return isElement(contains, fields.apply(contains.property()));
		}
		return filter instanceof Filter.Expression expression && ROW_BY_ROW.matcher(expression.toString()).find();
	}

	static boolean isElement(Filter.Contains contains, @Nullable FieldSchema field) {
		return (field != null) ? field.type() == FieldType.ARRAY
				: !(contains.part() instanceof CharSequence || contains.part() instanceof Character);
	}

	private static Filter exactRowByRow(Filter filter, Function<String, @Nullable FieldSchema> fields) {
		if (filter instanceof Filter.And and) {
			return new Filter.And(exactRowByRow(and.parts(), fields));
		}
		if (filter instanceof Filter.Or or) {
			return new Filter.Or(exactRowByRow(or.parts(), fields));
		}
		if (filter instanceof Filter.Text text && text.match() == Filter.TextMatch.ENDS_WITH) {
			requireLiteral(text.property(), text.text());
			return exactEnd(text);
		}
		if (filter instanceof Filter.Contains contains && !isElement(contains, fields.apply(contains.property()))) {
			requireLiteral(contains.property(), contains.part().toString());
		}
		return filter;
	}

	private static List<Filter> exactRowByRow(List<Filter> parts, Function<String, @Nullable FieldSchema> fields) {
		return parts.stream().map((part) -> exactRowByRow(part, fields)).toList();
	}

	// A text that is followed by a line break does not end there. One of line breaks
	// alone
	// does, after the break as before it.
	private static Filter exactEnd(Filter.Text text) {
		if (text.text().chars().allMatch((c) -> c == '\n')) {
			return text;
		}
		Filter broken = new Filter.Text(text.property(), text.match(), text.text() + "\n", !text.negated());
		return text.negated() ? new Filter.Or(List.of(text, broken)) : new Filter.And(List.of(text, broken));
	}

	private static void requireLiteral(String property, String text) {
		if (text.chars().anyMatch((c) -> c == '%' || c == '_' || c == '\\')) {
			throw new InvalidDataAccessApiUsageException("Milvus Lite takes '%', '_' and '\\' in the text that '"
					+ property
					+ "' is to hold for wildcards when the same filter looks into an array or JSON, and would "
					+ "find other rows: leave one of the two conditions to a query of its own, or use a Milvus server");
		}
	}

}
