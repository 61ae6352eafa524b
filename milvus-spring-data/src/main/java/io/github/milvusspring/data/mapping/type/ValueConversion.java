package io.github.milvusspring.data.mapping.type;

import java.util.List;
import java.util.function.Function;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.MappingException;

/**
 * How values of a Java type are stored as another one, and read back.
 *
 * @param javaType the type that the application sees
 * @param storedType the type that is written
 * @param writer makes the stored value
 * @param reader makes the value of a stored one
 */
public record ValueConversion(Class<?> javaType, Class<?> storedType, Function<Object, @Nullable Object> writer,
		Function<Object, @Nullable Object> reader) {

	/**
	 * Returns how a scalar is stored that Milvus has no type of its own for.
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
	 * Tells whether a value is one to convert, and not yet stored.
	 * @param value the value
	 * @return {@code true} when it is of the Java type
	 */
	public boolean converts(Object value) {
		return this.javaType.isInstance(value);
	}

	/**
	 * Makes the stored value.
	 * @param value the value, {@code null} for none
	 * @return the stored value, {@code null} for none
	 * @throws MappingException when it cannot be converted
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
	 * Makes the value of a stored one.
	 * @param stored the stored value, {@code null} for none
	 * @return the value, {@code null} for none
	 * @throws MappingException when it cannot be converted
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
	 * Converts what this conversion stores once more.
	 * @param next converts the stored value, {@code null} for nothing
	 * @return both conversions as one
	 */
	public ValueConversion then(@Nullable ValueConversion next) {
		return (next == null) ? this : new ValueConversion(this.javaType, next.storedType(),
				(value) -> next.write(write(value)), (stored) -> read(next.read(stored)));
	}

}
