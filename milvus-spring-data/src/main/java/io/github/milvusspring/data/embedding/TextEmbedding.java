package io.github.milvusspring.data.embedding;

import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.MappingException;
import org.springframework.util.Assert;

/**
 * How the texts of entities become vectors, or why they cannot.
 */
public final class TextEmbedding {

	/** How many texts an embedder is given at once, unless it is said. */
	public static final int DEFAULT_BATCH_SIZE = 64;

	/** No texts become vectors: an entity that needs it is refused. */
	public static final TextEmbedding NONE = unavailable(
			"there is no embedder: declare a bean of type TextEmbedder, or add a Spring AI starter with an"
					+ " EmbeddingModel. Without Spring Boot, give Embeddings.of(embedder) to the MilvusTemplate");

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
	 * Returns how one embedder makes vectors.
	 * @param embedder makes the vectors, {@link #DEFAULT_BATCH_SIZE} texts at once
	 * @return the embeddings
	 */
	public static TextEmbedding of(TextEmbedder embedder) {
		return new TextEmbedding(embedder, DEFAULT_BATCH_SIZE, "");
	}

	/**
	 * Returns that texts cannot become vectors.
	 * @param problem why, and what to do, after "cannot be embedded:"
	 * @return the embeddings, which refuse every entity that needs them
	 */
	public static TextEmbedding unavailable(String problem) {
		return new TextEmbedding(null, DEFAULT_BATCH_SIZE, problem);
	}

	/**
	 * Returns a copy with another batch size.
	 * @param batchSize how many texts the embedder is given at once, at least one
	 * @return the copy
	 * @throws IllegalArgumentException when it is less than one
	 */
	public TextEmbedding withBatchSize(int batchSize) {
		return new TextEmbedding(this.embedder, batchSize, this.problem);
	}

	/**
	 * What embeds the texts of an entity.
	 * @param type the class of the entity
	 * @throws MappingException when nothing does
	 */
	public EmbeddingBatches require(Class<?> type) {
		if (this.embedder == null) {
			throw new MappingException(
					type.getName() + " has @Embedding, and its texts cannot be embedded: " + this.problem);
		}
		return new EmbeddingBatches(this.embedder, this.batchSize);
	}

}
