package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of a wider field as the narrower type of a property, and refuses
 * numbers that do not fit.
 */
final class NumberNarrowing {

	private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

	private NumberNarrowing() {
	}

	/**
	 * Returns a reader whose result has the given type, primitive or boxed.
	 */
	static MethodHandle as(MethodHandle reader, Class<?> type) {
		Class<?> read = reader.type().returnType();
		if (read == type || type == boolean.class || type == Boolean.class) {
			return reader;
		}
		if (read == double.class || read == float.class) {
			return MethodHandles.explicitCastArguments(reader, reader.type().changeReturnType(type));
		}
		if (read.isPrimitive()) {
			MethodHandle wide = reader.asType(reader.type().changeReturnType(long.class));
			return (type == long.class) ? wide : MethodHandles.filterReturnValue(wide, find(type));
		}
		return MethodHandles.filterReturnValue(reader, box().bindTo(type));
	}

	private static MethodHandle find(Class<?> type) {
		try {
			return LOOKUP.findStatic(NumberNarrowing.class, type.getName() + "Of",
					MethodType.methodType(type, long.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static MethodHandle box() {
		try {
			return LOOKUP.findStatic(NumberNarrowing.class, "box",
					MethodType.methodType(Object.class, Class.class, Object.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte byteOf(long value) {
		return (byte) within(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
	}

	static short shortOf(long value) {
		return (short) within(value, Short.MIN_VALUE, Short.MAX_VALUE);
	}

	static int intOf(long value) {
		return (int) within(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
	}

	private static long within(long value, long min, long max) {
		if (value < min || value > max) {
			throw new ArithmeticException(
					"The stored number " + value + " is out of the range of the property, " + min + " to " + max);
		}
		return value;
	}

	static @Nullable Object box(Class<?> type, @Nullable Object value) {
		if (value == null || type.isInstance(value) || type.isPrimitive() || !(value instanceof Number number)) {
			return value;
		}
		if (type == Integer.class) {
			return intOf(number.longValue());
		}
		if (type == Short.class) {
			return shortOf(number.longValue());
		}
		if (type == Byte.class) {
			return byteOf(number.longValue());
		}
		return (type == Float.class) ? (Object) number.floatValue() : value;
	}

}
