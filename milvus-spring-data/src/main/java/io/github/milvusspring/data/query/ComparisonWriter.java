package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.TextOrder;
import io.github.milvusspring.data.query.Predicate.Operator;
import io.github.milvusspring.data.query.ResolvedTerm.Kind;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes comparisons of a term with one value, with a list of values, or with another
 * term.
 */
final class ComparisonWriter {

	private final TermWriter terms;

	ComparisonWriter(TermWriter terms) {
		this.terms = terms;
	}

	String write(Predicate.Comparison comparison, boolean negated) {
		Operator operator = negated ? comparison.operator().negated() : comparison.operator();
		if (comparison.value() instanceof Term other) {
			return ofTerms(this.terms.write(comparison.term()), operator, this.terms.write(other));
		}
		ResolvedTerm subject = this.terms.write(comparison.term(), List.of(comparison.value()));
		return write(subject, operator, comparison.value());
	}

	static String write(ResolvedTerm subject, Operator operator, Object value) {
		String literal = subject.literal(value);
		if (subject.isJson() && operator == Operator.NE) {
			return different(subject.text(), literal);
		}
		String text = operator.isOrder() ? ordered(subject, operator, literal, value)
				: subject.text() + " " + operator.symbol() + " " + literal;
		// A server may report the length 0 for a value that is not an array.
		boolean guarded = operator == Operator.NE
				|| (subject.kind() == Kind.LENGTH && operator.holds(0, Long.parseLong(literal)));
		return guarded ? subject.present(text) : text;
	}

	// Servers disagree on whether != matches a JSON value that is missing or of another
	// type, so other operators are written.
	private static String different(String text, String literal) {
		return switch (literal) {
			case "true" -> text + " == false";
			case "false" -> text + " == true";
			default -> "(" + text + " < " + literal + " or " + text + " > " + literal + ")";
		};
	}

	private static String ordered(ResolvedTerm subject, Operator operator, String literal, Object value) {
		String text = subject.text() + " " + operator.symbol() + " " + literal;
		TextOrder order = subject.order(value);
		if (order == TextOrder.OTHERWISE) {
			throw new InvalidDataAccessApiUsageException(TextOrder.refusal(subject.property()));
		}
		if (order == TextOrder.AS_VALUES) {
			return text;
		}
		if (literal.startsWith("\"+") || literal.startsWith("\"-")) {
			throw new InvalidDataAccessApiUsageException("Property '" + subject.property() + "' is compared with "
					+ value
					+ ", whose text does not sort as the others do: compare it with one of the years 0 to 9999");
		}
		// The text of a year after 9999 begins with '+', which sorts before '-' and all
		// digits.
		boolean later = operator == Operator.GT || operator == Operator.GE;
		return later ? PredicateWriter.anyOf(List.of(text, subject.text() + " < \"-\""))
				: subject.text() + " >= \"-\" and " + text;
	}

	private String ofTerms(ResolvedTerm left, Operator operator, ResolvedTerm right) {
		if (left.isDocument() || right.isDocument() || family(left) * family(right) == 2) {
			throw left.cannot("cannot be compared with property '" + right.property() + "'");
		}
		boolean full = !this.terms.server().lite();
		if (full && (left.isJson() || right.isJson())) {
			throw left.cannot("cannot be compared with property '" + right.property()
					+ "': only Milvus Lite compares a JSON value with a field");
		}
		if (full && (left.type() == FieldType.TIMESTAMPTZ || right.type() == FieldType.TIMESTAMPTZ)) {
			throw left.cannot("cannot be compared with property '" + right.property()
					+ "': only Milvus Lite compares two points in time of a row");
		}
		if (operator == Operator.NE && (left.isJson() || right.isJson())) {
			return different(left.text(), right.text());
		}
		String text = left.text() + " " + operator.symbol() + " " + right.text();
		return (operator == Operator.NE) ? left.present(right.present(text)) : text;
	}

