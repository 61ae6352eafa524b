package io.github.milvusspring.data.admin;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.github.milvusspring.data.wire.LoadRequests;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Reads the load state of collections and partitions, and waits until they are loaded.
 * Waiting is needed because a full Milvus server, unlike Milvus Lite, loads in the
 * background.
 */
final class CollectionLoading {

	private final AdministrationCalls calls;

	CollectionLoading(AdministrationCalls calls) {
		this.calls = calls;
	}

	/**
	 * Refuses options that Milvus Lite would ignore.
	 */
	void check(LoadOptions options) {
		this.calls.refuseOnLite(options.replicas() > 1, "load more than one replica");
		this.calls.refuseOnLite(!options.fields().isEmpty() || options.skipDynamicField(),
				"load some fields of a collection");
		this.calls.refuseOnLite(!options.resourceGroups().isEmpty(), "load into resource groups");
	}

	LoadState state(String collection, @Nullable String partition) {
		List<String> partitions = (partition != null) ? List.of(partition) : List.of();
		return switch (this.calls.call(LoadRequests.state(collection, partitions))) {
			case LOADED -> new LoadState(LoadState.Status.LOADED, 100);
			case LOADING ->
				new LoadState(LoadState.Status.LOADING, this.calls.call(LoadRequests.progress(collection, partitions)));
			case NOT_LOADED -> new LoadState(LoadState.Status.NOT_LOADED, 0);
			case MISSING -> throw new InvalidDataAccessResourceUsageException("Collection '" + collection + "'"
					+ ((partition != null) ? ", or its partition '" + partition + "'," : "")
					+ " does not exist: create it first");
		};
	}

	void awaitRefresh(String collection, Duration timeout) {
		new Polling<Integer>((percent) -> percent >= 100,
				(percent) -> "Collection '" + collection + "' is refreshed to " + percent + " % within " + timeout
						+ "; the server goes on: allow more time")
			.await(timeout, () -> this.calls.call(LoadRequests.refreshProgress(collection)));
	}

	void await(String what, LoadOptions options, Supplier<LoadState> look) {
		new Polling<>(LoadState::isLoaded,
				(state) -> what + " is not loaded yet, but " + state
						+ "; the server goes on: ask loadState() later, or allow more time with withTimeout(...)")
			.await(options.timeout(), () -> {
				LoadState state = look.get();
				if (options.progress() != null) {
					options.progress().accept(state);
				}
				return state;
			});
	}

}
