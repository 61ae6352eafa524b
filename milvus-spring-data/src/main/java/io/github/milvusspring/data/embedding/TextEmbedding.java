package io.github.milvusspring.data.embedding;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.MappingException;
import org.springframework.util.Assert;

/**
 * Provides the embedder for the texts of entities, or the reason why there is none.
 */
public final class TextEmbedding {

	/** The default number of texts that are passed to an embedder in one call. */
	public static final int DEFAULT_BATCH_SIZE = 64;

	/** No embedder is available: entities that need one are refused. */
	public static final TextEmbedding NONE = unavailable(
			"there is no embedder: declare a bean of type TextEmbedder, or add a Spring AI starter with an"
					+ " EmbeddingModel. Without Spring Boot, give TextEmbedding.of(embedder) to the MilvusTemplate");

	private final @Nullable TextEmbedder embedder;

	private final int batchSize;

	private final String problem;

	private TextEmbedding(@Nullable TextEmbedder embedder, int batchSize, String problem) {
		Assert.isTrue(batchSize > 0, () -> "A batch has at least one text, not " + batchSize);
		this.embedder = embedder;
		this.batchSize = batchSize;
		this.problem = problem;
	}

	/**
	 * Returns an embedding that uses an embedder.
	 * @param embedder the embedder, called with up to {@link #DEFAULT_BATCH_SIZE} texts
	 * at a time
	 * @return the embeddings
	 */
	public static TextEmbedding of(TextEmbedder embedder) {
		return new TextEmbedding(embedder, DEFAULT_BATCH_SIZE, "");
	}

	/**
	 * Returns an embedding for the case that no embedder is available.
	 * @param problem the end of the error message after "cannot be embedded:": the
	 * reason, and what to do
	 * @return the embedding, which refuses every entity that needs an embedder
	 */
	public static TextEmbedding unavailable(String problem) {
		return new TextEmbedding(null, DEFAULT_BATCH_SIZE, problem);
	}

	/**
	 * Returns a copy with another batch size.
	 * @param batchSize the maximum number of texts per call of the embedder, at least one
	 * @return the copy
	 * @throws IllegalArgumentException when the batch size is less than one
	 */
	public TextEmbedding withBatchSize(int batchSize) {
		return new TextEmbedding(this.embedder, batchSize, this.problem);
	}

	/**
	 * Returns the embedder for an entity class.
	 * @param type the entity class
	 * @throws MappingException when no embedder is available
	 */
	public EmbeddingBatches require(Class<?> type) {
		if (this.embedder == null) {
			throw new MappingException(
					type.getName() + " has @Embedding, and its texts cannot be embedded: " + this.problem);
		}
		return new EmbeddingBatches(this.embedder, this.batchSize);
	}

}
