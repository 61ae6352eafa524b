package io.github.milvusspring.data.connection;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.milvus.shaded.io.grpc.CallOptions;
import io.milvus.shaded.io.grpc.Channel;
import io.milvus.shaded.io.grpc.ClientCall;
import io.milvus.shaded.io.grpc.ClientInterceptor;
import io.milvus.shaded.io.grpc.ClientInterceptors;
import io.milvus.shaded.io.grpc.ConnectivityState;
import io.milvus.shaded.io.grpc.ManagedChannel;
import io.milvus.shaded.io.grpc.MethodDescriptor;

/**
 * Limits how long calls wait for a connection, and replaces a connection that is broken
 * or silent.
 */
final class ConnectionWatch implements ClientInterceptor {

	private static final long RENEWAL_PAUSE = TimeUnit.SECONDS.toNanos(1);

	private final ManagedChannel channel;

	private final Duration connectTimeout;

	private final AtomicInteger calls = new AtomicInteger();

	private final AtomicBoolean connecting = new AtomicBoolean();

	private final AtomicLong renewed = new AtomicLong(System.nanoTime() - RENEWAL_PAUSE);

	private volatile long heard = System.nanoTime();

	ConnectionWatch(ManagedChannel channel, Duration connectTimeout) {
		this.channel = channel;
		this.connectTimeout = connectTimeout;
	}

	@Override
	public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
		CallProgress progress = new CallProgress(this);
		CallOptions traced = options.withStreamTracerFactory(progress.tracers());
		return new WatchedCall<>(next.newCall(method, traced), this, progress);
	}

	/** The channel with this watch over its calls. */
	Channel channel() {
		return ClientInterceptors.intercept(this.channel, this);
	}

	/** Whether a call is under way. */
	boolean hasCalls() {
		return this.calls.get() > 0;
	}

	Duration connectTimeout() {
		return this.connectTimeout;
	}

	/** Is told that the server has sent something. */
	void heard() {
		this.heard = System.nanoTime();
	}

	/**
	 * Is told that a call begins, and connects anew where gRPC would let calls fail until
	 * the end of its pause between attempts, which grows to two minutes.
	 */
	void calling() {
		this.calls.incrementAndGet();
		if (this.channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
			renew();
		}
	}

	/** Is told that a call has ended. */
	void ended() {
		this.calls.decrementAndGet();
	}

	/** Is told that a call has not been sent, for there is no connection yet. */
	void waiting() {
		if (this.channel.getState(false) != ConnectivityState.CONNECTING
				|| !this.connecting.compareAndSet(false, true)) {
			return;
		}
		CompletableFuture<Boolean> ended = new CompletableFuture<>();
		this.channel.notifyWhenStateChanged(ConnectivityState.CONNECTING, () -> ended.complete(true));
		ended.completeOnTimeout(false, this.connectTimeout.toNanos(), TimeUnit.NANOSECONDS).thenAccept((inTime) -> {
			this.connecting.set(false);
			if (!inTime) {
				// A server that accepts a connection and stays silent would be waited for
				// for ever.
				this.channel.enterIdle();
				waiting();
			}
		});
	}

	/**
	 * Is told that a call which was sent has reached its deadline.
	 * @param sent when it was sent
	 */
	void timedOut(long sent) {
		// Calls under way stay on the old connection until they end.
		if (sent - this.heard > 0) {
			renew();
		}
	}

	private void renew() {
		long last = this.renewed.get();
		long now = System.nanoTime();
		if (now - last >= RENEWAL_PAUSE && this.renewed.compareAndSet(last, now)) {
			this.channel.enterIdle();
		}
	}

}
