package io.github.milvusspring.data.embedding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Calls an embedder with batches of texts.
 *
 * @param embedder the embedder that computes the vectors
 * @param size the maximum number of texts in a batch
 */
public record EmbeddingBatches(TextEmbedder embedder, int size) {

	/**
	 * Computes the vectors of texts on the thread of the caller.
	 * @param texts the texts, without duplicates
	 * @param failure returns the start of the error message for a batch of texts that
	 * could not be embedded
	 * @return the vectors, keyed by their texts
	 */
	public Map<String, float[]> embed(Collection<String> texts, Function<List<String>, String> failure) {
		Map<String, float[]> vectors = new HashMap<>(texts.size() * 2);
		List<String> all = List.copyOf(texts);
		for (int from = 0; from < all.size(); from += this.size) {
			List<String> batch = all.subList(from, Math.min(all.size(), from + this.size));
			List<float[]> made = call(batch, failure);
			for (int i = 0; i < batch.size(); i++) {
				vectors.put(batch.get(i), made.get(i));
			}
		}
		return vectors;
	}

	private List<float[]> call(List<String> batch, Function<List<String>, String> failure) {
		List<float[]> made;
		try {
			made = this.embedder.embed(batch);
		}
		catch (RuntimeException ex) {
			throw new DataAccessResourceFailureException(
					failure.apply(batch) + ": the embedder failed with a " + ex.getClass().getSimpleName(), ex);
		}
		int vectors = (made != null) ? (int) made.stream().filter((vector) -> vector != null).count() : 0;
		if (made == null || vectors != batch.size() || vectors != made.size()) {
			throw new InvalidDataAccessResourceUsageException(
					failure.apply(batch) + ": the embedder returned " + vectors + " vectors for " + batch.size()
							+ " texts, and must return one for each, in their order");
		}
		return new ArrayList<>(made);
	}

}
