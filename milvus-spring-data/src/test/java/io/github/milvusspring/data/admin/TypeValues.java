package io.github.milvusspring.data.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.SparseVector;

/**
 * The extremes of each type, as rows of maps give them back.
 */
final class TypeValues {

	static final int DIMENSION = 8;

	static final int MAX_LENGTH = 65_535;

	private static final String MOMENT = "2025-01-02T03:04:05.678901Z";

	private TypeValues() {
	}

	static boolean hasDefault(FieldType type) {
		return isElement(type) || type == FieldType.TIMESTAMPTZ;
	}

	static boolean isElement(FieldType type) {
		return type == FieldType.BOOL || type.isInteger() || type == FieldType.FLOAT || type == FieldType.DOUBLE
				|| type == FieldType.VARCHAR;
	}

	static Object declaredDefault(FieldType type) {
		return switch (type) {
			case BOOL -> true;
			case FLOAT, DOUBLE -> 0.5;
			case VARCHAR -> "ß😀";
			case TIMESTAMPTZ -> MOMENT;
			default -> 7L;
		};
	}

	static Object readDefault(FieldType type) {
		return switch (type) {
			case INT8 -> (byte) 7;
			case INT16 -> (short) 7;
			case INT32 -> 7;
			case FLOAT -> 0.5f;
			case TIMESTAMPTZ -> Instant.parse(MOMENT);
			default -> declaredDefault(type);
		};
	}

	static List<Object> extremes(FieldType type) {
		return switch (type) {
			case BOOL -> List.of(false, true);
			case INT8 -> List.of(Byte.MIN_VALUE, Byte.MAX_VALUE, (byte) 0, (byte) -1);
			case INT16 -> List.of(Short.MIN_VALUE, Short.MAX_VALUE, (short) 0, (short) -1);
			case INT32 -> List.of(Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1);
			case INT64 -> List.of(Long.MIN_VALUE, Long.MAX_VALUE, 9_007_199_254_740_993L, -9_007_199_254_740_993L, 0L);
			case FLOAT -> List.of(-0f, 0f, Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, 3.14f);
			case DOUBLE -> List.of(-0d, 0d, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 0.1);
			case VARCHAR -> List.of("", "日本語 ünïcödé 😀", "\"'\\\n\t{x}", "a".repeat(MAX_LENGTH),
					"é".repeat(MAX_LENGTH / 2), "null");
			// Milvus 2.3 takes objects alone.
			case JSON -> List.of(deep(), Map.of(), Map.of("none", List.of()),
					Map.of("exact", 9_007_199_254_740_993L, "min", Long.MIN_VALUE, "max", Long.MAX_VALUE),
					Map.of("", "ß😀", "quote\"", List.of("", true, 0.1, Double.MAX_VALUE)));
			case GEOMETRY -> List.of("POINT (1 2)", "POINT (-0.5 1.25)", "POLYGON ((0 0, 1 0, 1 1, 0 0))");
			case TIMESTAMPTZ -> List.of(Instant.EPOCH, Instant.parse("0001-01-01T00:00:00Z"),
					Instant.parse("9999-12-31T23:59:59.999999Z"), Instant.parse(MOMENT));
			case FLOAT_VECTOR ->
				List.of(new float[] { -0f, Float.MIN_VALUE, 1e18f, -1e18f, 0.1f, 3.14f, 16_777_217, 1 },
						new float[] { 1, 0, 0, 0, 0, 0, 0, -0f });
			case BINARY_VECTOR -> List.of(new byte[] { 0 }, new byte[] { -1 }, new byte[] { -128 }, new byte[] { 1 });
			case SPARSE_FLOAT_VECTOR -> List.of(SparseVector.of(Map.of(0, 1f, 4_294_967_294L, Float.MIN_VALUE)),
					SparseVector.of(Map.of(7, 1e18f)));
			default -> throw new IllegalArgumentException("There are no values of " + type + " here");
		};
	}

	/**
	 * Arrays: nothing, each extreme alone, all of them.
	 */
	static List<Object> arrays(FieldType element) {
		List<Object> arrays = new ArrayList<>(List.of(List.of(), extremes(element)));
		extremes(element).forEach((value) -> arrays.add(List.of(value)));
		return arrays;
	}

	private static Object deep() {
		Object value = 1;
		for (int i = 0; i < 50; i++) {
			value = Map.of("a", List.of(value));
		}
		return value;
	}

}
