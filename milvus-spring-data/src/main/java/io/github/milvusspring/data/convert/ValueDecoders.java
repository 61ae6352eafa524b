package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import io.github.milvusspring.data.convert.json.JsonFormat;
import io.github.milvusspring.data.convert.json.JsonTreeTypes;
import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.mapping.type.ValueConversion;
import io.github.milvusspring.data.model.SparseVector;
import io.github.milvusspring.data.wire.column.BooleanColumn;
import io.github.milvusspring.data.wire.column.ByteVectorColumn;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.DoubleColumn;
import io.github.milvusspring.data.wire.column.FloatColumn;
import io.github.milvusspring.data.wire.column.FloatVectorColumn;
import io.github.milvusspring.data.wire.column.IntColumn;
import io.github.milvusspring.data.wire.column.JsonColumn;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.wire.column.SparseVectorColumn;
import io.github.milvusspring.data.wire.column.StringColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.MappingException;
import org.springframework.util.ClassUtils;

/**
 * Reads one row of a column as the type of a property. A column that was not requested is
 * {@code null} and is read as null, zero or false.
 */
final class ValueDecoders {

	private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

	private static final MethodHandle CONVERTED = find("converted",
			MethodType.methodType(Object.class, Converting.class, Object.class));

	private ValueDecoders() {
	}

	/**
	 * Returns a method handle that reads a property.
	 * @param property the property
	 * @param json reads JSON
	 * @return a handle from {@code (Column, int)} to the type of the property
	 */
	static MethodHandle of(MilvusPersistentProperty property, MilvusJson json) {
		ValueConversion conversion = property.getConversion();
		MethodHandle reader = stored(property, json);
		Class<?> type = property.getType();
		if (conversion != null) {
			MethodHandle converter = CONVERTED.bindTo(new Converting(property.getFieldName(), conversion));
			reader = MethodHandles.filterReturnValue(object(reader), converter);
		}
		else if (ClassUtils.isPrimitiveOrWrapper(type)) {
			reader = NumberNarrowing.as(reader, type);
		}
		MethodType read = MethodType.methodType(type, Column.class, int.class);
		// A null value becomes zero or false if the property is primitive.
		return (type.isPrimitive() && !reader.type().returnType().isPrimitive())
				? MethodHandles.explicitCastArguments(reader, read) : reader.asType(read);
	}

	private static MethodHandle object(MethodHandle reader) {
		return reader.asType(reader.type().changeReturnType(Object.class));
	}

	private static MethodHandle stored(MilvusPersistentProperty property, MilvusJson json) {
		boolean primitive = property.getType().isPrimitive() && property.getConversion() == null;
		return switch (property.getFieldSchema().type()) {
			case BOOL -> primitive ? find("readBoolean", boolean.class) : find("readObject", Object.class);
			case INT8, INT16, INT32 -> primitive ? find("readInt", int.class) : find("readObject", Object.class);
			case INT64 -> primitive ? find("readLong", long.class) : find("readObject", Object.class);
			case FLOAT -> primitive ? find("readFloat", float.class) : find("readObject", Object.class);
			case DOUBLE -> primitive ? find("readDouble", double.class) : find("readObject", Object.class);
			case VARCHAR, TEXT, GEOMETRY, TIMESTAMPTZ -> find("readText", String.class);
			case JSON -> (property.getStoredType() == String.class) ? find("readDocument", String.class)
					: bound("readJson", JsonFormat.class, JsonTreeTypes.formatOf(storedType(property), json));
			case ARRAY -> bound("readList", ArrayReader.class,
					new ArrayReader(property.getStoredType(), property.getElementConversion()));
			case FLOAT_VECTOR -> find("readVector", float[].class);
			case FLOAT16_VECTOR, BFLOAT16_VECTOR -> find("readHalves", float[].class);
			case BINARY_VECTOR, INT8_VECTOR -> find("readBytes", byte[].class);
			case SPARSE_FLOAT_VECTOR -> find("readSparse", SparseVector.class);
			case ARRAY_OF_STRUCT -> bound("readStructs", StructReader.class,
					new StructReader(Objects.requireNonNull(property.getStruct()), json));
			case ARRAY_OF_VECTOR -> throw new IllegalArgumentException("A list of vectors is part of a struct");
		};
	}

