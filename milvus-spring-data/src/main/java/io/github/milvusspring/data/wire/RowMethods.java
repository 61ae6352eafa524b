package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.io.InputStream;

import io.milvus.shaded.io.grpc.MethodDescriptor;
import io.milvus.shaded.io.grpc.MethodDescriptor.Marshaller;
import io.milvus.shaded.io.grpc.MethodDescriptor.MethodType;
import io.milvus.shaded.io.grpc.Status;

/**
 * The gRPC methods that transfer rows.
 */
final class RowMethods {

	private static final String SERVICE = "milvus.proto.milvus.MilvusService";

	static final MethodDescriptor<Request<?>, WriteReply> INSERT = method("Insert", WriteReply::read, false);

	static final MethodDescriptor<Request<?>, WriteReply> UPSERT = method("Upsert", WriteReply::read, true);

	static final MethodDescriptor<Request<?>, WriteReply> DELETE = method("Delete", WriteReply::read, true);

	static final MethodDescriptor<Request<?>, QueryReply> QUERY = method("Query", QueryReply::read, true);

	static final MethodDescriptor<Request<?>, SearchReply> SEARCH = method("Search", SearchReply::read, true);

	static final MethodDescriptor<Request<?>, SearchReply> HYBRID_SEARCH = method("HybridSearch", SearchReply::read,
			true);

	private RowMethods() {
	}

	private static <R extends Reply> MethodDescriptor<Request<?>, R> method(String name, ReplyReader<R> reader,
			boolean idempotent) {
		return MethodDescriptor.<Request<?>, R>newBuilder()
			.setType(MethodType.UNARY)
			.setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
			.setRequestMarshaller(new RequestMarshaller())
			.setResponseMarshaller(new ReplyMarshaller<>(reader))
			.setIdempotent(idempotent)
			.build();
	}

	private interface ReplyReader<R> {

		R read(InputStream stream) throws IOException;

	}

	private record ReplyMarshaller<R>(ReplyReader<R> reader) implements Marshaller<R> {

		@Override
		public InputStream stream(R reply) {
			throw new UnsupportedOperationException("A client writes no replies");
		}

		@Override
		public R parse(InputStream stream) {
			try {
				return this.reader.read(stream);
			}
			catch (IOException ex) {
				throw Status.INTERNAL.withDescription("The server's reply cannot be read: " + ex.getMessage())
					.withCause(ex)
					.asRuntimeException();
			}
		}

	}

}
