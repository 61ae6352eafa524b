package io.github.milvusspring.data.core;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.github.milvusspring.data.mapping.MilvusServer;
import io.github.milvusspring.data.wire.DeleteRequest;
import io.github.milvusspring.data.wire.HybridSearchRequest;
import io.github.milvusspring.data.wire.MilvusCalls;
import io.github.milvusspring.data.wire.QueryReply;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.SearchReply;
import io.github.milvusspring.data.wire.SearchRequest;
import io.github.milvusspring.data.wire.WriteReply;
import io.github.milvusspring.data.wire.WriteRequest;
import org.jspecify.annotations.Nullable;

/**
 * The calls that carry rows, either on the caller's thread, where every future is
 * complete when it is returned, or on gRPC's.
 */
interface RowCalls {

	CompletableFuture<WriteReply> write(WriteRequest request, @Nullable Duration timeout);

	CompletableFuture<WriteReply> delete(DeleteRequest request, @Nullable Duration timeout);

	CompletableFuture<QueryReply> query(QueryRequest request, @Nullable Duration timeout);

	CompletableFuture<SearchReply> search(SearchRequest request, @Nullable Duration timeout);

	CompletableFuture<SearchReply> hybridSearch(HybridSearchRequest request, @Nullable Duration timeout);

	CompletableFuture<Void> flush(String collection, @Nullable Duration timeout);

	MilvusServer server();

	default boolean isLite() {
		return server().lite();
	}

	static RowCalls blocking(MilvusCalls calls) {
		return new RowCalls() {

			@Override
			public CompletableFuture<WriteReply> write(WriteRequest request, @Nullable Duration timeout) {
				return CompletableFuture.completedFuture(calls.write(request, timeout));
			}

			@Override
			public CompletableFuture<WriteReply> delete(DeleteRequest request, @Nullable Duration timeout) {
				return CompletableFuture.completedFuture(calls.delete(request, timeout));
			}

			@Override
			public CompletableFuture<QueryReply> query(QueryRequest request, @Nullable Duration timeout) {
				return CompletableFuture.completedFuture(calls.query(request, timeout));
			}

			@Override
			public CompletableFuture<SearchReply> search(SearchRequest request, @Nullable Duration timeout) {
				return CompletableFuture.completedFuture(calls.search(request, timeout));
			}

			@Override
			public CompletableFuture<SearchReply> hybridSearch(HybridSearchRequest request,
					@Nullable Duration timeout) {
				return CompletableFuture.completedFuture(calls.hybridSearch(request, timeout));
			}

			@Override
			public CompletableFuture<Void> flush(String collection, @Nullable Duration timeout) {
				CompletableFuture<Void> flushed = calls.flushAsync(collection, timeout);
				flushed.exceptionally((ex) -> null).join();
				return flushed;
			}

			@Override
			public MilvusServer server() {
				return calls.server();
			}

		};
	}

	static RowCalls async(MilvusCalls calls) {
		return new RowCalls() {

			@Override
			public CompletableFuture<WriteReply> write(WriteRequest request, @Nullable Duration timeout) {
				return calls.writeAsync(request, timeout);
			}

			@Override
			public CompletableFuture<WriteReply> delete(DeleteRequest request, @Nullable Duration timeout) {
				return calls.deleteAsync(request, timeout);
			}

			@Override
			public CompletableFuture<QueryReply> query(QueryRequest request, @Nullable Duration timeout) {
				return calls.queryAsync(request, timeout);
			}

			@Override
			public CompletableFuture<SearchReply> search(SearchRequest request, @Nullable Duration timeout) {
				return calls.searchAsync(request, timeout);
			}

			@Override
			public CompletableFuture<SearchReply> hybridSearch(HybridSearchRequest request,
					@Nullable Duration timeout) {
				return calls.hybridSearchAsync(request, timeout);
			}

			@Override
			public CompletableFuture<Void> flush(String collection, @Nullable Duration timeout) {
				return calls.flushAsync(collection, timeout);
			}

			@Override
			public MilvusServer server() {
				return calls.server();
			}

		};
	}

	/**
	 * The result of a future, with its failure as it was thrown.
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
	 * What a stage before failed with.
	 */
	static Throwable cause(Throwable ex) {
		return (ex instanceof CompletionException && ex.getCause() != null) ? ex.getCause() : ex;
	}

}
