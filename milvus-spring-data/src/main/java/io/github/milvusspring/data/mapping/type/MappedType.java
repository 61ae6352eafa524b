package io.github.milvusspring.data.mapping.type;

import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.TextOrder;
import org.jspecify.annotations.Nullable;

/**
 * The Milvus type of a Java type, with the conversions between the two.
 *
 * @param type the Milvus type of the field
 * @param elementType the Milvus type of the elements of an array, {@code null} for other
 * types
 * @param storedType the Java type of the stored values
 * @param conversion the conversion of values, {@code null} when they are stored without
 * conversion
 * @param elementConversion the conversion of the elements of an array, {@code null} when
 * they are stored without conversion
 * @param order how values or elements that are stored as texts sort; {@code null} when
 * they are texts themselves
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
