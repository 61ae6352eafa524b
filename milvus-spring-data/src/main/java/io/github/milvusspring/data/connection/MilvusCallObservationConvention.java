package io.github.milvusspring.data.connection;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * The names and key values of the observations of calls. The methods follow the
 * conventions of OpenTelemetry for clients of databases; a bean of this type that
 * overrides some of them replaces the default.
 */
public interface MilvusCallObservationConvention extends ObservationConvention<MilvusCallContext> {

	/** The default names and key values. */
	MilvusCallObservationConvention DEFAULT = new MilvusCallObservationConvention() {
	};

	@Override
	default String getName() {
		return "db.client.operation.duration";
	}

	@Override
	default String getContextualName(MilvusCallContext context) {
		return context.getCollection().isEmpty() ? context.getOperation()
				: context.getOperation() + " " + context.getCollection();
	}

	@Override
	default KeyValues getLowCardinalityKeyValues(MilvusCallContext context) {
		Throwable error = context.getError();
		return KeyValues.of(KeyValue.of("db.system.name", "milvus"),
				KeyValue.of("db.operation.name", context.getOperation()),
				KeyValue.of("db.collection.name", orNone(context.getCollection())),
				KeyValue.of("db.namespace", context.getDatabase()), KeyValue.of("server.address", context.getAddress()),
				KeyValue.of("error.type", (error != null) ? error.getClass().getSimpleName() : KeyValue.NONE_VALUE));
	}

	@Override
	default KeyValues getHighCardinalityKeyValues(MilvusCallContext context) {
		KeyValues values = KeyValues.empty();
		if (context.getSentRows() > 0) {
			values = values.and("db.operation.batch.size", Integer.toString(context.getSentRows()));
		}
		return (context.getReturnedRows() < 0) ? values
				: values.and("db.response.returned_rows", Long.toString(context.getReturnedRows()));
	}

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof MilvusCallContext;
	}

	private static String orNone(String value) {
		return value.isEmpty() ? KeyValue.NONE_VALUE : value;
	}

}
