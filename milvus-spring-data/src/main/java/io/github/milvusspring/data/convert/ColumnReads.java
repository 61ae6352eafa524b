package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.wire.ArrayColumn;
import io.github.milvusspring.data.wire.BooleanColumn;
import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.DoubleColumn;
import io.github.milvusspring.data.wire.FloatColumn;
import io.github.milvusspring.data.wire.FloatVectorColumn;
import io.github.milvusspring.data.wire.IntColumn;
import io.github.milvusspring.data.wire.JsonColumn;
import io.github.milvusspring.data.wire.LongColumn;
import io.github.milvusspring.data.wire.StringColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.util.ClassUtils;

/**
 * Reads one row of a column as the type of a property. A column that was not asked for is
 * {@code null} and reads as null, zero or false.
 */
final class ColumnReads {

	private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

	private ColumnReads() {
	}

	/**
	 * Returns what reads a property.
	 * @param property the property
	 * @param json reads JSON
	 * @return {@code (Column, int)} to the type of the property
	 */
	static MethodHandle of(MilvusPersistentProperty property, MilvusJson json) {
		FieldSchema field = property.getFieldSchema();
		Class<?> type = property.getType();
		MethodHandle reader = switch (field.type()) {
			case BOOL -> find("readBoolean", boolean.class);
			case INT8 -> find("readByte", byte.class);
			case INT16 -> find("readShort", short.class);
			case INT32 -> find("readInt", int.class);
			case INT64 -> find("readLong", long.class);
			case FLOAT -> find("readFloat", float.class);
			case DOUBLE -> find("readDouble", double.class);
			case VARCHAR -> type.isEnum() ? bound("readEnum", Class.class, type) : find("readText", String.class);
			case JSON -> bound("readJson", JsonReading.class, new JsonReading(json,
					property.getTypeInformation().toTypeDescriptor().getResolvableType().getType()));
			case ARRAY -> bound("readList", Class.class, elementType(property));
			case FLOAT_VECTOR -> find("readVector", float[].class);
			default -> throw new IllegalArgumentException("Fields of type " + field.type() + " cannot be read");
		};
		boolean boxed = reader.type().returnType().isPrimitive() && !type.isPrimitive();
		if (boxed) {
			reader = find("readObject", Object.class);
		}
		return reader.asType(MethodType.methodType(type, Column.class, int.class));
	}

	private static MethodHandle find(String name, Class<?> type) {
		return find(name, MethodType.methodType(type, Column.class, int.class));
	}

	private static MethodHandle bound(String name, Class<?> parameter, Object value) {
		MethodHandle handle = find(name, MethodType.methodType(Object.class, parameter, Column.class, int.class));
		return MethodHandles.insertArguments(handle, 0, value);
	}

	private static MethodHandle find(String name, MethodType type) {
		try {
			return LOOKUP.findStatic(ColumnReads.class, name, type);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Class<?> elementType(MilvusPersistentProperty property) {
		TypeInformation<?> element = property.getTypeInformation().getComponentType();
		return (element != null) ? ClassUtils.resolvePrimitiveIfNecessary(element.getType()) : Object.class;
	}

	static boolean readBoolean(@Nullable Column column, int row) {
		return column != null && ((BooleanColumn) column).get(row);
	}

	static byte readByte(@Nullable Column column, int row) {
		return (byte) readInt(column, row);
	}

	static short readShort(@Nullable Column column, int row) {
		return (short) readInt(column, row);
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

	@SuppressWarnings({ "unchecked", "rawtypes" })
	static @Nullable Object readEnum(Class type, @Nullable Column column, int row) {
		String name = readText(column, row);
		return (name != null) ? Enum.valueOf(type, name) : null;
	}

	static @Nullable Object readJson(JsonReading reading, @Nullable Column column, int row) {
		byte[] document = (column != null) ? ((JsonColumn) column).get(row) : null;
		return (document != null) ? reading.json().read(document, reading.type()) : null;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	static @Nullable Object readList(Class elementType, @Nullable Column column, int row) {
		List<Object> elements = (column != null) ? ((ArrayColumn) column).get(row) : null;
		if (elements == null || !elementType.isEnum()) {
			return elements;
		}
		List<Object> constants = new ArrayList<>(elements.size());
		elements.forEach((name) -> constants.add(Enum.valueOf(elementType, (String) name)));
		return constants;
	}

	/**
	 * How a JSON property is read.
	 *
	 * @param json the reader
	 * @param type the type of the property
	 */
	record JsonReading(MilvusJson json, Type type) {
	}

}