	/**
	 * Returns the Java type of the stored value, with its generic parameters if they are
	 * known.
	 */
	static Type storedType(MilvusPersistentProperty property) {
		return (property.getConversion() != null) ? property.getStoredType() : property.getResolvableType().getType();
	}

	private static MethodHandle find(String name, Class<?> type) {
		return find(name, MethodType.methodType(type, Column.class, int.class));
	}

	private static MethodHandle bound(String name, Class<?> valueType, Object value) {
		MethodType type = MethodType.methodType(Object.class, valueType, Column.class, int.class);
		return find(name, type).bindTo(value);
	}

	private static MethodHandle find(String name, MethodType type) {
		try {
			return LOOKUP.findStatic(ValueDecoders.class, name, type);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static boolean readBoolean(@Nullable Column column, int row) {
		return column != null && ((BooleanColumn) column).get(row);
	}

	static int readInt(@Nullable Column column, int row) {
		return (column != null) ? ((IntColumn) column).get(row) : 0;
	}

	static long readLong(@Nullable Column column, int row) {
		return (column != null) ? ((LongColumn) column).get(row) : 0;
	}

	static float readFloat(@Nullable Column column, int row) {
		return (column != null) ? ((FloatColumn) column).get(row) : 0;
	}

	static double readDouble(@Nullable Column column, int row) {
		return (column != null) ? ((DoubleColumn) column).get(row) : 0;
	}

	static @Nullable String readText(@Nullable Column column, int row) {
		return (column != null) ? ((StringColumn) column).get(row) : null;
	}

	static float @Nullable [] readVector(@Nullable Column column, int row) {
		return (column != null) ? ((FloatVectorColumn) column).get(row) : null;
	}

	static @Nullable Object readObject(@Nullable Column column, int row) {
		return (column != null) ? column.value(row) : null;
	}

	static float @Nullable [] readHalves(@Nullable Column column, int row) {
		byte[] bytes = readBytes(column, row);
		return (bytes != null && column != null) ? HalfFloats.unpack(column.type(), bytes) : null;
	}

	static byte @Nullable [] readBytes(@Nullable Column column, int row) {
		return (column != null) ? ((ByteVectorColumn) column).get(row) : null;
	}

	static @Nullable SparseVector readSparse(@Nullable Column column, int row) {
		return (column != null) ? ((SparseVectorColumn) column).get(row) : null;
	}

	static @Nullable String readDocument(@Nullable Column column, int row) {
		byte[] document = (column != null) ? ((JsonColumn) column).get(row) : null;
		return (document != null) ? new String(document, StandardCharsets.UTF_8) : null;
	}

	static @Nullable Object readList(ArrayReader reader, @Nullable Column column, int row) {
		return reader.read(column, row);
	}

	static @Nullable Object readStructs(StructReader reader, @Nullable Column column, int row) {
		return reader.read(column, row);
	}

	static @Nullable Object converted(Converting converting, @Nullable Object stored) {
		try {
			return converting.conversion().read(stored);
		}
		catch (MappingException ex) {
			throw new MappingException("Field '" + converting.field() + "' holds " + ex.getMessage(), ex);
		}
	}

	static @Nullable Object readJson(JsonFormat format, @Nullable Column column, int row) {
		byte[] document = (column != null) ? ((JsonColumn) column).get(row) : null;
		return (document != null) ? format.read(document) : null;
	}

	/**
	 * How a stored value is converted.
	 *
	 * @param field the name of the field
	 * @param conversion the conversion
	 */
	record Converting(String field, ValueConversion conversion) {
	}

}
