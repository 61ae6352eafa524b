package io.github.milvusspring.sample.embedding;

import java.util.List;

/**
 * Turns texts into vectors of which those of similar meaning are close.
 */
public interface TextEmbedder {

	/**
	 * Turns one text into a vector.
	 * @param text the text
	 * @return the vector
	 */
	float[] embed(String text);

	/**
	 * Turns many texts into vectors.
	 * @param texts the texts
	 * @return their vectors, in the same order
	 */
	List<float[]> embedAll(List<String> texts);

}
