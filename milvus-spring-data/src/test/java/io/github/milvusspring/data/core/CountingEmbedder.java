package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.milvusspring.data.embedding.TextEmbedder;

/**
 * An embedder that remembers what it was given, and on which thread.
 */
public final class CountingEmbedder implements TextEmbedder {

	public final List<List<String>> batches = Collections.synchronizedList(new ArrayList<>());

	final Set<Thread> threads = ConcurrentHashMap.newKeySet();

	@Override
	public List<float[]> embed(List<String> texts) {
		this.threads.add(Thread.currentThread());
		this.batches.add(List.copyOf(texts));
		if (texts.contains("broken")) {
			throw new IllegalStateException("out of order");
		}
		return texts.stream().map(CountingEmbedder::vector).toList();
	}

	public List<String> texts() {
		return this.batches.stream().flatMap(List::stream).toList();
	}

	/** A vector by which a text can be told. */
	public static float[] vector(String text) {
		int hash = text.hashCode();
		return new float[] { 1, text.length(), hash & 0xFF, (hash >> 8) & 0xFF };
	}

}
