package io.github.milvusspring.data.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import io.github.milvusspring.data.wire.column.ProtoWriter;
import io.milvus.shaded.io.grpc.Drainable;
import io.milvus.shaded.io.grpc.KnownLength;
import io.milvus.shaded.io.grpc.MethodDescriptor.Marshaller;
import org.jspecify.annotations.Nullable;

/**
 * Marshals a request for gRPC: the request writes itself directly to the network buffers.
 */
final class RequestMarshaller implements Marshaller<Request<?>> {

	@Override
	public InputStream stream(Request<?> request) {
		return new RequestStream(request);
	}

	@Override
	public Request<?> parse(InputStream stream) {
		throw new UnsupportedOperationException("A client reads no requests");
	}

	private static final class RequestStream extends InputStream implements KnownLength, Drainable {

		private final Request<?> request;

		private final int size;

		private @Nullable InputStream copy;

		private boolean drained;

		RequestStream(Request<?> request) {
			this.request = request;
			this.size = request.encodedSize();
		}

		@Override
		public int drainTo(OutputStream target) throws IOException {
			if (this.drained) {
				return 0;
			}
			this.drained = true;
			ProtoWriter out = new ProtoWriter(target, this.size);
			this.request.writeTo(out);
			out.flush();
			return this.size;
		}

		@Override
		public int available() {
			try {
				return (this.copy != null) ? this.copy.available() : this.drained ? 0 : this.size;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public int read() throws IOException {
			return copy().read();
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			return copy().read(target, offset, length);
		}

		// Needed only for transports that read the stream instead of draining it, for
		// example to compress it.
		private InputStream copy() throws IOException {
			if (this.copy == null) {
				ByteArrayOutputStream bytes = new ByteArrayOutputStream(this.size);
				drainTo(bytes);
				this.copy = new ByteArrayInputStream(bytes.toByteArray());
			}
			return this.copy;
		}

	}

}
