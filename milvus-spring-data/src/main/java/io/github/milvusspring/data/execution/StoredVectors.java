package io.github.milvusspring.data.execution;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.milvusspring.data.mapping.EmbeddedVector;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.write.WriteOptions;

/**
 * The vectors that are stored already for texts that have not changed.
 */
final class StoredVectors {

	private final RowFetcher<Map<String, Object>> reads;

	private final MilvusPersistentProperty key;

	private final List<EmbeddedVector> vectors;

	private final String[] outputFields;

	/**
	 * Creates what looks for stored vectors.
	 * @param reads reads rows on the caller's thread
	 * @param key the property that holds the key
	 * @param vectors the vectors to keep where their texts have not changed
	 */
	StoredVectors(RowFetcher<Map<String, Object>> reads, MilvusPersistentProperty key, List<EmbeddedVector> vectors) {
		this.reads = reads;
		this.key = key;
		this.vectors = vectors;
		Set<String> fields = new LinkedHashSet<>();
		for (EmbeddedVector vector : vectors) {
			vector.sources().forEach((source) -> fields.add(source.getFieldName()));
			fields.add(vector.property().getFieldName());
		}
		this.outputFields = fields.toArray(String[]::new);
	}

	/**
	 * Finds what is stored for the rows of some texts. A vector depends on its text
	 * alone, so that it may be that of any of these rows.
	 * @return the vectors by property and text
	 */
	Map<EmbeddedVector, Map<String, float[]>> find(List<SourceText> texts, WriteOptions options) {
		Set<Object> keys = new LinkedHashSet<>();
		for (SourceText text : texts) {
			if (text.key() != null && text.vector().reuseUnchanged()) {
				keys.add(this.key.toStored(text.key()));
			}
		}
		if (keys.isEmpty()) {
			return Map.of();
		}
		ReadOptions read = new ReadOptions(List.of(), List.of(this.outputFields), null, options.timeout());
		Map<EmbeddedVector, Map<String, float[]>> found = new HashMap<>();
		for (Map<String, Object> row : RowTransport.await(this.reads.get(keys, read))) {
			for (EmbeddedVector vector : this.vectors) {
				String text = vector.text((source) -> row.get(source.getFieldName()));
				if (text != null && row.get(vector.property().getFieldName()) instanceof float[] values
						&& isVector(values)) {
					found.computeIfAbsent(vector, (missing) -> new HashMap<>()).put(text, values);
				}
			}
		}
		return found;
	}

	// Milvus Lite reads back zeros where a row has no vector.
	private static boolean isVector(float[] values) {
		for (float value : values) {
			if (value != 0) {
				return true;
			}
		}
		return false;
	}

}