	// Returns 2 for texts, 1 for other types and 0 for an unknown type. Texts cannot be
	// compared with other types.
	private static int family(ResolvedTerm subject) {
		FieldType type = subject.type();
		return (type == null) ? 0 : type.isText() ? 2 : 1;
	}

	String write(Predicate.In in, boolean negated) {
		return in(this.terms.write(in.term(), in.values()), in.values(), negated);
	}

	String in(ResolvedTerm subject, Collection<?> values, boolean negated) {
		if (subject.kind() == Kind.JSON && !this.terms.server().lite()) {
			return inDocument(subject, values, negated);
		}
		Set<String> literals = new LinkedHashSet<>();
		Set<String> single = new LinkedHashSet<>();
		boolean list = subject.kind() == Kind.FIELD && subject.type() != FieldType.TIMESTAMPTZ;
		for (Object value : values) {
			String literal = subject.literal(value);
			if (!list || literal.equals(FilterLiterals.SMALLEST_LONG) || literal.startsWith("ISO")) {
				single.add(negated && subject.isJson() ? different(subject.text(), literal)
						: subject.text() + (negated ? " != " : " == ") + literal);
			}
			else if (FilterLiterals.isZero(literal)) {
				// Both are the same number, but not in the lists of Milvus Lite.
				literals.addAll(List.of("0.0", "-0.0"));
			}
			else {
				literals.add(literal);
			}
		}
		List<String> all = new ArrayList<>(single);
		if (!literals.isEmpty()) {
			all.add(0, subject.text() + (negated ? " not in " : " in ") + literals);
		}
		if (negated && subject.isJson()) {
			requireOneType(subject, values);
			return BalancedText.join(all, " and ");
		}
		boolean guarded = negated || subject.kind() == Kind.LENGTH;
		String text = negated ? BalancedText.join(all, " and ") : PredicateWriter.anyOf(all);
		return guarded ? subject.present(text) : text;
	}

	// Servers expect a list of JSON values to have a single type, and treat integers and
	// fractions as two types.
	private static String inDocument(ResolvedTerm subject, Collection<?> values, boolean negated) {
		Set<String> texts = new LinkedHashSet<>();
		Set<String> integers = new LinkedHashSet<>();
		Set<String> fractions = new LinkedHashSet<>();
		Set<String> flags = new LinkedHashSet<>();
		for (Object value : values) {
			String literal = subject.literal(value);
			boolean number = !literal.startsWith("\"");
			boolean flag = literal.equals("true") || literal.equals("false");
			(flag ? flags : !number ? texts : FilterLiterals.isFraction(literal) ? fractions : integers).add(literal);
		}
		List<String> all = new ArrayList<>();
		for (Set<String> literals : List.of(texts, integers, fractions, flags)) {
			if (!literals.isEmpty()) {
				all.add(subject.text() + (negated ? " not in " : " in ") + literals);
			}
		}
		if (!negated) {
			return PredicateWriter.anyOf(all);
		}
		requireOneType(subject, values);
		// A value of another type is in none of the lists either, but must not match, so
		// the type is tested first.
		String text = subject.text();
		String type = !texts.isEmpty() ? text + " >= \"\"" : !flags.isEmpty()
				? "(" + text + " == true or " + text + " == false)" : "(" + text + " < 0 or " + text + " >= 0)";
		return type + " and " + String.join(" and ", all);
	}

	private static void requireOneType(ResolvedTerm subject, Collection<?> values) {
		long types = values.stream().map((value) -> {
			String literal = subject.literal(value);
			return literal.startsWith("\"") ? "text"
					: (literal.equals("true") || literal.equals("false")) ? "flag" : "number";
		}).distinct().count();
		if (types > 1) {
			throw subject.cannot("is in JSON, where a value is different only from values of its own type: "
					+ "write a list for each type");
		}
	}

}
