package io.github.milvusspring.data.schema;

import java.time.Duration;
import java.util.List;

import io.github.milvusspring.data.mapping.IndexSchema;
import io.github.milvusspring.data.wire.IndexState;
import io.github.milvusspring.data.wire.SchemaCalls;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;

/**
 * Waits for new indexes to be built.
 */
final class IndexBuilds {

	private static final long SHORTEST = 50;

	private static final long LONGEST = 2_000;

	private final SchemaCalls calls;

	private final SchemaOptions options;

	IndexBuilds(SchemaCalls calls, SchemaOptions options) {
		this.calls = calls;
		this.options = options;
	}

	void await(String collection, List<IndexSchema> indexes) {
		List<String> targets = indexes.stream().map(IndexSchema::target).toList();
		Duration timeout = this.options.indexTimeout();
		long start = System.nanoTime();
		long pause = SHORTEST;
		while (!built(collection, targets)) {
			if (System.nanoTime() - start > timeout.toNanos()) {
				throw new QueryTimeoutException("The indexes of " + targets + " of collection '" + collection
						+ "' were not built within " + timeout
						+ "; the server goes on: start again later, or allow more with milvus.schema.index-timeout");
			}
			pause(pause, collection);
			pause = Math.min(pause * 2, LONGEST);
		}
	}

	private boolean built(String collection, List<String> targets) {
		boolean built = true;
		for (IndexState state : this.calls.indexes(collection)) {
			IndexSchema index = state.index();
			if (!targets.contains(index.target())) {
				continue;
			}
			if (!state.failure().isEmpty()) {
				throw new NonTransientDataAccessResourceException(
						"The index '" + index.name() + "' of collection '" + collection + "' cannot be built: "
								+ state.failure() + ". Drop it, and declare another type or other parameters");
			}
			this.options.indexProgress()
				.onProgress(new IndexProgress(collection, index.name(), state.indexedRows(), state.totalRows(),
						state.pendingRows(), state.finished()));
			built &= state.finished();
		}
		return built;
	}

	private static void pause(long millis, String collection) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new QueryTimeoutException(
					"Waiting for the indexes of collection '" + collection + "' was interrupted", ex);
		}
	}

}
