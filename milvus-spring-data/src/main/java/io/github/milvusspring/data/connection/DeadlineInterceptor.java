package io.github.milvusspring.data.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.milvus.shaded.io.grpc.CallOptions;
import io.milvus.shaded.io.grpc.Channel;
import io.milvus.shaded.io.grpc.ClientCall;
import io.milvus.shaded.io.grpc.ClientInterceptor;
import io.milvus.shaded.io.grpc.MethodDescriptor;

/**
 * Sets the configured time-out on every call that has no deadline.
 *
 * @param timeout the time-out of a call
 */
record DeadlineInterceptor(Duration timeout) implements ClientInterceptor {

	@Override
	public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
		CallOptions limited = (options.getDeadline() != null) ? options
				: options.withDeadlineAfter(this.timeout.toNanos(), TimeUnit.NANOSECONDS);
		return next.newCall(method, limited);
	}

}
