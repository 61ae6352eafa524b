package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

import com.google.protobuf.MessageLite;
import io.github.milvusspring.data.wire.column.ProtoWriter;
import io.milvus.grpc.Status;
import io.milvus.shaded.io.grpc.MethodDescriptor;
import io.milvus.shaded.io.grpc.MethodDescriptor.Marshaller;

/**
 * A request that carries no rows. It uses the generated messages of the Milvus protocol:
 * they are small, and the comparison of schemas needs all of their fields.
 *
 * @param <R> the type of the value in the reply
 */
public final class AdministrationRequest<R> implements Request<AdministrationReply<R>> {

	private final Operation operation;

	private final byte[] message;

	private final MethodDescriptor<Request<?>, AdministrationReply<R>> method;

	private AdministrationRequest(Operation operation, byte[] message,
			MethodDescriptor<Request<?>, AdministrationReply<R>> method) {
		this.operation = operation;
		this.message = message;
		this.method = method;
	}

	/**
	 * Creates a request whose reply holds only a status.
	 * @param operation the operation that the call performs
	 * @param method the generated gRPC method
	 * @param message the generated request message
	 */
	static <Q extends MessageLite> AdministrationRequest<Boolean> of(Operation operation,
			MethodDescriptor<Q, Status> method, Q message) {
		return of(operation, method, message, ReplyStatus::of, (reply) -> true);
	}

	/**
	 * Creates a request.
	 * @param operation the operation that the call performs
	 * @param method the generated gRPC method
	 * @param message the generated request message
	 * @param status gets the status from the reply
	 * @param value gets the value from the reply
	 */
	static <Q extends MessageLite, M, R> AdministrationRequest<R> of(Operation operation, MethodDescriptor<Q, M> method,
			Q message, Function<M, ReplyStatus> status, Function<M, R> value) {
		MethodDescriptor<Request<?>, AdministrationReply<R>> read = method
			.toBuilder(new RequestMarshaller(), new ReplyMarshaller<>(method.getResponseMarshaller(), status, value))
			.build();
		return new AdministrationRequest<>(operation, message.toByteArray(), read);
	}

	@Override
	public int encodedSize() {
		return this.message.length;
	}

	@Override
	public void writeTo(ProtoWriter out) throws IOException {
		out.raw(this.message);
	}

	@Override
	public MethodDescriptor<Request<?>, AdministrationReply<R>> method() {
		return this.method;
	}

	@Override
	public Operation operation() {
		return this.operation;
	}

	private record ReplyMarshaller<M, R>(Marshaller<M> messages, Function<M, ReplyStatus> status,
			Function<M, R> value) implements Marshaller<AdministrationReply<R>> {

		@Override
		public InputStream stream(AdministrationReply<R> reply) {
			throw new UnsupportedOperationException("A client writes no replies");
		}

		@Override
		public AdministrationReply<R> parse(InputStream stream) {
			M message = this.messages.parse(stream);
			return new AdministrationReply<>(this.status.apply(message), this.value.apply(message));
		}

	}

}
