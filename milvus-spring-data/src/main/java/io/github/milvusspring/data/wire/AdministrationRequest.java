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
 * A call that carries no rows, in the generated messages of the protocol: they are small,
 * and must be complete to be compared.
 *
 * @param <R> the type of the answer
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
	 * Creates a call whose reply is its status.
	 * @param operation the operation
	 * @param method the generated method
	 * @param message the generated message
	 */
	static <Q extends MessageLite> AdministrationRequest<Boolean> of(Operation operation,
			MethodDescriptor<Q, Status> method, Q message) {
		return of(operation, method, message, ReplyStatus::of, (reply) -> true);
	}

	/**
	 * Creates a call.
	 * @param operation the operation
	 * @param method the generated method
	 * @param message the generated message
	 * @param status finds the status in the reply
	 * @param value reads the answer from the reply
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
