package io.github.milvusspring.data.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Checks the names of collections, fields and partitions by the rules of Milvus.
 */
public final class MilvusNames {

	private static final Pattern LEGAL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,254}");

	private static final Pattern LEGAL_PARTITION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,254}");

	/** The reserved words of filters, of all versions of Milvus together. */
	private static final Set<String> WORDS = Set.of("and", "or", "not", "in", "like", "is", "null", "exists", "true",
			"false", "iso", "interval", "text_match", "text_match_fuzzy", "phrase_match", "minimum_should_match",
			"threshold", "random_sample", "array_contains", "array_contains_all", "array_contains_any", "array_length",
			"json_contains", "json_contains_all", "json_contains_any", "element_filter", "match_all", "match_any",
			"match_least", "match_most", "match_exact", "st_equals", "st_touches", "st_overlaps", "st_crosses",
			"st_contains", "st_intersects", "st_within", "st_dwithin", "st_isvalid");

	private MilvusNames() {
	}

	/**
	 * Checks a name.
	 * @param kind the kind of object that has the name, for example {@code collection}
	 * @param name the name
	 * @return the problem with the name, {@code null} when it is legal
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
		// In a filter, Milvus would read the name as the reserved word.
		return (kind.equals("field") && isWord(name))
				? "illegal field name '" + name + "', which is a word of Milvus's filters: write another one" : null;
	}

	/**
	 * Tells whether a name is a reserved word of Milvus filters, which cannot name a
	 * field.
	 * @param name the name
	 * @return {@code true} for a reserved word, in upper or lower case
	 */
	public static boolean isWord(String name) {
		return WORDS.contains(name.toLowerCase(Locale.ROOT));
	}

	/**
	 * Requires that a name is legal before a call sends it. Milvus Lite does not check
	 * names, and uses some of them as names of directories.
	 * @param kind the kind of object that has the name, for example {@code collection}
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
