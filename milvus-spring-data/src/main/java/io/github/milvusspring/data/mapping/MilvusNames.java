package io.github.milvusspring.data.mapping;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What Milvus accepts as the name of a collection, field or partition.
 */
public final class MilvusNames {

	private static final Pattern LEGAL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,254}");

	private MilvusNames() {
	}

	/**
	 * Checks a name before it is sent.
	 * @param kind what is named, for example {@code collection}
	 * @param name the name
	 * @return what is wrong with the name, {@code null} when it is legal
	 */
	public static @Nullable String problemOf(String kind, String name) {
		return LEGAL.matcher(name).matches() ? null : "illegal " + kind + " name '" + name
				+ "': write letters, digits and underscores, at most 255, the first not a digit";
	}

	static String snakeCase(String name) {
		return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
	}

}
