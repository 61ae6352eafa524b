package io.github.milvusspring.data.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.github.milvusspring.data.model.AnalyzerSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.UnknownField;
import io.milvus.grpc.DataType;
import io.milvus.grpc.FieldSchema;
import io.milvus.grpc.KeyValuePair;
import io.milvus.grpc.StructArrayFieldSchema;
import io.milvus.grpc.ValueField;
import org.jspecify.annotations.Nullable;

/**
 * Converts field schemas to and from the generated messages of the Milvus protocol.
 */
final class FieldMessages {

	private static final String DIMENSION = "dim";

	private static final String MAX_LENGTH = "max_length";

	private static final String MAX_CAPACITY = "max_capacity";

	private static final String ENABLE_ANALYZER = "enable_analyzer";

	private static final String ENABLE_MATCH = "enable_match";

	private static final String ANALYZER = "analyzer_params";

	private static final String ANALYZERS = "multi_analyzer_params";

	private FieldMessages() {
	}

	static FieldSchema write(io.github.milvusspring.data.model.FieldSchema field) {
		FieldSchema.Builder message = FieldSchema.newBuilder()
			.setName(field.name())
			.setDescription(field.description())
			.setDataTypeValue(field.type().number())
			.setIsPrimaryKey(field.primaryKey())
			.setIsPartitionKey(field.partitionKey())
			.setIsClusteringKey(field.clusteringKey())
			.setAutoID(field.autoId())
			.setNullable(field.nullable())
			.setIsFunctionOutput(field.functionOutput())
			.addAllTypeParams(pairs(parameters(field)));
		FieldType elementType = field.elementType();
		if (elementType != null) {
			message.setElementTypeValue(elementType.number());
		}
		Object defaultValue = field.defaultValue();
		if (defaultValue != null) {
			message.setDefaultValue(value(field.type(), defaultValue));
		}
		return message.build();
	}

	/**
	 * Converts an array of structs; Milvus stores each field of the structs as a separate
	 * array.
	 */
	static StructArrayFieldSchema writeStruct(io.github.milvusspring.data.model.FieldSchema field) {
		StructArrayFieldSchema.Builder message = StructArrayFieldSchema.newBuilder()
			.setName(field.name())
			.setDescription(field.description());
		for (io.github.milvusspring.data.model.FieldSchema one : field.structFields()) {
			FieldType elementType = (one.elementType() != null) ? one.elementType() : one.type();
			DataType type = elementType.isVector() ? DataType.ArrayOfVector : DataType.Array;
			message.addFields(
					write(one.toBuilder().elementType(elementType).maxCapacity(field.maxCapacity()).build()).toBuilder()
						.setDataType(type));
		}
		return message.build();
	}

	private static Map<String, String> parameters(io.github.milvusspring.data.model.FieldSchema field) {
		Map<String, String> parameters = new LinkedHashMap<>(field.properties());
		number(parameters, DIMENSION, field.dimension());
		number(parameters, MAX_LENGTH, field.maxLength());
		number(parameters, MAX_CAPACITY, field.maxCapacity());
		AnalyzerSchema analyzer = field.analyzer();
		if (analyzer != null) {
			parameters.put(ENABLE_ANALYZER, "true");
			if (analyzer.match()) {
				parameters.put(ENABLE_MATCH, "true");
			}
			text(parameters, ANALYZER, analyzer.parametersAsJson());
			text(parameters, ANALYZERS, analyzer.byLanguageAsJson());
		}
		return parameters;
	}

	private static void number(Map<String, String> parameters, String name, int value) {
		if (value > 0) {
			parameters.put(name, Integer.toString(value));
		}
	}

	private static void text(Map<String, String> parameters, String name, String value) {
		if (!value.isEmpty()) {
			parameters.put(name, value);
		}
	}

	static List<KeyValuePair> pairs(Map<String, String> values) {
		return values.entrySet()
			.stream()
			.map((entry) -> KeyValuePair.newBuilder().setKey(entry.getKey()).setValue(entry.getValue()).build())
			.toList();
	}

	static Map<String, String> values(List<KeyValuePair> pairs) {
		Map<String, String> values = new LinkedHashMap<>();
		pairs.forEach((pair) -> values.put(pair.getKey(), pair.getValue()));
		return values;
	}

	private static ValueField value(FieldType type, Object value) {
		ValueField.Builder message = ValueField.newBuilder();
		return switch (type) {
			case BOOL -> message.setBoolData((Boolean) value).build();
			case INT8, INT16, INT32 -> message.setIntData(((Number) value).intValue()).build();
			case INT64 -> message.setLongData(((Number) value).longValue()).build();
			case FLOAT -> message.setFloatData(((Number) value).floatValue()).build();
			case DOUBLE -> message.setDoubleData(((Number) value).doubleValue()).build();
			default -> message.setStringData(value.toString()).build();
		};
	}

	// Converts the server's microseconds since 1970 to the ISO 8601 text that rows and
	// declarations use.
	private static String moment(long micros) {
		return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
	}

