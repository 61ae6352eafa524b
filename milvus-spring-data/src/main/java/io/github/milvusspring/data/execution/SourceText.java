package io.github.milvusspring.data.execution;

import java.util.List;

import io.github.milvusspring.data.mapping.EmbeddedVector;
import org.jspecify.annotations.Nullable;

/**
 * A text that becomes a vector.
 *
 * @param index which row of the batch has it
 * @param row the same row, counted over all batches
 * @param key the key of the row, {@code null} when it has none
 * @param vector the vector to make
 * @param text the text
 */
record SourceText(int index, long row, @Nullable Object key, EmbeddedVector vector, String text) {

	private static final int NAMED = 10;

	/** Names the rows that have one of some texts. */
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
