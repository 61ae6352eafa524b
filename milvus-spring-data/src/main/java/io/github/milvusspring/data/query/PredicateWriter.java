package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import io.github.milvusspring.data.mapping.FieldType;
import io.github.milvusspring.data.query.Predicate.Amount;
import io.github.milvusspring.data.query.Predicate.Operator;
import io.github.milvusspring.data.query.Predicate.Place;
import io.github.milvusspring.data.query.Predicate.Quantity;
import io.github.milvusspring.data.query.Subject.Kind;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes what is said of one term, or its opposite.
 */
final class PredicateWriter {

	private final TermWriter terms;

	PredicateWriter(TermWriter terms) {
		this.terms = terms;
	}

	String text(Predicate predicate, boolean negated) {
		if (predicate instanceof Predicate.Comparison comparison) {
			Subject subject = this.terms.write(comparison.term());
			Operator operator = negated ? comparison.operator().negated() : comparison.operator();
			return (comparison.value() instanceof Term other) ? comparison(subject, operator, this.terms.write(other))
					: comparison(subject, operator, comparison.value());
		}
		if (predicate instanceof Predicate.In in) {
			return in(this.terms.write(in.term()), in.values(), negated);
		}
		if (predicate instanceof Predicate.Like like) {
			return LikeWriter.write(this.terms.write(like.term()), like.place(), like.text(), negated);
		}
		if (predicate instanceof Predicate.Contains contains) {
			return contains(contains, negated);
		}
		if (predicate instanceof Predicate.Null test) {
			return nullTest(this.terms.write(test.term()), test.expected() != negated);
		}
		if (predicate instanceof Predicate.Exists exists) {
			Subject subject = this.terms.write(exists.term());
			if (subject.kind() != Kind.JSON && subject.field() != null) {
				throw subject.cannot("is no JSON that could be missing: use isNotNull()");
			}
			return (negated ? "not exists " : "exists ") + subject.text();
		}
		if (predicate instanceof Predicate.Call call) {
			return call(this.terms.write(call.term()), call, negated);
		}
		Predicate.Elements elements = (Predicate.Elements) predicate;
		return elements(this.terms.write(elements.term()), elements, negated);
	}

	private static String comparison(Subject subject, Operator operator, Object value) {
		String literal = subject.literal(value);
		if (subject.isJson() && operator == Operator.NE) {
			return different(subject.text(), literal);
		}
		String text = subject.text() + " " + operator.symbol() + " " + literal;
		// What is null has the length 0 for Milvus Lite.
		return (operator == Operator.NE || subject.kind() == Kind.LENGTH) ? subject.present(text) : text;
	}

	// A JSON value that is missing or of another type is different for some servers only.
	private static String different(String text, String literal) {
		return switch (literal) {
			case "true" -> text + " == false";
			case "false" -> text + " == true";
			default -> "(" + text + " < " + literal + " or " + text + " > " + literal + ")";
		};
	}

	private static String comparison(Subject left, Operator operator, Subject right) {
		if (left.isDocument() || right.isDocument() || family(left) * family(right) == 2) {
			throw left.cannot("cannot be compared with property '" + right.property() + "'");
		}
		if (operator == Operator.NE && (left.isJson() || right.isJson())) {
			return different(left.text(), right.text());
		}
		String text = left.text() + " " + operator.symbol() + " " + right.text();
		return (operator == Operator.NE) ? left.present(right.present(text)) : text;
	}

	// Numbers and texts are not compared with each other.
	private static int family(Subject subject) {
		FieldType type = subject.type();
		return (type == null) ? 0 : (type == FieldType.VARCHAR || type == FieldType.TEXT) ? 2 : 1;
	}

	private static String in(Subject subject, List<?> values, boolean negated) {
		Set<String> literals = new LinkedHashSet<>();
		Set<String> terms = new LinkedHashSet<>();
		boolean list = subject.kind() == Kind.FIELD && subject.type() != FieldType.TIMESTAMPTZ;
		for (Object value : values) {
			String literal = subject.literal(value);
			if (!list || literal.equals(FilterLiterals.SMALLEST_LONG) || literal.startsWith("ISO")) {
				terms.add(negated && subject.isJson() ? different(subject.text(), literal)
						: subject.text() + (negated ? " != " : " == ") + literal);
			}
			else if (FilterLiterals.isZero(literal)) {
				// The same number, but not for the lists of Milvus Lite.
				literals.addAll(List.of("0.0", "-0.0"));
			}
			else {
				literals.add(literal);
			}
		}
		List<String> all = new ArrayList<>(terms);
		if (!literals.isEmpty()) {
			all.add(0, subject.text() + (negated ? " not in " : " in ") + literals);
		}
		if (negated && subject.isJson()) {
			requireOneType(subject, values);
			return String.join(" and ", all);
		}
		boolean guarded = negated || subject.kind() == Kind.LENGTH;
		String text = negated ? String.join(" and ", all) : anyOf(all);
		return guarded ? subject.present(text) : text;
	}

