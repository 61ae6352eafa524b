package io.github.milvusspring.data.wire;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.milvusspring.data.mapping.MilvusServer;
import io.milvus.grpc.FlushRequest;
import io.milvus.grpc.FlushResponse;
import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.shaded.io.grpc.CallOptions;
import io.milvus.shaded.io.grpc.Channel;
import io.milvus.shaded.io.grpc.MethodDescriptor;
import io.milvus.shaded.io.grpc.StatusRuntimeException;
import io.milvus.shaded.io.grpc.stub.ClientCalls;
import org.jspecify.annotations.Nullable;

/**
 * The calls that carry rows: the one place of deadlines, session timestamps and the
 * translation of errors.
 */
public final class MilvusCalls {

	private final Channel channel;

	private final MilvusExceptionTranslator translator;

	private final MilvusServer server;

	private final CollectionChanges changes;

	private final SessionTimestamps timestamps = new SessionTimestamps();

	MilvusCalls(Channel channel, MilvusExceptionTranslator translator, MilvusServer server, CollectionChanges changes) {
		this.channel = channel;
		this.translator = translator;
		this.server = server;
		this.changes = changes;
	}

	/**
	 * Returns which server the calls go to.
	 * @return its version, and whether it is Milvus Lite
	 */
	public MilvusServer server() {
		return this.server;
	}

	/**
	 * Calls {@code Insert} or {@code Upsert}.
	 * @param request the rows
	 * @param timeout the time-out of this call, {@code null} for the connection's
	 * @return the counts and keys
	 * @throws org.springframework.dao.DataAccessException when the server refuses or does
	 * not answer in time
	 */
	public WriteReply write(WriteRequest request, @Nullable Duration timeout) {
		long begun = this.timestamps.begin();
		WriteReply reply = call(method(request), request, action(request), timeout);
		this.timestamps.wrote(key(request.database(), request.collection()), reply.timestamp(), begun);
		return reply;
	}

	/**
	 * Calls {@code Delete}.
	 * @param request the filter
	 * @param timeout the time-out of this call, {@code null} for the connection's
	 * @return the count
	 * @throws org.springframework.dao.DataAccessException when the server refuses or does
	 * not answer in time
	 */
	public WriteReply delete(DeleteRequest request, @Nullable Duration timeout) {
		long begun = this.timestamps.begin();
		WriteReply reply = call(MilvusMethods.DELETE, request, action(request), timeout);
		this.timestamps.wrote(key(request.database(), request.collection()), reply.timestamp(), begun);
		return reply;
	}

	/**
	 * Calls {@code Query}.
	 * @param request the filter
	 * @param timeout the time-out of this call, {@code null} for the connection's
	 * @return the rows
	 * @throws org.springframework.dao.DataAccessException when the server refuses or does
	 * not answer in time
	 */
	public QueryReply query(QueryRequest request, @Nullable Duration timeout) {
		return call(MilvusMethods.QUERY, request.withScope(session(request.scope())), action("Query", request.scope()),
				timeout);
	}

	/**
	 * Calls {@code Search}.
	 * @param request the vectors
	 * @param timeout the time-out of this call, {@code null} for the connection's
	 * @return the hits
	 * @throws org.springframework.dao.DataAccessException when the server refuses or does
	 * not answer in time
	 */
	public SearchReply search(SearchRequest request, @Nullable Duration timeout) {
		return call(MilvusMethods.SEARCH, request.withScope(session(request.scope())),
				action("Search", request.scope()), timeout);
	}

	/**
	 * Calls {@code HybridSearch}.
	 * @param request the searches to fuse
	 * @param timeout the time-out of this call, {@code null} for the connection's
	 * @return the hits
	 * @throws org.springframework.dao.DataAccessException when the server refuses or does
	 * not answer in time
	 */
	public SearchReply hybridSearch(HybridSearchRequest request, @Nullable Duration timeout) {
		return call(MilvusMethods.HYBRID_SEARCH, request.withScope(session(request.scope())),
				action("HybridSearch", request.scope()), timeout);
	}

	/**
	 * Calls {@code Insert} or {@code Upsert} without waiting.
	 * @param request the rows
	 * @param timeout the time-out of this call, {@code null} for the connection's
	 * @return the counts and keys, completed on gRPC's threads, or a
	 * {@code DataAccessException}
	 */
	public CompletableFuture<WriteReply> writeAsync(WriteRequest request, @Nullable Duration timeout) {
		long begun = this.timestamps.begin();
		return callAsync(method(request), request, action(request), timeout).thenApply((reply) -> {
			this.timestamps.wrote(key(request.database(), request.collection()), reply.timestamp(), begun);
			return reply;
		});
	}

	/**
	 * Calls {@code Delete} without waiting.
	 * @param request the filter
	 * @param timeout the time-out of this call, {@code null} for the connection's
	 * @return the count, completed on gRPC's threads, or a {@code DataAccessException}
	 */
	public CompletableFuture<WriteReply> deleteAsync(DeleteRequest request, @Nullable Duration timeout) {
		long begun = this.timestamps.begin();
		return callAsync(MilvusMethods.DELETE, request, action(request), timeout).thenApply((reply) -> {
			this.timestamps.wrote(key(request.database(), request.collection()), reply.timestamp(), begun);
			return reply;
		});
	}

