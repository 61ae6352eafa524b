package io.github.milvusspring.data.execution;

import java.util.List;

import io.github.milvusspring.data.mapping.EmbeddedVector;
import org.jspecify.annotations.Nullable;

/**
 * A text from which a vector is computed.
 *
 * @param index the index of its row in the batch
 * @param row the index of the same row, counted over all batches
 * @param key the key of the row, {@code null} when it has none
 * @param vector the vector to compute
 * @param text the text
 */
record SourceText(int index, long row, @Nullable Object key, EmbeddedVector vector, String text) {

	private static final int NAMED = 10;

	/** Describes the rows that have one of the chosen texts, for an error message. */
	static String rows(List<SourceText> texts, List<String> chosen) {
		List<String> rows = texts.stream()
			.filter((text) -> chosen.contains(text.text()))
			.map(SourceText::toString)
			.distinct()
			.toList();
		String names = String.join(", ", rows.subList(0, Math.min(NAMED, rows.size())));
		return (rows.size() > NAMED) ? names + " and " + (rows.size() - NAMED) + " more" : names;
	}

	@Override
	public String toString() {
		return describe(this.row, this.key);
	}

	static String describe(long row, @Nullable Object key) {
		return "row " + row + ((key != null) ? " (key " + key + ")" : "");
	}

}