	private static void requireOneType(Subject subject, List<?> values) {
		long types = values.stream()
			.map((value) -> (value instanceof Number) ? Number.class
					: (value instanceof Boolean) ? Boolean.class : CharSequence.class)
			.distinct()
			.count();
		if (types > 1) {
			throw subject.cannot("is in JSON, where a value is different only from values of its own type: "
					+ "write a list for each type");
		}
	}

	private String contains(Predicate.Contains contains, boolean negated) {
		Subject subject = this.terms.write(contains.term());
		Object first = contains.parts().get(0);
		if (looksIntoText(contains, subject)) {
			if (!(first instanceof CharSequence || first instanceof Character)) {
				throw FilterLiterals.mismatch(subject.property(), "a text", first);
			}
			return LikeWriter.write(subject, Place.ANYWHERE, first.toString(), negated);
		}
		boolean array = subject.kind() == Kind.JSON
				|| (subject.kind() == Kind.FIELD && (subject.isDocument() || subject.isField(FieldType.ARRAY)));
		if (!array) {
			throw subject.cannot("is no array that could contain something");
		}
		List<String> calls = calls(contains, subject);
		String all = (calls.size() == 1) ? calls.get(0)
				: (contains.amount() == Amount.ALL) ? String.join(" and ", calls) : anyOf(calls);
		if (!negated) {
			return all;
		}
		boolean alone = calls.size() == 1 || all.startsWith("(");
		return subject.present("not " + (alone ? all : "(" + all + ")"));
	}

	static boolean looksIntoText(Predicate.Contains contains, Subject subject) {
		if (contains.amount() != Amount.ONE) {
			return false;
		}
		FieldType type = subject.type();
		Object part = contains.parts().get(0);
		boolean unknown = type == null && (contains.term() instanceof Term.Property || subject.kind() != Kind.JSON);
		return unknown ? part instanceof CharSequence || part instanceof Character
				: type != null && type != FieldType.ARRAY && type != FieldType.JSON;
	}

	private static List<String> calls(Predicate.Contains contains, Subject subject) {
		boolean json = subject.isDocument()
				|| (subject.kind() == Kind.JSON && !(contains.term() instanceof Term.Property));
		String function = json ? "json_contains" : "array_contains";
		List<String> calls = new ArrayList<>();
		Collection<String> list = new LinkedHashSet<>();
		for (Object part : contains.parts()) {
			String literal = subject.elementLiteral(part);
			boolean listed = contains.amount() != Amount.ONE && !literal.equals(FilterLiterals.SMALLEST_LONG);
			if (listed) {
				list.add(literal);
			}
			else {
				// Milvus Lite reads no sign there.
				calls.add(function + "(" + subject.text() + ", "
						+ (literal.startsWith("-") ? "(" + literal + ")" : literal) + ")");
			}
		}
		if (!list.isEmpty()) {
			calls.add(0, function + contains.amount().suffix() + "(" + subject.text() + ", " + list + ")");
		}
		return calls;
	}

	private static String nullTest(Subject subject, boolean expected) {
		if (subject.kind() != Kind.FIELD && subject.kind() != Kind.JSON) {
			throw subject.cannot("is no field or JSON value that could be null");
		}
		return subject.text() + (expected ? " is null" : " is not null");
	}

	private static String call(Subject subject, Predicate.Call call, boolean negated) {
		FieldType type = subject.type();
		boolean fits = subject.kind() == Kind.FIELD && (type == null || (call.function().isSpatial()
				? type == FieldType.GEOMETRY : type == FieldType.VARCHAR || type == FieldType.TEXT));
		if (!fits) {
			throw subject.cannot(call.function().isSpatial() ? "is no geometry" : "is no text field");
		}
		StringBuilder text = new StringBuilder(call.function().name().toLowerCase(Locale.ROOT)).append('(')
			.append(subject.text());
		for (Object argument : call.arguments()) {
			text.append(", ");
			if (argument instanceof String given) {
				text.append(call.function().isSpatial() ? FilterLiterals.wkt(subject.property(), given)
						: FilterLiterals.quoted(subject.property(), given));
			}
			else {
				text.append((call.function() == Predicate.Function.TEXT_MATCH) ? "minimum_should_match=" : "")
					.append(argument);
			}
		}
		text.append(')');
		return negated ? subject.present("not " + text) : text.toString();
	}

	private static String elements(Subject subject, Predicate.Elements elements, boolean negated) {
		if (!subject.isField(FieldType.ARRAY_OF_STRUCT) && !subject.isField(FieldType.ARRAY)) {
			throw subject.cannot("has no elements to look into");
		}
		Quantity quantity = elements.quantity();
		String text = quantity.word() + "(" + subject.text() + ", " + FilterWriter.ofElements(subject, elements.part())
				+ (quantity.counts() ? ", threshold=" + elements.count() : "") + ")";
		return negated ? subject.present("not " + text) : text;
	}

	static String anyOf(List<String> terms) {
		return (terms.size() == 1) ? terms.get(0) : "(" + String.join(" or ", terms) + ")";
	}

}
