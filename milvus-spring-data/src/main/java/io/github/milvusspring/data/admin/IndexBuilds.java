package io.github.milvusspring.data.admin;

import java.time.Duration;
import java.util.List;

import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.wire.IndexState;

import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * Waits until new indexes are built.
 */
final class IndexBuilds {

	private final AdministrationCalls calls;

	private final SchemaOptions options;

	IndexBuilds(AdministrationCalls calls, SchemaOptions options) {
		this.calls = calls;
		this.options = options;
	}

	void await(String collection, List<IndexSchema> indexes) {
		List<String> targets = indexes.stream().map(IndexSchema::target).toList();
		Duration timeout = this.options.indexTimeout();
		new Polling<Boolean>(Boolean::booleanValue,
				(built) -> "The indexes of " + targets + " of collection '" + collection + "' were not built within "
						+ timeout
						+ "; the server goes on: start again later, or allow more with milvus.schema.index-timeout")
			.await(timeout, () -> built(collection, targets));
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

}
