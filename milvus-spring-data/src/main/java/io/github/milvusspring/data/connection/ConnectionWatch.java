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
 * or on which the server has stopped responding.
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

	/** Returns the channel, with this watch as the interceptor of its calls. */
	Channel channel() {
		return ClientInterceptors.intercept(this.channel, this);
	}

	/** Tells whether a call is in flight. */
	boolean hasCalls() {
		return this.calls.get() > 0;
	}

	Duration connectTimeout() {
		return this.connectTimeout;
	}

	/** Records that the server has sent something. */
	void heard() {
		this.heard = System.nanoTime();
	}

	/**
	 * Records that a call begins. If the last attempt to connect failed, this method
	 * starts a new one immediately: gRPC would fail every call until the end of its pause
	 * between attempts, which grows to two minutes.
	 */
	void calling() {
		this.calls.incrementAndGet();
		if (this.channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
			renew();
		}
	}

	/** Records that a call has ended. */
	void ended() {
		this.calls.decrementAndGet();
	}

	/**
	 * Restarts an attempt to connect that takes longer than the connect time-out. Called
	 * when a call cannot be sent because there is no connection yet.
	 */
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
				// gRPC would wait forever for a server that accepts a connection and
				// stays silent.
				this.channel.enterIdle();
				waiting();
			}
		});
	}

	/**
	 * Replaces the connection if the server has sent nothing since a call that reached
	 * its deadline was sent.
	 * @param sent when the call was sent, as {@link System#nanoTime()}
	 */
	void timedOut(long sent) {
		// Calls in flight stay on the old connection until they end.
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
