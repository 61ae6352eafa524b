package io.github.milvusspring.data.connection;

import java.time.Duration;

import io.github.milvusspring.data.model.Durations;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Settings of how the calls of a connection are recorded. The logger
 * {@code io.github.milvusspring.calls} needs no setting: it writes one line for each call
 * at {@code DEBUG}, and adds the parameters at {@code TRACE}.
 *
 * @param registry the registry to which each call is reported as an observation
 * @param convention the names and key values of these observations, {@code null} for the
 * default ones
 * @param slowCallThreshold the duration from which a call is logged as a warning,
 * {@code null} to log none
 */
public record CallRecording(ObservationRegistry registry, @Nullable MilvusCallObservationConvention convention,
		@Nullable Duration slowCallThreshold) {

	/** Nothing is recorded except by the logger. */
	public static final CallRecording NONE = new CallRecording(ObservationRegistry.NOOP, null, null);

	public CallRecording {
		Durations.requirePositive("milvus.slow-call-threshold", slowCallThreshold);
	}

}
