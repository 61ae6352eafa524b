package io.github.milvusspring.data.wire;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

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

	private final boolean lite;

	private final SessionTimestamps timestamps = new SessionTimestamps();

	MilvusCalls(Channel channel, MilvusExceptionTranslator translator, boolean lite) {
		this.channel = channel;
		this.translator = translator;
		this.lite = lite;
	}

	/**
	 * Tells whether the server is Milvus Lite, which needs some care.
	 * @return {@code true} for Milvus Lite
	 */
	public boolean isLite() {
		return this.lite;
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
		boolean insert = request.operation() == WriteRequest.Operation.INSERT;
		WriteReply reply = call(insert ? MilvusMethods.INSERT : MilvusMethods.UPSERT, request,
				new Action(insert ? "Insert" : "Upsert", request.collection(), true), timeout);
		this.timestamps.wrote(key(request.database(), request.collection()), reply.timestamp());
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
		WriteReply reply = call(MilvusMethods.DELETE, request, new Action("Delete", request.collection(), false),
				timeout);
		this.timestamps.wrote(key(request.database(), request.collection()), reply.timestamp());
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
	public Columns query(QueryRequest request, @Nullable Duration timeout) {
		return call(MilvusMethods.QUERY, request.withScope(session(request.scope())),
				new Action("Query", request.scope().collection(), false), timeout)
			.rows();
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
				new Action("Search", request.scope().collection(), false), timeout);
	}

	private ReadScope session(ReadScope scope) {
		return scope.withGuaranteeTimestamp(
				this.timestamps.guarantee(key(scope.database(), scope.collection()), scope.consistency()));
	}

	private static String key(String database, String collection) {
		return database.isEmpty() ? collection : database + "." + collection;
	}

	private <R extends Reply> R call(MethodDescriptor<Request, R> method, Request request, Action action,
			@Nullable Duration timeout) {
		CallOptions options = (timeout != null)
				? CallOptions.DEFAULT.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS) : CallOptions.DEFAULT;
		R reply;
		try {
			reply = ClientCalls.blockingUnaryCall(this.channel, method, options, request);
		}
		catch (StatusRuntimeException ex) {
			throw this.translator.translate(action, ex);
		}
		if (reply.status().failed()) {
			throw this.translator.translate(action, reply.status());
		}
		return reply;
	}

}
