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
 * Finds stored vectors that can be reused because their texts have not changed.
 */
final class StoredVectors {

	private final RowFetcher<Map<String, Object>> reads;

	private final MilvusPersistentProperty key;

	private final List<EmbeddedVector> vectors;

	private final String[] outputFields;

	/**
	 * Creates a finder of stored vectors.
	 * @param reads reads rows on the caller's thread
	 * @param key the property that holds the key
	 * @param vectors the vectors to reuse if their texts have not changed
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
	 * Reads the stored rows of some texts and returns their vectors. A vector depends
	 * only on its text, so it can be reused for another row with the same text.
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

	// If a row has no vector, Milvus Lite returns a vector of zeros.
	private static boolean isVector(float[] values) {
		for (float value : values) {
			if (value != 0) {
				return true;
			}
		}
		return false;
	}

}
