package io.github.milvusspring.data.mapping.type;

import java.util.List;
import java.util.function.Function;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.MappingException;

/**
 * Converts the values of a Java type to the type that is stored, and back.
 *
 * @param javaType the type of the values in the application
 * @param storedType the type of the stored values
 * @param writer converts a value to its stored form
 * @param reader converts a stored value back
 */
public record ValueConversion(Class<?> javaType, Class<?> storedType, Function<Object, @Nullable Object> writer,
		Function<Object, @Nullable Object> reader) {

	/**
	 * Returns the default conversion of a scalar type that has no Milvus type.
	 * @param javaType the class of the scalar
	 * @param type the type of the field
	 * @return the conversion, {@code null} when there is none
	 */
	public static @Nullable ValueConversion natural(Class<?> javaType, FieldType type) {
		Class<?> declared = ScalarTypes.declared(javaType);
		List<FieldType> types = ScalarTypes.of(declared);
		if (types != null) {
			return types.contains(type) ? TextConversions.conversion(declared, type) : null;
		}
		boolean shape = type == FieldType.GEOMETRY && JtsGeometries.are(javaType);
		return shape ? JtsGeometries.conversion(javaType) : null;
	}

	/**
	 * Tells whether this conversion applies to a value. A value that already has its
	 * stored form is of another type.
	 * @param value the value
	 * @return {@code true} when the value is an instance of {@link #javaType()}
	 */
	public boolean converts(Object value) {
		return this.javaType.isInstance(value);
	}

	/**
	 * Converts a value to its stored form.
	 * @param value the value, {@code null} for none
	 * @return the stored value, {@code null} for none
	 * @throws MappingException when the value cannot be converted
	 */
	public @Nullable Object write(@Nullable Object value) {
		if (value == null) {
			return null;
		}
		try {
			return this.writer.apply(value);
		}
		catch (RuntimeException ex) {
			throw new MappingException("cannot be written: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Converts a stored value back.
	 * @param stored the stored value, {@code null} for none
	 * @return the value, {@code null} for none
	 * @throws MappingException when the value cannot be converted
	 */
	public @Nullable Object read(@Nullable Object stored) {
		if (stored == null) {
			return null;
		}
		try {
			return this.reader.apply(stored);
		}
		catch (RuntimeException ex) {
			throw new MappingException(
					"'" + stored + "' cannot be read as " + this.javaType.getSimpleName() + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * Combines this conversion with another one, which converts the stored values once
	 * more.
	 * @param next the conversion of the stored values, {@code null} for none
	 * @return the combined conversion
	 */
	public ValueConversion then(@Nullable ValueConversion next) {
		return (next == null) ? this : new ValueConversion(this.javaType, next.storedType(),
				(value) -> next.write(write(value)), (stored) -> read(next.read(stored)));
	}

}
