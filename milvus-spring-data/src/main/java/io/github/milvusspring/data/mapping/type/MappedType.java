package io.github.milvusspring.data.mapping.type;

import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.TextOrder;
import org.jspecify.annotations.Nullable;

/**
 * The Milvus type of a Java type, with the conversions between the two.
 *
 * @param type the type of the field
 * @param elementType the type of an array's elements
 * @param storedType the Java type that is written
 * @param conversion makes the stored value, {@code null} when it is stored as it is
 * @param elementConversion makes the stored elements of an array, {@code null} when they
 * are stored as they are
 * @param order how the texts sort that stand for the values or elements, {@code null} for
 * what is a text itself
 */
public record MappedType(FieldType type, @Nullable FieldType elementType, Class<?> storedType,
		@Nullable ValueConversion conversion, @Nullable ValueConversion elementConversion, @Nullable TextOrder order) {

	public static MappedType of(FieldType type, Class<?> javaType, @Nullable ValueConversion conversion) {
		return of(type, javaType, conversion, TextOrder.AS_VALUES);
	}

	public static MappedType of(FieldType type, Class<?> javaType, @Nullable ValueConversion conversion,
			@Nullable TextOrder order) {
		return new MappedType(type, null, (conversion != null) ? conversion.storedType() : javaType, conversion, null,
				order);
	}

}
