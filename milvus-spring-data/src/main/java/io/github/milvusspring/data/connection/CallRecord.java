package io.github.milvusspring.data.connection;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.milvusspring.data.wire.CallDetails;
import io.github.milvusspring.data.wire.Reply;
import io.github.milvusspring.data.wire.Request;
import io.micrometer.observation.Observation;
import io.milvus.shaded.io.grpc.Channel;
import io.milvus.shaded.io.grpc.ClientInterceptors;
import io.milvus.shaded.io.grpc.Metadata;
import io.milvus.shaded.io.grpc.stub.MetadataUtils;
import org.jspecify.annotations.Nullable;

/**
 * The record of one call: an observation and a line in the log. It contains no vectors,
 * no other values of rows and no credentials.
 */
final class CallRecord {

	private final CallRecorder recorder;

	private final Request<?> request;

	private final MilvusCallContext context;

	private final Observation observation;

	private final long start = System.nanoTime();

	CallRecord(CallRecorder recorder, Request<?> request) {
		this.recorder = recorder;
		this.request = request;
		this.context = recorder.context(request);
		this.observation = recorder.observation(this.context).start();
	}

	/** Returns the channel for this call, which sends the context of the trace. */
	Channel channel(Channel channel) {
		Map<String, String> carrier = this.context.getCarrier();
		if (carrier == null || carrier.isEmpty()) {
			return channel;
		}
		Metadata headers = new Metadata();
		carrier.forEach((name, value) -> headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value));
		return ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers));
	}

	void succeeded(Reply reply) {
		this.context.setReturnedRows(reply.rowCount());
		ended(null);
	}

	void failed(Throwable failure) {
		this.observation.error(failure);
		ended(failure);
	}

	private void ended(@Nullable Throwable failure) {
		long nanos = System.nanoTime() - this.start;
		this.observation.stop();
		Duration threshold = this.recorder.slowCallThreshold();
		if (threshold != null && nanos >= threshold.toNanos()) {
			CallRecorder.LOG.warn("Slow call: " + line(nanos, failure));
		}
		else if (CallRecorder.LOG.isDebugEnabled()) {
			CallRecorder.LOG.debug(line(nanos, failure));
		}
	}

	private String line(long nanos, @Nullable Throwable failure) {
		CallDetails details = this.request.details();
		StringBuilder line = new StringBuilder(this.request.operation().toString());
		List<String> partitions = details.partitions();
		if (!partitions.isEmpty()) {
			line.append(", partitions ").append(partitions);
		}
		if (details.filter() != null) {
			line.append(", filter [").append(details.filter()).append(']');
		}
		if (details.rows() > 0) {
			line.append(", ").append(details.rows()).append(" rows sent");
		}
		line.append(", ").append(this.request.encodedSize()).append(" bytes sent");
		if (this.context.getReturnedRows() >= 0) {
			line.append(", ").append(this.context.getReturnedRows()).append(" rows in the reply");
		}
		line.append(String.format(Locale.ROOT, ", %.1f ms, ", nanos / 1e6));
		line.append((failure == null) ? "ok" : "failed: " + failure);
		if (CallRecorder.LOG.isTraceEnabled() && !details.parameters().isEmpty()) {
			line.append(", parameters ").append(details.parameters());
		}
		// A line break within a filter must not begin a line of the log.
		return line.toString().replaceAll("\\p{Cntrl}", " ");
	}

}
