package io.github.milvusspring.data.query;

import java.util.List;
import java.util.regex.Pattern;

import io.github.milvusspring.data.query.Predicate.Place;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Rewrites conditions on texts so that Milvus Lite finds the rows that they mean. As soon
 * as a filter reads an array or JSON or calls a function, Milvus Lite evaluates the
 * filter row by row. Its patterns then support no escapes, and the end of a pattern also
 * matches before a line break at the end of the text.
 */
final class LiteFilters {

	/**
	 * Finds functions that read inside a value, and the brackets of paths, but not those
	 * of the list of an {@code in}.
	 */
	private static final Pattern ROW_BY_ROW = Pattern
		.compile("(?i)\\b(array|json|st|text)_\\w+\\s*\\(|(?<!\\bin\\s{0,9})\\[");

	private final TermWriter terms;

	LiteFilters(TermWriter terms) {
		this.terms = terms;
	}

	/**
	 * Returns a filter that means on Milvus Lite what the given one means.
	 * @param filter a normalized filter
	 * @return the filter
	 * @throws InvalidDataAccessApiUsageException when there is no such filter
	 */
	Filter exact(Filter filter) {
		return isRowByRow(filter) ? exactRowByRow(filter) : filter;
	}

	private boolean isRowByRow(Filter filter) {
		if (filter instanceof Clause.And and) {
			return and.parts().stream().anyMatch(this::isRowByRow);
		}
		if (filter instanceof Clause.Or or) {
			return or.parts().stream().anyMatch(this::isRowByRow);
		}
		if (filter instanceof Clause.Not not) {
			return isRowByRow(not.part());
		}
		if (filter instanceof Predicate.Contains contains) {
			return !looksIntoText(contains) || isRowByRow(contains.term());
		}
		if (filter instanceof Predicate.Comparison comparison && comparison.value() instanceof Term other) {
			return isRowByRow(comparison.term()) || isRowByRow(other);
		}
		if (filter instanceof Predicate predicate) {
			return predicate instanceof Predicate.Call || isRowByRow(predicate.term());
		}
		String expression = (filter instanceof Clause.Expression given) ? given.text()
				: (filter instanceof Clause.Bound bound) ? bound.template().toString() : "";
		return ROW_BY_ROW.matcher(expression).find();
	}

	// Milvus Lite evaluates dynamic fields row by row when their values have several
	// types.
	private boolean isRowByRow(Term term) {
		if (term instanceof Term.Arithmetic arithmetic) {
			return isRowByRow(arithmetic.left());
		}
		return !(term instanceof Term.Property) || this.terms.write(term).isJson();
	}

	private boolean looksIntoText(Predicate.Contains contains) {
		return PredicateWriter.looksIntoText(contains, this.terms.write(contains.term()));
	}

	private Filter exactRowByRow(Filter filter) {
		if (filter instanceof Clause.And and) {
			return new Clause.And(and.parts().stream().map(this::exactRowByRow).toList());
		}
		if (filter instanceof Clause.Or or) {
			return new Clause.Or(or.parts().stream().map(this::exactRowByRow).toList());
		}
		boolean negated = filter instanceof Clause.Not;
		Filter part = (filter instanceof Clause.Not not) ? not.part() : filter;
		if (part instanceof Predicate.Like like && like.place() != Place.START) {
			requireReadable(like);
			return exactEnd(like, negated);
		}
		if (part instanceof Predicate.Contains contains && looksIntoText(contains)) {
			requireReadable(new Predicate.Like(contains.term(), Place.ANYWHERE, contains.parts().get(0).toString()));
		}
		return filter;
	}

	// Excludes texts in which one more line break follows the pattern. If nothing or only
	// line breaks follow the last percent sign, such texts fit the pattern anyway.
	private static Filter exactEnd(Predicate.Like like, boolean negated) {
		String text = like.text();
		boolean open = like.place() == Place.END || text.contains("%");
		String end = (like.place() == Place.PATTERN) ? text.substring(text.lastIndexOf('%') + 1) : text;
		if (like.place() == Place.ANYWHERE || (open && end.chars().allMatch((c) -> c == '\n'))) {
			return negated ? like.not() : like;
		}
		Filter broken = new Predicate.Like(like.term(), like.place(), text + "\n");
		return negated ? new Clause.Or(List.of(like.not(), broken)) : new Clause.And(List.of(like, broken.not()));
	}

	private void requireReadable(Predicate.Like like) {
		String text = like.text();
		// An underscore at the end of a pattern could also match a line break.
		String end = text.contains("%") ? text.substring(text.lastIndexOf('%')) : "";
		boolean readable = (like.place() == Place.PATTERN) ? !text.contains("\\") && !end.contains("_")
				: text.chars().noneMatch((c) -> c == '%' || c == '_' || c == '\\');
		if (!readable) {
			throw new InvalidDataAccessApiUsageException("Milvus Lite takes '%', '_' and '\\' in the text that '"
					+ this.terms.write(like.term()).property()
					+ "' is to hold for wildcards when the same filter looks into an array or JSON, and would "
					+ "find other rows: leave one of the two conditions to a query of its own, or use a Milvus server");
		}
	}

}
