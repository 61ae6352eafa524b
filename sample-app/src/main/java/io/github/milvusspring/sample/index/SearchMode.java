package io.github.milvusspring.sample.index;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a question and its properties have in common.
 */
public enum SearchMode {

	/** The meaning: their vectors are close. */
	MEANING,

	/** The words, those that few properties have above all. */
	WORDS,

	/** The meaning and the words. */
	BOTH;

	/**
	 * Returns the mode of a name.
	 * @param name the name in lower case
	 * @return the mode, {@code null} when there is none of this name
	 */
	public static @Nullable SearchMode named(String name) {
		for (SearchMode mode : values()) {
			if (mode.toString().equals(name)) {
				return mode;
			}
		}
		return null;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