	private static @Nullable Object value(ValueField value) {
		return switch (value.getDataCase()) {
			case BOOL_DATA -> value.getBoolData();
			case INT_DATA -> (long) value.getIntData();
			case LONG_DATA -> value.getLongData();
			case FLOAT_DATA -> (double) value.getFloatData();
			case DOUBLE_DATA -> value.getDoubleData();
			case STRING_DATA -> value.getStringData();
			case TIMESTAMPTZ_DATA -> moment(value.getTimestamptzData());
			case BYTES_DATA -> value.getBytesData().toStringUtf8();
			case DATA_NOT_SET -> null;
		};
	}

	static io.github.milvusspring.data.model.FieldSchema read(FieldSchema message, boolean autoId) {
		FieldType type = type(message.getDataTypeValue());
		FieldType elementType = (type == FieldType.ARRAY) ? type(message.getElementTypeValue()) : null;
		Map<String, String> parameters = values(message.getTypeParamsList());
		return io.github.milvusspring.data.model.FieldSchema.of(message.getName(), type)
			.description(message.getDescription())
			.elementType(elementType)
			.dimension(number(parameters, DIMENSION))
			.maxLength(number(parameters, MAX_LENGTH))
			.maxCapacity(number(parameters, MAX_CAPACITY))
			.nullable(message.getNullable())
			.defaultValue(message.hasDefaultValue() ? value(message.getDefaultValue()) : null)
			.primaryKey(message.getIsPrimaryKey())
			.autoId(message.getIsPrimaryKey() && (autoId || message.getAutoID()))
			.partitionKey(message.getIsPartitionKey())
			.clusteringKey(message.getIsClusteringKey())
			.functionOutput(message.getIsFunctionOutput())
			.analyzer(analyzer(parameters))
			.properties(parameters)
			.build();
	}

	static io.github.milvusspring.data.model.FieldSchema readStruct(StructArrayFieldSchema message) {
		List<io.github.milvusspring.data.model.FieldSchema> fields = new ArrayList<>();
		int maxCapacity = 0;
		for (FieldSchema one : message.getFieldsList()) {
			io.github.milvusspring.data.model.FieldSchema field = read(
					one.toBuilder().setDataTypeValue(one.getElementTypeValue()).build(), false);
			maxCapacity = field.maxCapacity();
			// Milvus may return the internal name struct[field]; the brackets hold the
			// field's name.
			String name = field.name().replaceAll("^.*\\[(.*)]$", "$1");
			fields.add(io.github.milvusspring.data.model.FieldSchema.of(name, field.type())
				.description(field.description())
				.dimension(field.dimension())
				.maxLength(field.maxLength())
				.properties(field.properties())
				.build());
		}
		return io.github.milvusspring.data.model.FieldSchema.of(message.getName(), FieldType.ARRAY_OF_STRUCT)
			.description(message.getDescription())
			.structFields(fields)
			.maxCapacity(maxCapacity)
			.build();
	}

	private static FieldType type(int number) {
		return Objects.requireNonNull(FieldType.ofNumber(number));
	}

	/**
	 * Describes a field whose type this version cannot read, and returns {@code null} for
	 * any other field.
	 */
	static @Nullable UnknownField unknown(FieldSchema message) {
		String type = unknownType(message);
		boolean required = !message.getNullable() && !message.hasDefaultValue() && !message.getIsFunctionOutput();
		return (type != null) ? new UnknownField(message.getName(), type, message.getIsPrimaryKey(), required) : null;
	}

	static @Nullable UnknownField unknown(StructArrayFieldSchema message) {
		for (FieldSchema one : message.getFieldsList()) {
			String type = unknownType(one);
			if (type != null) {
				return new UnknownField(message.getName(), "array of structs with " + one.getName() + " of " + type,
						false, true);
			}
		}
		return null;
	}

	private static @Nullable String unknownType(FieldSchema message) {
		FieldType type = FieldType.ofNumber(message.getDataTypeValue());
		if (type == null) {
			return word(message.getDataTypeValue());
		}
		boolean list = type == FieldType.ARRAY || type == FieldType.ARRAY_OF_VECTOR;
		return (list && FieldType.ofNumber(message.getElementTypeValue()) == null)
				? type + " of " + word(message.getElementTypeValue()) : null;
	}

	// The enum of the SDK lacks the newest types.
	private static String word(int number) {
		String name = switch (number) {
			case 27 -> "MOL";
			case 28 -> "DATE";
			case 29 -> "TIME";
			case 30 -> "DECIMAL";
			case 31 -> "UUID";
			default -> String.valueOf(DataType.forNumber(number)).toUpperCase(Locale.ROOT);
		};
		return (name.equals("NULL")) ? "number " + number : name + " (" + number + ")";
	}

	private static int number(Map<String, String> parameters, String name) {
		String value = parameters.remove(name);
		return (value != null) ? Integer.parseInt(value) : 0;
	}

	private static @Nullable AnalyzerSchema analyzer(Map<String, String> parameters) {
		boolean enabled = Boolean.parseBoolean(parameters.remove(ENABLE_ANALYZER));
		boolean match = Boolean.parseBoolean(parameters.remove(ENABLE_MATCH));
		String analyzer = parameters.remove(ANALYZER);
		String analyzers = parameters.remove(ANALYZERS);
		return (enabled || match)
				? AnalyzerSchema.ofJson(match, (analyzer != null) ? analyzer : "", (analyzers != null) ? analyzers : "")
				: null;
	}

}
