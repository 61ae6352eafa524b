package io.github.milvusspring.data.query;

import java.util.List;
import java.util.regex.Pattern;

import io.github.milvusspring.data.query.Predicate.Place;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Keeps the meaning of texts where Milvus Lite looks at row by row: as soon as a filter
 * looks into an array or JSON or calls a function, its patterns know no escapes, and the
 * end of a text may be before a line break.
 */
final class LiteFilters {

	/** Functions that look into a value, and paths, which are not the list of an in. */
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
	 * @throws InvalidDataAccessApiUsageException when there is none
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

	// Dynamic fields are looked at row by row when their values are of several types.
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

	// A text that is followed by a line break does not end there. What ends in line
	// breaks
	// alone does, after the break as before it.
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
		// The underscore at the end of a pattern may also stand for a line break.
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
