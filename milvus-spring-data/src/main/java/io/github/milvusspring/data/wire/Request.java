package io.github.milvusspring.data.wire;

import java.io.IOException;

import io.github.milvusspring.data.wire.column.ProtoWriter;
import io.milvus.shaded.io.grpc.MethodDescriptor;

/**
 * A request to a Milvus server. It knows its gRPC method, its operation and the
 * collection that it acts on, and how it uses or changes the timestamps of this client's
 * writes.
 *
 * @param <R> the type of the reply
 */
public sealed interface Request<R extends Reply>
		permits WriteRequest, DeleteRequest, QueryRequest, SearchRequest, HybridSearchRequest, AdministrationRequest {

	/**
	 * Returns the size of the encoded message.
	 * @return the number of bytes
	 * @throws ArithmeticException when the size does not fit into an {@code int}
	 */
	int encodedSize();

	/**
	 * Writes the encoded message.
	 * @param out the writer
	 * @throws IOException when the writer fails
	 */
	void writeTo(ProtoWriter out) throws IOException;

	/**
	 * Returns the gRPC method.
	 * @return the method
	 */
	MethodDescriptor<Request<?>, R> method();

	/**
	 * Returns the operation that the call performs; error messages name it.
	 * @return the operation
	 */
	Operation operation();

	/**
	 * Returns what is recorded of the request beside its operation.
	 * @return the details
	 */
	default CallDetails details() {
		return CallDetails.NONE;
	}

	/**
	 * Returns the request to send, with the timestamp that its consistency level needs.
	 * @param timestamps the timestamps of the writes of this client
	 * @return the request, which makes a read with session consistency see the writes of
	 * this client
	 */
	default Request<R> inSession(SessionTimestamps timestamps) {
		return this;
	}

	/**
	 * Records the timestamp of a write in the session; does nothing for other requests.
	 * @param reply the reply of a call that has succeeded
	 * @param timestamps the timestamps of the writes of this client
	 * @param begun the value that {@link SessionTimestamps#begin()} returned before the
	 * call
	 */
	default void succeeded(R reply, SessionTimestamps timestamps, long begun) {
	}

}
