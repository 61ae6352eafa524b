package io.github.milvusspring.data.connection;

import io.milvus.shaded.io.grpc.Attributes;
import io.milvus.shaded.io.grpc.ClientStreamTracer;
import io.milvus.shaded.io.grpc.Metadata;

/**
 * Records whether and when gRPC assigned a call to a connection, and notifies the
 * {@link ConnectionWatch} of each response.
 */
final class CallProgress extends ClientStreamTracer {

	private final ConnectionWatch watch;

	private volatile boolean sent;

	private volatile long sentAt;

	CallProgress(ConnectionWatch watch) {
		this.watch = watch;
	}

	ClientStreamTracer.Factory tracers() {
		return new ClientStreamTracer.Factory() {

			@Override
			public ClientStreamTracer newClientStreamTracer(StreamInfo info, Metadata headers) {
				return CallProgress.this;
			}

		};
	}

	boolean isSent() {
		return this.sent;
	}

	long sentAt() {
		return this.sentAt;
	}

	@Override
	public void streamCreated(Attributes transport, Metadata headers) {
		this.sentAt = System.nanoTime();
		this.sent = true;
	}

	@Override
	public void inboundHeaders() {
		this.watch.heard();
	}

	@Override
	public void inboundTrailers(Metadata trailers) {
		this.watch.heard();
	}

}
