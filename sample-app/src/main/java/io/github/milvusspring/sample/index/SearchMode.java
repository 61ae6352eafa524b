package io.github.milvusspring.sample.index;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
	 * @return the mode, empty when there is none of this name
	 */
	public static Optional<SearchMode> named(String name) {
		return Arrays.stream(values()).filter((mode) -> mode.toString().equals(name)).findAny();
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
