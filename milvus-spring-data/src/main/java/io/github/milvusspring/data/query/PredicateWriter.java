package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.query.Predicate.Amount;
import io.github.milvusspring.data.query.Predicate.Place;
import io.github.milvusspring.data.query.Predicate.Quantity;
import io.github.milvusspring.data.query.ResolvedTerm.Kind;

/**
 * Writes a condition on one term, or the negation of that condition.
 */
final class PredicateWriter {

	private final TermWriter terms;

	private final ComparisonWriter comparisons;

	PredicateWriter(TermWriter terms) {
		this.terms = terms;
		this.comparisons = new ComparisonWriter(terms);
	}

	String text(Predicate predicate, boolean negated) {
		if (predicate instanceof Predicate.Comparison comparison) {
			return this.comparisons.write(comparison, negated);
		}
		if (predicate instanceof Predicate.In in) {
			return this.comparisons.write(in, negated);
		}
		if (predicate instanceof Predicate.Like like) {
			return LikeWriter.write(this.terms.write(like.term()), like.place(), like.text(), negated,
					this.terms.server());
		}
		if (predicate instanceof Predicate.Contains contains) {
			return contains(contains, negated);
		}
		if (predicate instanceof Predicate.Null test) {
			return nullTest(this.terms.write(test.term()), test.expected() != negated);
		}
		if (predicate instanceof Predicate.Exists exists) {
			ResolvedTerm subject = this.terms.write(exists.term());
			if (subject.kind() != Kind.JSON && subject.field() != null) {
				throw subject.cannot("is no JSON that could be missing: use isNotNull()");
			}
			return (negated ? "not " : "") + "(exists " + subject.text() + ")";
		}
		if (predicate instanceof Predicate.Call call) {
			return call(this.terms.write(call.term()), call, negated);
		}
		Predicate.Elements elements = (Predicate.Elements) predicate;
		return elements(this.terms.write(elements.term()), elements, negated);
	}

	private String contains(Predicate.Contains contains, boolean negated) {
		ResolvedTerm subject = this.terms.write(contains.term());
		Object first = contains.parts().get(0);
		if (looksIntoText(contains, subject)) {
			if (!(first instanceof CharSequence || first instanceof Character)) {
				throw FilterLiterals.mismatch(subject.property(), "a text", first);
			}
			return LikeWriter.write(subject, Place.ANYWHERE, first.toString(), negated, this.terms.server());
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
		boolean document = subject.isJson() || subject.isDocument();
		ResolvedTerm looked = document ? subject.guardedBy(this.terms.arrayGuard(subject)) : subject;
		return looked.present("not " + (alone ? all : "(" + all + ")"));
	}

	static boolean looksIntoText(Predicate.Contains contains, ResolvedTerm subject) {
		if (contains.amount() != Amount.ONE) {
			return false;
		}
		FieldType type = subject.type();
		Object part = contains.parts().get(0);
		boolean unknown = type == null && (contains.term() instanceof Term.Property || subject.kind() != Kind.JSON);
		return unknown ? part instanceof CharSequence || part instanceof Character
				: type != null && type != FieldType.ARRAY && type != FieldType.JSON;
	}

	private static List<String> calls(Predicate.Contains contains, ResolvedTerm subject) {
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
				// Milvus Lite cannot read a sign at this position.
				calls.add(function + "(" + subject.text() + ", "
						+ (literal.startsWith("-") ? "(" + literal + ")" : literal) + ")");
			}
		}
		if (!list.isEmpty()) {
			calls.add(0, function + contains.amount().suffix() + "(" + subject.text() + ", " + list + ")");
		}
		return calls;
	}

	private static String nullTest(ResolvedTerm subject, boolean expected) {
		if (subject.kind() != Kind.FIELD && subject.kind() != Kind.JSON) {
			throw subject.cannot("is no field or JSON value that could be null");
		}
		return subject.text() + (expected ? " is null" : " is not null");
	}

	private static String call(ResolvedTerm subject, Predicate.Call call, boolean negated) {
		FieldType type = subject.type();
		boolean fits = subject.kind() == Kind.FIELD
				&& (type == null || (call.function().isSpatial() ? type == FieldType.GEOMETRY : type.isText()));
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

	private String elements(ResolvedTerm subject, Predicate.Elements elements, boolean negated) {
		if (!subject.isField(FieldType.ARRAY_OF_STRUCT) && !subject.isField(FieldType.ARRAY)) {
			throw subject.cannot("has no elements to look into");
		}
		Quantity quantity = elements.quantity();
		String text = quantity.word() + "(" + subject.text() + ", "
				+ FilterWriter.ofElements(this.terms.ofElements(subject), elements.part())
				+ (quantity.counts() ? ", threshold=" + elements.count() : "") + ")";
		return negated ? subject.present("not " + text) : text;
	}

	static String anyOf(List<String> terms) {
		return (terms.size() == 1) ? terms.get(0) : "(" + BalancedText.join(terms, " or ") + ")";
	}

}
