package io.github.milvusspring.data.connection;

import java.util.concurrent.CompletableFuture;

import io.milvus.shaded.io.grpc.Status;
import io.milvus.shaded.io.grpc.stub.StreamObserver;

/**
 * A future that completes with the reply of a gRPC call in flight.
 *
 * @param <R> the type of the reply
 */
final class AsyncReply<R> extends CompletableFuture<R> implements StreamObserver<R> {

	@Override
	public void onNext(R reply) {
		complete(reply);
	}

	@Override
	public void onError(Throwable failure) {
		completeExceptionally(failure);
	}

	@Override
	public void onCompleted() {
		if (!isDone()) {
			onError(Status.INTERNAL.withDescription("The server ended the call without a reply").asRuntimeException());
		}
	}

}
