package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.FieldType;

/**
 * Chooses the codec of a field.
 */
final class FieldCodecs {

	private static final MethodHandle ITSELF = MethodHandles.identity(Object.class);

	private FieldCodecs() {
	}

	/**
	 * Creates the codec of a field.
	 * @param field the field
	 * @param getter gets the value of a row, from {@code (Object)} to any type
	 * @param json writes JSON
	 * @return the codec
	 */
	static FieldCodec of(FieldSchema field, MethodHandle getter, MilvusJson json) {
		return switch (field.type()) {
			case BOOL -> new BooleanCodec(field, returning(getter, boolean.class));
			case INT8, INT16, INT32 -> new IntCodec(field, returning(getter, int.class));
			case INT64 -> new LongCodec(field, returning(getter, long.class));
			case FLOAT -> new FloatCodec(field, returning(getter, float.class));
			case DOUBLE -> new DoubleCodec(field, returning(getter, double.class));
			case VARCHAR -> new TextCodec(field, returning(getter, Object.class));
			case JSON -> new JsonCodec(field, returning(getter, Object.class), json);
			case FLOAT_VECTOR -> new FloatVectorCodec(field, returning(getter, Object.class));
			case ARRAY -> array(field, returning(getter, Object.class), json);
			default -> throw new IllegalArgumentException("Fields of type " + field.type() + " cannot be written");
		};
	}

	private static MethodHandle returning(MethodHandle getter, Class<?> primitive) {
		Class<?> type = getter.type().returnType().isPrimitive() ? primitive : Object.class;
		return getter.asType(MethodType.methodType(type, Object.class));
	}

	private static FieldCodec array(FieldSchema field, MethodHandle getter, MilvusJson json) {
		FieldType elementType = field.elementType();
		if (elementType == null) {
			throw new IllegalArgumentException("Array field '" + field.name() + "' has no element type");
		}
		FieldSchema element = FieldSchema.of("", elementType).maxLength(field.maxLength()).build();
		return new ArrayCodec(field, elementType, getter, of(element, ITSELF, json));
	}

}
