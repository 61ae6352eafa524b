package io.github.milvusspring.data.wire;

import java.io.IOException;

import io.github.milvusspring.data.wire.column.ProtoWriter;
import io.milvus.shaded.io.grpc.MethodDescriptor;

/**
 * A call that carries rows: it knows its method, what it does to which collection, and
 * what it has to do with the timestamps of this client's writes.
 *
 * @param <R> the reply
 */
public sealed interface Request<R extends Reply>
		permits WriteRequest, DeleteRequest, QueryRequest, SearchRequest, HybridSearchRequest, AdministrationRequest {

	/**
	 * Returns the number of bytes on the wire.
	 * @return the size
	 * @throws ArithmeticException when it is no {@code int}
	 */
	int encodedSize();

	/**
	 * Writes the message.
	 * @param out takes it
	 * @throws IOException when that fails
	 */
	void writeTo(ProtoWriter out) throws IOException;

	/**
	 * Returns the gRPC method.
	 * @return the method
	 */
	MethodDescriptor<Request<?>, R> method();

	/**
	 * Returns what the call does, for messages.
	 * @return the operation
	 */
	Operation operation();

	/**
	 * Returns the request as it is sent.
	 * @param timestamps of the writes of this client
	 * @return the request, which asks a reading server for what this client has written
	 */
	default Request<R> inSession(SessionTimestamps timestamps) {
		return this;
	}

	/**
	 * Takes note of what the server has answered.
	 * @param reply the reply of a call that has succeeded
	 * @param timestamps of the writes of this client
	 * @param begun what {@link SessionTimestamps#begin()} said before the call
	 */
	default void succeeded(R reply, SessionTimestamps timestamps, long begun) {
	}

}
