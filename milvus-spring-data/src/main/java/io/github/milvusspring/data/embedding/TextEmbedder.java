package io.github.milvusspring.data.embedding;

import java.util.List;

/**
 * Makes vectors from texts, for the properties marked
 * {@link io.github.milvusspring.data.mapping.Embedding @Embedding} and for searches by
 * text; safe for use by many threads.
 */
@FunctionalInterface
public interface TextEmbedder {

	/**
	 * Makes vectors from texts.
	 * @param texts the texts, each different from the others
	 * @return a vector for each text, in the same order
	 */
	List<float[]> embed(List<String> texts);

}
