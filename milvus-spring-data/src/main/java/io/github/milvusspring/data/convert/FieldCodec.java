package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.List;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.wire.column.Column;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.mapping.MappingException;
import org.springframework.util.ReflectionUtils;

/**
 * Encodes the values of one field as a column, and refuses values that the field cannot
 * hold.
 */
abstract class FieldCodec {

	static final String NOTHING_WRITTEN = "Nothing was written";

	private final FieldSchema field;

	private final MethodHandle getter;

	/**
	 * Creates a codec.
	 * @param field the field
	 * @param getter a handle that gets the value of a row: {@code (Object)} to a
	 * primitive or {@code Object}
	 */
	FieldCodec(FieldSchema field, MethodHandle getter) {
		this.field = field;
		this.getter = getter;
	}

	abstract Column encode(List<?> rows);

	final FieldSchema field() {
		return this.field;
	}

	final boolean primitive() {
		return this.getter.type().returnType().isPrimitive();
	}

	/**
	 * Returns the getter. Callers use {@code invokeExact}, so that a primitive is never
	 * boxed.
	 */
	final MethodHandle getter() {
		return this.getter;
	}

	final @Nullable Object[] objects(List<?> rows) {
		@Nullable Object[] values = new @Nullable Object[rows.size()];
		int row = 0;
		try {
			for (; row < values.length; row++) {
				values[row] = (Object) this.getter.invokeExact((Object) rows.get(row));
			}
		}
		catch (MappingException ex) {
			throw problem(row, String.valueOf(ex.getMessage()));
		}
		catch (Throwable ex) {
			throw failure(ex);
		}
		return values;
	}

	/**
	 * Returns which rows have a value, {@code null} if the field is not nullable and has
	 * no default value. Replaces null by the default value, because Milvus does so and
	 * Milvus Lite does not.
	 */
	final boolean @Nullable [] valid(@Nullable Object[] values) {
		boolean @Nullable [] valid = optional() ? new boolean[values.length] : null;
		for (int i = 0; i < values.length; i++) {
			values[i] = (values[i] == null) ? this.field.defaultValue() : values[i];
			if (valid != null) {
				valid[i] = values[i] != null;
			}
			else if (values[i] == null) {
				throw problem(i, "has no value, and is not nullable");
			}
		}
		return valid;
	}

	private boolean optional() {
		return this.field.nullable() || this.field.hasDefault();
	}

	/** Returns the same as {@code valid} for rows that all have a value. */
	final boolean @Nullable [] allValid(int rows) {
		if (!optional()) {
			return null;
		}
		boolean[] valid = new boolean[rows];
		Arrays.fill(valid, true);
		return valid;
	}

	final RuntimeException failure(Throwable ex) {
		ReflectionUtils.rethrowRuntimeException(ex);
		return new IllegalStateException(ex);
	}

	final DataIntegrityViolationException problem(int row, String text) {
		String place = this.field.name().isEmpty() ? "Element " + row
				: "Field '" + this.field.name() + "' of row " + row;
		return new DataIntegrityViolationException(place + " " + text + ". " + NOTHING_WRITTEN);
	}

	final DataIntegrityViolationException within(int row, DataIntegrityViolationException ex) {
		return problem(row,
				"cannot be written: " + String.valueOf(ex.getMessage()).replace(". " + NOTHING_WRITTEN, ""));
	}

	final DataIntegrityViolationException wrongType(int row, Object value) {
		return problem(row,
				"is of type " + this.field.describeType() + " and cannot hold a " + value.getClass().getSimpleName());
	}

	final long integer(int row, Object value, long min, long max) {
		if (!(value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte)) {
			throw wrongType(row, value);
		}
		long number = ((Number) value).longValue();
		if (number < min || number > max) {
			throw problem(row,
					"is of type " + this.field.describeType() + " and cannot hold " + number + ": it is out of range");
		}
		return number;
	}

}
