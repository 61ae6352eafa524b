package io.github.milvusspring.sample.embedding;

import java.util.List;
import java.util.concurrent.ForkJoinPool;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.github.milvusspring.data.embedding.TextEmbedder;

/**
 * The model all-MiniLM-L6-v2, which comes in a jar and needs no network.
 */
public final class MiniLmEmbedder implements TextEmbedder, AutoCloseable {

	/** The number of floats in each vector. */
	public static final int DIMENSION = 384;

	private final ForkJoinPool threads;

	private final EmbeddingModel model;

	/**
	 * Loads the model.
	 * @param threads how many texts are worked on at the same time
	 */
	public MiniLmEmbedder(int threads) {
		this.threads = new ForkJoinPool(threads);
		this.model = new AllMiniLmL6V2QuantizedEmbeddingModel(this.threads);
	}

	@Override
	public List<float[]> embed(List<String> texts) {
		List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
		return this.model.embedAll(segments).content().stream().map(Embedding::vector).toList();
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
