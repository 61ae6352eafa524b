package io.github.milvusspring.data.query;

import java.util.List;

import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.query.Predicate.Place;
import io.github.milvusspring.data.query.ResolvedTerm.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes conditions on the characters of a text: how it begins or ends, what it contains,
 * or a pattern that it matches.
 */
final class LikeWriter {

	private LikeWriter() {
	}

	static String write(ResolvedTerm subject, Place place, String text, boolean negated, MilvusServer server) {
		requireText(subject);
		String name = subject.text();
		String literal = FilterLiterals.quoted(subject.property(), text);
		if (place == Place.START || text.isEmpty()) {
			// A half-open range has the same meaning on all servers and can use an index.
			String end = FilterLiterals.afterPrefix(text);
			return negated ? outside(name, literal, end) : inside(name, literal, end);
		}
		requirePatterns(subject, server);
		String like = switch (place) {
			case END -> like(name, text, "", name + " == " + literal);
			case ANYWHERE -> like(name, text, "%", inside(name, literal, FilterLiterals.afterPrefix(text)));
			default -> name + " like " + literal;
		};
		if (!negated) {
			return like;
		}
		String unlike = "not (" + like + ")";
		// For some servers, a JSON value that is not a text matches every negated
		// pattern.
		return subject.isJson() ? name + " >= \"\" and " + unlike : subject.present(unlike);
	}

	private static void requireText(ResolvedTerm subject) {
		FieldType type = subject.type();
		boolean text = type == null || type.isText();
		if (!text || subject.kind() == Kind.LENGTH || subject.kind() == Kind.NUMBER
				|| subject.kind() == Kind.JSON_NUMBER) {
			throw subject.cannot("is not a text");
		}
	}

	// Servers before Milvus 2.4 misread most patterns, and read some as "every row".
	private static void requirePatterns(ResolvedTerm subject, MilvusServer server) {
		if (server.isOlderThan("2.4.0")) {
			throw new InvalidDataAccessApiUsageException("Property '" + subject.property()
					+ "' is matched by a pattern, and the server is " + server
					+ ", which knows only what a text begins with: use startsWith(...), or Milvus 2.4 or newer");
		}
	}

	private static String inside(String name, String low, @Nullable String end) {
		String text = name + " >= " + low;
		return (end != null) ? text + " and " + name + " < " + FilterLiterals.quoted(end) : text;
	}

	private static String outside(String name, String low, @Nullable String end) {
		String text = name + " < " + low;
		return (end != null) ? PredicateWriter.anyOf(List.of(text, name + " >= " + FilterLiterals.quoted(end))) : text;
	}

	// Servers search for a pattern as for a plain text if its only wildcards are percent
	// signs at its ends. Milvus Lite then keeps the backslashes of escapes, and Milvus
	// 2.5.10 to 2.6.20 cut the text before an escaped percent sign at its end. In these
	// cases the pattern gets an underscore as another wildcard at its start, and a
	// separate condition finds the text at the start of the value.
	private static String like(String name, String text, String end, String atStart) {
		String pattern = FilterLiterals.escapeLike(text) + end;
		boolean misread = text.endsWith("%") || text.contains("\\");
		return misread
				? PredicateWriter.anyOf(List.of(atStart, name + " like " + FilterLiterals.quoted("_%" + pattern)))
				: name + " like " + FilterLiterals.quoted("%" + pattern);
	}

}
