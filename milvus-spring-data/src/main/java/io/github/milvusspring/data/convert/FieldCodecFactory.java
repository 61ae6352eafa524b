package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.Objects;

import io.github.milvusspring.data.convert.json.JsonFormat;
import io.github.milvusspring.data.convert.json.JsonTreeTypes;
import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the codec of a field.
 */
final class FieldCodecFactory {

	private static final MethodHandle ITSELF = MethodHandles.identity(Object.class);

	private FieldCodecFactory() {
	}

	/**
	 * Creates the codec of a property that is read by its own getter.
	 */
	static FieldCodec of(MilvusPersistentProperty property, MilvusJson json) {
		return of(property, PropertyHandles.getter(property), json);
	}

	/**
	 * Creates the codec of a property.
	 * @param property the property
	 * @param getter a handle that gets the value of a row, from {@code (Object)} to any
	 * type
	 * @param json writes JSON
	 * @return the codec
	 */
	static FieldCodec of(MilvusPersistentProperty property, MethodHandle getter, MilvusJson json) {
		FieldSchema field = property.getFieldSchema();
		MethodHandle stored = StoredValueGetters.of(getter, property.getConversion());
		MilvusPersistentEntity<?> struct = property.getStruct();
		if (struct != null) {
			return new StructCodec(field, returning(stored, Object.class),
					struct.getProperties().stream().map((component) -> of(component, json)).toList());
		}
		if (field.type() == FieldType.ARRAY) {
			return array(field, stored, StoredValueGetters.of(ITSELF, property.getElementConversion()));
		}
		boolean documents = property.getStoredType() == String.class;
		Type type = documents ? Object.class : ValueDecoders.storedType(property);
		return scalar(field, stored, (field.type() == FieldType.JSON) ? JsonTreeTypes.formatOf(type, json) : null,
				documents);
	}

	/**
	 * Creates the codec of a field whose values are in maps.
	 * @param field the field
	 * @param name the name of the field in the maps
	 * @param json writes JSON
	 * @return the codec
	 */
	static FieldCodec ofMaps(FieldSchema field, String name, MilvusJson json) {
		MethodHandle getter = StoredValueGetters.natural(MapConverter.getter(name), field.type());
		FieldType element = field.elementType();
		return switch (field.type()) {
			case ARRAY_OF_STRUCT -> new StructCodec(field, getter,
					field.structFields().stream().map((one) -> ofMaps(one, one.name(), json)).toList());
			case ARRAY ->
				array(field, getter, (element != null) ? StoredValueGetters.natural(ITSELF, element) : ITSELF);
			default -> scalar(field, getter, json.format(Object.class), false);
		};
	}

	private static FieldCodec scalar(FieldSchema field, MethodHandle getter, @Nullable JsonFormat json,
			boolean documents) {
		return switch (field.type()) {
			case BOOL -> new BooleanCodec(field, returning(getter, boolean.class));
			case INT8, INT16, INT32 -> new IntCodec(field, returning(getter, int.class));
			case INT64 -> new LongCodec(field, returning(getter, long.class));
			case FLOAT -> new FloatCodec(field, returning(getter, float.class));
			case DOUBLE -> new DoubleCodec(field, returning(getter, double.class));
			case VARCHAR, TEXT, GEOMETRY, TIMESTAMPTZ -> new TextCodec(field, returning(getter, Object.class));
			case JSON -> new JsonCodec(field, returning(getter, Object.class), Objects.requireNonNull(json), documents);
			case FLOAT_VECTOR -> new FloatVectorCodec(field, returning(getter, Object.class));
			case FLOAT16_VECTOR, BFLOAT16_VECTOR -> new HalfVectorCodec(field, returning(getter, Object.class));
			case BINARY_VECTOR, INT8_VECTOR -> new ByteVectorCodec(field, returning(getter, Object.class));
			case SPARSE_FLOAT_VECTOR -> new SparseVectorCodec(field, returning(getter, Object.class));
			case ARRAY, ARRAY_OF_VECTOR, ARRAY_OF_STRUCT ->
				throw new IllegalArgumentException("Fields of type " + field.type() + " cannot be written");
		};
	}

	private static MethodHandle returning(MethodHandle getter, Class<?> primitive) {
		Class<?> type = getter.type().returnType().isPrimitive() ? primitive : Object.class;
		return getter.asType(MethodType.methodType(type, Object.class));
	}

	private static FieldCodec array(FieldSchema field, MethodHandle getter, MethodHandle elements) {
		FieldType elementType = field.elementType();
		if (elementType == null) {
			throw new IllegalArgumentException("Array field '" + field.name() + "' has no element type");
		}
		FieldSchema element = FieldSchema.of("", elementType).maxLength(field.maxLength()).build();
		return new ArrayCodec(field, elementType, returning(getter, Object.class),
				scalar(element, elements, null, false));
	}

}
