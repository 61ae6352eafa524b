package io.github.milvusspring.data.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * What Milvus accepts as the name of a collection, field or partition.
 */
public final class MilvusNames {

	private static final Pattern LEGAL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,254}");

	private static final Pattern LEGAL_PARTITION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,254}");

	/** Of all servers: some have more of them than others. */
	private static final Set<String> WORDS = Set.of("and", "or", "not", "in", "like", "is", "null", "exists", "true",
			"false", "iso", "interval", "text_match", "text_match_fuzzy", "phrase_match", "minimum_should_match",
			"threshold", "random_sample", "array_contains", "array_contains_all", "array_contains_any", "array_length",
			"json_contains", "json_contains_all", "json_contains_any", "element_filter", "match_all", "match_any",
			"match_least", "match_most", "match_exact", "st_equals", "st_touches", "st_overlaps", "st_crosses",
			"st_contains", "st_intersects", "st_within", "st_dwithin", "st_isvalid");

	private MilvusNames() {
	}

	/**
	 * Checks a name before it is sent.
	 * @param kind what is named, for example {@code collection}
	 * @param name the name
	 * @return what is wrong with the name, {@code null} when it is legal
	 */
	public static @Nullable String problemOf(String kind, String name) {
		if (kind.equals("partition")) {
			return LEGAL_PARTITION.matcher(name).matches() ? null : "illegal partition name '" + name
					+ "': write letters, digits, underscores and hyphens, at most 255, the first not a hyphen";
		}
		if (!LEGAL.matcher(name).matches()) {
			return "illegal " + kind + " name '" + name
					+ "': write letters, digits and underscores, at most 255, the first not a digit";
		}
		// A filter could not tell the field from the word.
		return (kind.equals("field") && isWord(name))
				? "illegal field name '" + name + "', which is a word of Milvus's filters: write another one" : null;
	}

	/**
	 * Tells whether a name is a word of Milvus's filters, which cannot name a field.
	 * @param name the name
	 * @return {@code true} for a word
	 */
	public static boolean isWord(String name) {
		return WORDS.contains(name.toLowerCase(Locale.ROOT));
	}

	/**
	 * Checks a name that a call is about to send. Milvus Lite checks none, and uses some
	 * as the names of directories.
	 * @param kind what is named, for example {@code collection}
	 * @param name the name
	 * @return the name
	 * @throws InvalidDataAccessApiUsageException when the name is {@code null} or illegal
	 */
	public static String require(String kind, @Nullable String name) {
		String problem = (name != null) ? problemOf(kind, name) : "name of a " + kind + " which is null";
		if (name == null || problem != null) {
			throw new InvalidDataAccessApiUsageException("A call has the " + problem);
		}
		return name;
	}

	public static String snakeCase(String name) {
		return name.replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
			.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
			.toLowerCase(Locale.ROOT);
	}

}
