package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import io.github.milvusspring.data.mapping.type.ValueConversion;
import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Adapts getters so that they return the stored form of a value.
 */
final class StoredValueGetters {

	private static final MethodHandle CONVERTED = find("converted", ValueConversion.class);

	private static final MethodHandle NATURAL = find("natural", FieldType.class);

	private StoredValueGetters() {
	}

	private static MethodHandle find(String name, Class<?> parameter) {
		try {
			return MethodHandles.lookup()
				.findStatic(StoredValueGetters.class, name,
						MethodType.methodType(Object.class, parameter, Object.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns a getter of stored values; if nothing is converted, this is the given
	 * getter.
	 */
	static MethodHandle of(MethodHandle getter, @Nullable ValueConversion conversion) {
		return (conversion != null) ? filtered(getter, CONVERTED.bindTo(conversion)) : getter;
	}

	/**
	 * Returns a getter that converts a value to its stored form in a field of the given
	 * type, whatever the class of the value is.
	 */
	static MethodHandle natural(MethodHandle getter, FieldType type) {
		return (type == FieldType.JSON || type.isVector()) ? getter : filtered(getter, NATURAL.bindTo(type));
	}

	private static MethodHandle filtered(MethodHandle getter, MethodHandle filter) {
		return MethodHandles.filterReturnValue(getter.asType(MethodType.methodType(Object.class, Object.class)),
				filter);
	}

	// A value that the application has set may already have its stored form.
	static @Nullable Object converted(ValueConversion conversion, @Nullable Object value) {
		return (value != null && conversion.converts(value)) ? conversion.write(value) : value;
	}

	static @Nullable Object natural(FieldType type, @Nullable Object value) {
		if (value == null || value instanceof String || value instanceof Boolean || value instanceof Long
				|| value instanceof Integer) {
			return value;
		}
		ValueConversion conversion = ValueConversion.natural(value.getClass(), type);
		return (conversion != null) ? conversion.write(value) : value;
	}

}
