package io.github.milvusspring.sample.index;

import java.util.regex.Pattern;

import io.github.milvusspring.sample.metadata.DeclaredProperty;

/**
 * Cuts properties and questions into words, both in the same way.
 */
final class PropertyWords {

	/** Whatever is no letter or digit, and where a capital follows a small letter. */
	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

	private PropertyWords() {
	}

	/**
	 * Returns the words of the description, of the name twice, because it says the most
	 * in the fewest words, and of the default, which often says what kind of value it is.
	 * @param property the property
	 * @return the words, with blanks between them
	 */
	static String of(DeclaredProperty property) {
		String defaultValue = property.defaultValue();
		return in(String.join(" ", property.description(), property.name(), property.name(),
				(defaultValue != null) ? defaultValue : ""));
	}

	/**
	 * Returns the words of a text, without dots, dashes and camel case.
	 * @param text the text, for example {@code spring.jpa.show-sql}
	 * @return the words, with blanks between them
	 */
	static String in(String text) {
		return BETWEEN_WORDS.matcher(text).replaceAll(" ").strip();
	}

}
