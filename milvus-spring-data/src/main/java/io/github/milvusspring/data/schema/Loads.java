package io.github.milvusspring.data.schema;

import java.time.Duration;
import java.util.function.Supplier;

import io.milvus.v2.service.collection.request.GetLoadStateReq;
import io.milvus.v2.service.collection.response.GetLoadStateResp;
import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.QueryTimeoutException;

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
		RetryTemplate again = new RetryTemplate(RetryPolicy.builder()
			.maxRetries(Long.MAX_VALUE)
			.timeout((options.timeout() != null) ? options.timeout() : Duration.ZERO)
			.delay(Duration.ofMillis(20))
			.multiplier(1.5)
			.maxDelay(Duration.ofSeconds(1))
			.includes(StillLoading.class)
			.build());
		try {
			again.execute(() -> {
				LoadState state = look.get();
				if (options.progress() != null) {
					options.progress().accept(state);
				}
				if (!state.isLoaded()) {
					throw new StillLoading(state);
				}
				return state;
			});
		}
		catch (RetryException ex) {
			if (ex.getCause() instanceof StillLoading still) {
				throw new QueryTimeoutException(what + " is not loaded yet, but " + still.state
						+ "; the server goes on: ask loadState() later, or allow more time with withTimeout(...)", ex);
			}
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
	}

	/**
	 * Not an error, but the reason to look again.
	 */
	private static final class StillLoading extends RuntimeException {

		private final transient LoadState state;

		StillLoading(LoadState state) {
			super(state.toString(), null, false, false);
			this.state = state;
		}

	}

}
