package io.github.milvusspring.data.connection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.wire.Operation;
import io.github.milvusspring.data.wire.Reply;
import io.github.milvusspring.data.wire.Request;
import io.github.milvusspring.data.wire.SessionTimestamps;
import io.milvus.shaded.io.grpc.CallOptions;
import io.milvus.shaded.io.grpc.Channel;
import io.milvus.shaded.io.grpc.StatusRuntimeException;
import io.milvus.shaded.io.grpc.stub.ClientCalls;
import org.jspecify.annotations.Nullable;

/**
 * Makes every call of the library: with a deadline, the timestamps of the session, a
 * record of the call, and errors as Spring's exceptions.
 */
public final class MilvusCalls {

	private final Channel channel;

	private final MilvusExceptionTranslator translator;

	private final MilvusServer server;

	private final CollectionChanges changes;

	private final CallRecorder recorder;

	private final SessionTimestamps timestamps = new SessionTimestamps();

	MilvusCalls(Channel channel, MilvusExceptionTranslator translator, MilvusServer server, CollectionChanges changes,
			CallRecorder recorder) {
		this.channel = channel;
		this.translator = translator;
		this.server = server;
		this.changes = changes;
		this.recorder = recorder;
	}

	/**
	 * Returns which server the calls go to.
	 * @return its version, and whether it is Milvus Lite
	 */
	public MilvusServer server() {
		return this.server;
	}

	/**
	 * Calls Milvus and waits for its answer.
	 * @param <R> the reply
	 * @param request the request
	 * @param timeout the time-out of the call, {@code null} for that of the connection
	 * @return the reply of a call that has succeeded
	 * @throws org.springframework.dao.DataAccessException when the server refuses or does
	 * not answer in time
	 */
	public <R extends Reply> R call(Request<R> request, @Nullable Duration timeout) {
		CallRecord record = this.recorder.begin(request);
		try {
			long begun = this.timestamps.begin();
			Request<R> sent = request.inSession(this.timestamps);
			R reply = ClientCalls.blockingUnaryCall(channel(record), sent.method(), options(timeout), sent);
			return answered(sent, reply, begun, record);
		}
		catch (StatusRuntimeException ex) {
			throw failed(this.translator.translate(request.operation(), ex), record);
		}
		catch (RuntimeException ex) {
			throw failed(ex, record);
		}
	}

	/**
	 * Calls Milvus without waiting.
	 * @param <R> the reply
	 * @param request the request
	 * @param timeout the time-out of the call, {@code null} for that of the connection
	 * @return the reply of a call that has succeeded, completed on gRPC's threads, or a
	 * {@code DataAccessException}
	 */
	public <R extends Reply> CompletableFuture<R> callAsync(Request<R> request, @Nullable Duration timeout) {
		CallRecord record = this.recorder.begin(request);
		try {
			long begun = this.timestamps.begin();
			Request<R> sent = request.inSession(this.timestamps);
			AsyncReply<R> reply = new AsyncReply<>();
			ClientCalls.asyncUnaryCall(channel(record).newCall(sent.method(), options(timeout)), sent, reply);
			return reply.handle((value, failure) -> {
				try {
					if (failure instanceof StatusRuntimeException status) {
						throw this.translator.translate(sent.operation(), status);
					}
					return answered(sent, value, begun, record);
				}
				catch (RuntimeException ex) {
					throw failed(ex, record);
				}
			});
		}
		catch (RuntimeException ex) {
			throw failed(ex, record);
		}
	}

	private Channel channel(@Nullable CallRecord record) {
		return (record != null) ? record.channel(this.channel) : this.channel;
	}

	private static RuntimeException failed(RuntimeException failure, @Nullable CallRecord record) {
		if (record != null) {
			record.failed(failure);
		}
		return failure;
	}

	private <R extends Reply> R answered(Request<R> request, R reply, long begun, @Nullable CallRecord record) {
		if (reply.status().failed()) {
			Operation operation = request.operation();
			if (this.translator.isMissing(reply.status())) {
				this.changes.add(operation.collection());
			}
			throw this.translator.translate(operation, reply.status());
		}
		request.succeeded(reply, this.timestamps, begun);
		if (record != null) {
			record.succeeded(reply);
		}
		return reply;
	}

	private static CallOptions options(@Nullable Duration timeout) {
		return (timeout != null) ? CallOptions.DEFAULT.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS)
				: CallOptions.DEFAULT;
	}

}
