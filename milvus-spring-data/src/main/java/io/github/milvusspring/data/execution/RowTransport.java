package io.github.milvusspring.data.execution;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.github.milvusspring.data.connection.MilvusCalls;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.wire.Reply;
import io.github.milvusspring.data.wire.Request;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests that read or write rows. The blocking variant calls on the caller's
 * thread and returns completed futures; the futures of the asynchronous variant complete
 * on the threads of gRPC.
 */
interface RowTransport {

	<R extends Reply> CompletableFuture<R> call(Request<R> request, @Nullable Duration timeout);

	MilvusServer server();

	default boolean isLite() {
		return server().lite();
	}

	static RowTransport blocking(MilvusCalls calls) {
		return new RowTransport() {

			@Override
			public <R extends Reply> CompletableFuture<R> call(Request<R> request, @Nullable Duration timeout) {
				return CompletableFuture.completedFuture(calls.call(request, timeout));
			}

			@Override
			public MilvusServer server() {
				return calls.server();
			}

		};
	}

	static RowTransport async(MilvusCalls calls) {
		return new RowTransport() {

			@Override
			public <R extends Reply> CompletableFuture<R> call(Request<R> request, @Nullable Duration timeout) {
				return calls.callAsync(request, timeout);
			}

			@Override
			public MilvusServer server() {
				return calls.server();
			}

		};
	}

	/**
	 * Returns the result of a future, or throws the exception with which it failed,
	 * without a wrapper.
	 */
	static <R> R await(CompletableFuture<R> future) {
		try {
			return future.join();
		}
		catch (CompletionException ex) {
			throw (cause(ex) instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/**
	 * Returns the exception with which a previous stage failed, without a wrapper.
	 */
	static Throwable cause(Throwable ex) {
		return (ex instanceof CompletionException && ex.getCause() != null) ? ex.getCause() : ex;
	}

}
