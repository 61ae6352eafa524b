package io.github.milvusspring.data.embedding;

import java.util.List;

/**
 * Computes vectors from texts, for properties annotated with
 * {@link io.github.milvusspring.data.mapping.Embedding @Embedding} and for searches by
 * text. Implementations must be thread-safe.
 */
@FunctionalInterface
public interface TextEmbedder {

	/**
	 * Computes one vector for each text.
	 * @param texts the texts, without duplicates
	 * @return the vectors, in the order of the texts
	 */
	List<float[]> embed(List<String> texts);

}
