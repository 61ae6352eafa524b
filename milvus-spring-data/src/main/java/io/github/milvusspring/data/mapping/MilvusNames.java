package io.github.milvusspring.data.mapping;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What Milvus accepts as the name of a collection, field or partition.
 */
public final class MilvusNames {

	private static final Pattern LEGAL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,254}");

	private static final Set<String> WORDS = Set.of("and", "or", "not", "in", "like", "is", "null", "exists", "true",
			"false", "iso", "interval", "text_match", "phrase_match", "random_sample", "array_contains",
			"array_contains_all", "array_contains_any", "array_length", "json_contains", "json_contains_all",
			"json_contains_any");

	private MilvusNames() {
	}

	/**
	 * Checks a name before it is sent.
	 * @param kind what is named, for example {@code collection}
	 * @param name the name
	 * @return what is wrong with the name, {@code null} when it is legal
	 */
	public static @Nullable String problemOf(String kind, String name) {
		if (!LEGAL.matcher(name).matches()) {
			return "illegal " + kind + " name '" + name
					+ "': write letters, digits and underscores, at most 255, the first not a digit";
		}
		// A filter could not tell the field from the word.
		return (kind.equals("field") && WORDS.contains(name.toLowerCase(Locale.ROOT)))
				? "illegal field name '" + name + "', which is a word of Milvus's filters: write another one" : null;
	}

	static String snakeCase(String name) {
		return name.replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
			.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
			.toLowerCase(Locale.ROOT);
	}

}