	/**
	 * Calls {@code Query} without waiting.
	 * @param request the filter
	 * @param timeout the time-out of this call, {@code null} for the connection's
	 * @return the rows, completed on gRPC's threads, or a {@code DataAccessException}
	 */
	public CompletableFuture<QueryReply> queryAsync(QueryRequest request, @Nullable Duration timeout) {
		return callAsync(MilvusMethods.QUERY, request.withScope(session(request.scope())),
				action("Query", request.scope()), timeout);
	}

	/**
	 * Calls {@code Search} without waiting.
	 * @param request the vectors
	 * @param timeout the time-out of this call, {@code null} for the connection's
	 * @return the hits, completed on gRPC's threads, or a {@code DataAccessException}
	 */
	public CompletableFuture<SearchReply> searchAsync(SearchRequest request, @Nullable Duration timeout) {
		return callAsync(MilvusMethods.SEARCH, request.withScope(session(request.scope())),
				action("Search", request.scope()), timeout);
	}

	/**
	 * Calls {@code HybridSearch} without waiting.
	 * @param request the searches to fuse
	 * @param timeout the time-out of this call, {@code null} for the connection's
	 * @return the hits, completed on gRPC's threads, or a {@code DataAccessException}
	 */
	public CompletableFuture<SearchReply> hybridSearchAsync(HybridSearchRequest request, @Nullable Duration timeout) {
		return callAsync(MilvusMethods.HYBRID_SEARCH, request.withScope(session(request.scope())),
				action("HybridSearch", request.scope()), timeout);
	}

	/**
	 * Calls {@code Flush} without waiting: the server puts the rows that it has in memory
	 * into its files.
	 * @param collection the collection
	 * @param timeout the time-out of this call, {@code null} for the connection's
	 * @return completed on gRPC's threads, or a {@code DataAccessException}
	 */
	public CompletableFuture<Void> flushAsync(String collection, @Nullable Duration timeout) {
		Action action = Action.of("Flush", collection);
		FlushRequest request = FlushRequest.newBuilder().addCollectionNames(collection).build();
		AsyncReply<FlushResponse> reply = new AsyncReply<>();
		ClientCalls.asyncUnaryCall(this.channel.newCall(MilvusServiceGrpc.getFlushMethod(), options(timeout)), request,
				reply);
		return reply.handle((value, failure) -> {
			if (failure instanceof StatusRuntimeException status) {
				throw this.translator.translate(action, status);
			}
			ReplyStatus status = ReplyStatus.of(value.getStatus());
			if (status.failed()) {
				throw this.translator.translate(action, status);
			}
			return null;
		});
	}

	private static MethodDescriptor<Request, WriteReply> method(WriteRequest request) {
		return (request.operation() == WriteRequest.Operation.INSERT) ? MilvusMethods.INSERT : MilvusMethods.UPSERT;
	}

	private static Action action(WriteRequest request) {
		String name = switch (request.operation()) {
			case INSERT -> "Insert";
			case UPSERT -> "Upsert";
			case UPDATE -> "Partial update";
		};
		return new Action(name, request.collection(), Action.Effect.WRITE);
	}

	private static Action action(DeleteRequest request) {
		return new Action("Delete", request.collection(), Action.Effect.DELETE);
	}

	private static Action action(String name, ReadScope scope) {
		return new Action(name, scope.collection(), Action.Effect.READ);
	}

	// The pages of one iteration see what its first page has seen.
	private ReadScope session(ReadScope scope) {
		return (scope.guaranteeTimestamp() != 0) ? scope
				: this.timestamps.guarantee(key(scope.database(), scope.collection()), scope);
	}

	private static String key(String database, String collection) {
		return database.isEmpty() ? collection : database + "." + collection;
	}

	private <R extends Reply> R call(MethodDescriptor<Request, R> method, Request request, Action action,
			@Nullable Duration timeout) {
		R reply;
		try {
			reply = ClientCalls.blockingUnaryCall(this.channel, method, options(timeout), request);
		}
		catch (StatusRuntimeException ex) {
			throw this.translator.translate(action, ex);
		}
		return succeeded(action, reply);
	}

	private <R extends Reply> CompletableFuture<R> callAsync(MethodDescriptor<Request, R> method, Request request,
			Action action, @Nullable Duration timeout) {
		AsyncReply<R> reply = new AsyncReply<>();
		ClientCalls.asyncUnaryCall(this.channel.newCall(method, options(timeout)), request, reply);
		return reply.handle((value, failure) -> {
			if (failure instanceof StatusRuntimeException status) {
				throw this.translator.translate(action, status);
			}
			return succeeded(action, value);
		});
	}

	private <R extends Reply> R succeeded(Action action, R reply) {
		if (reply.status().failed()) {
			if (this.translator.isMissing(reply.status())) {
				this.changes.add(action.collection());
			}
			throw this.translator.translate(action, reply.status());
		}
		return reply;
	}

	private static CallOptions options(@Nullable Duration timeout) {
		return (timeout != null) ? CallOptions.DEFAULT.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS)
				: CallOptions.DEFAULT;
	}

}
