package io.github.milvusspring.data.connection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.milvus.shaded.io.grpc.ClientCall;
import io.milvus.shaded.io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.milvus.shaded.io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.milvus.shaded.io.grpc.Metadata;
import io.milvus.shaded.io.grpc.Status;

/**
 * A gRPC call that fails when there is no connection for it within the connect time-out.
 *
 * @param <Q> the type of the request
 * @param <R> the type of the reply
 */
final class WatchedCall<Q, R> extends SimpleForwardingClientCall<Q, R> {

	private final ConnectionWatch watch;

	private final CallProgress progress;

	private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

	private volatile boolean gaveUp;

	WatchedCall(ClientCall<Q, R> call, ConnectionWatch watch, CallProgress progress) {
		super(call);
		this.watch = watch;
		this.progress = progress;
	}

	@Override
	public void start(Listener<R> listener, Metadata headers) {
		this.watch.calling();
		super.start(new SimpleForwardingClientCallListener<>(listener) {

			@Override
			public void onClose(Status status, Metadata trailers) {
				super.onClose(ended(status), trailers);
			}

		}, headers);
		if (!this.progress.isSent() && !this.ended.isDone()) {
			limitWaiting();
		}
	}

	private void limitWaiting() {
		this.watch.waiting();
		this.ended.completeOnTimeout(false, this.watch.connectTimeout().toNanos(), TimeUnit.NANOSECONDS)
			.thenAccept((inTime) -> {
				if (!inTime && !this.progress.isSent()) {
					this.gaveUp = true;
					cancel("There is no connection", null);
				}
			});
	}

	private Status ended(Status status) {
		this.watch.ended();
		this.ended.complete(true);
		if (this.gaveUp) {
			return Status.UNAVAILABLE.withDescription("there was no connection within "
					+ this.watch.connectTimeout().toMillis() + " ms (milvus.connect-timeout)");
		}
		if (status.getCode() == Status.Code.DEADLINE_EXCEEDED && this.progress.isSent()) {
			this.watch.timedOut(this.progress.sentAt());
		}
		return status;
	}

}
