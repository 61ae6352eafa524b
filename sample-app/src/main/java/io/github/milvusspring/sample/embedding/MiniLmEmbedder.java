package io.github.milvusspring.sample.embedding;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;

/**
 * The model all-MiniLM-L6-v2, which comes in a jar and needs no network.
 */
public final class MiniLmEmbedder implements TextEmbedder, AutoCloseable {

	/** The number of floats in each vector. */
	public static final int DIMENSION = 384;

	private final ExecutorService threads;

	private final EmbeddingModel model;

	/**
	 * Loads the model.
	 * @param threads how many texts are worked on at the same time
	 */
	public MiniLmEmbedder(int threads) {
		this.threads = Executors.newFixedThreadPool(threads, MiniLmEmbedder::daemon);
		this.model = new AllMiniLmL6V2QuantizedEmbeddingModel(this.threads);
	}

	@Override
	public float[] embed(String text) {
		return this.model.embed(text).content().vector();
	}

	@Override
	public List<float[]> embedAll(List<String> texts) {
		List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
		return this.model.embedAll(segments).content().stream().map(Embedding::vector).toList();
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

	private static Thread daemon(Runnable work) {
		Thread thread = new Thread(work, "embedding");
		thread.setDaemon(true);
		return thread;
	}

}
