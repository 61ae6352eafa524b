package io.github.milvusspring.data.schema;

import java.util.function.Supplier;

import io.milvus.v2.service.collection.request.GetLoadStateReq;
import io.milvus.v2.service.collection.response.GetLoadStateResp;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what is loaded, and waits until it is: full servers load while the caller goes
 * on.
 */
final class Loads {

	private final AdministrationCalls calls;

	Loads(AdministrationCalls calls) {
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
		return this.calls.call("GetLoadState", collection, (client) -> {
			GetLoadStateReq.GetLoadStateReqBuilder request = GetLoadStateReq.builder().collectionName(collection);
			if (partition != null) {
				request.partitionName(partition);
			}
			return state(client.getLoadStateV2(request.build()));
		});
	}

	private static LoadState state(GetLoadStateResp response) {
		LoadState.Status status = switch (response.getStateName()) {
			case "LoadStateLoaded" -> LoadState.Status.LOADED;
			case "LoadStateLoading" -> LoadState.Status.LOADING;
			default -> LoadState.Status.NOT_LOADED;
		};
		Long progress = response.getProgress();
		return switch (status) {
			case LOADED -> new LoadState(status, 100);
			case LOADING -> new LoadState(status, (progress != null) ? progress.intValue() : 0);
			default -> new LoadState(status, 0);
		};
	}

	void await(String what, LoadOptions options, Supplier<LoadState> look) {
		new Waiting<>(LoadState::isLoaded,
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
