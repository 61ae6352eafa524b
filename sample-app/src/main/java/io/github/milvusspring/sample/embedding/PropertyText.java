package io.github.milvusspring.sample.embedding;

import io.github.milvusspring.sample.metadata.DeclaredProperty;

/**
 * The text that stands for a property when its meaning is compared.
 */
public final class PropertyText {

	private PropertyText() {
	}

	/**
	 * Returns the description with the name in brackets: of the texts that were tried,
	 * the one with which questions found their property first most often.
	 * @param property the property
	 * @return the text
	 */
	public static String of(DeclaredProperty property) {
		return (property.description() + " (" + property.name() + ")").strip();
	}

}
