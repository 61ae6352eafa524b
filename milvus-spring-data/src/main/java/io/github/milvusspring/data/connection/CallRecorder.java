package io.github.milvusspring.data.connection;

import java.time.Duration;

import io.github.milvusspring.data.wire.Request;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Begins a record of each call when anything records calls: a registry of observations,
 * the logger, or a threshold for slow calls.
 */
final class CallRecorder {

	static final Log LOG = LogFactory.getLog("io.github.milvusspring.calls");

	private final CallRecording recording;

	private final String database;

	private final String address;

	private final boolean always;

	CallRecorder(CallRecording recording, String database, String address) {
		this.recording = recording;
		this.database = database;
		this.address = address;
		this.always = !recording.registry().isNoop() || recording.slowCallThreshold() != null;
	}

	/**
	 * Begins the record of a call.
	 * @param request the request of the call
	 * @return the record, {@code null} when nothing records calls
	 */
	@Nullable CallRecord begin(Request<?> request) {
		return (this.always || LOG.isDebugEnabled()) ? new CallRecord(this, request) : null;
	}

	MilvusCallContext context(Request<?> request) {
		return new MilvusCallContext(request.operation(), request.details(), this.database, this.address);
	}

	Observation observation(MilvusCallContext context) {
		ObservationRegistry registry = this.recording.registry();
		return registry.isNoop() ? Observation.NOOP : Observation.createNotStarted(this.recording.convention(),
				MilvusCallObservationConvention.DEFAULT, () -> context, registry);
	}

	@Nullable Duration slowCallThreshold() {
		return this.recording.slowCallThreshold();
	}

}
