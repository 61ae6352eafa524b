package io.github.milvusspring.data.mapping;

import io.github.milvusspring.data.mapping.type.ValueConversion;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.TextOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.data.mapping.PersistentProperty;

/**
 * A property of an entity, which is stored in a field of a Milvus collection.
 */
public interface MilvusPersistentProperty extends PersistentProperty<MilvusPersistentProperty> {

	/**
	 * Returns the field in which this property is stored.
	 * @return the schema of the field
	 * @throws org.springframework.data.mapping.MappingException when the property cannot
	 * be stored
	 */
	FieldSchema getFieldSchema();

	/**
	 * Returns the name of the field in which this property is stored.
	 * @return the field's name
	 */
	String getFieldName();

	/**
	 * Returns the Java type of the stored values, which is the type of the property when
	 * there is no conversion.
	 * @return the type of the stored values
	 */
	Class<?> getStoredType();

	/**
	 * Returns the type of this property, with type variables of a generic entity class
	 * resolved.
	 * @return the type
	 */
	ResolvableType getResolvableType();

	/**
	 * Returns the conversion between the values of this property and their stored form.
	 * @return the conversion, {@code null} when values are stored without conversion
	 */
	@Nullable ValueConversion getConversion();

	/**
	 * Returns the conversion between the elements of this property's lists and their
	 * stored form.
	 * @return the conversion; {@code null} when elements are stored without conversion,
	 * and when the property is not an array
	 */
	@Nullable ValueConversion getElementConversion();

	/**
	 * Returns how this property sorts, when its values or elements are stored as texts.
	 * @return the order, {@code null} when the values are texts themselves
	 */
	@Nullable TextOrder getTextOrder();

	/**
	 * Returns the mapping of the structs of this property.
	 * @return the mapping, {@code null} when the property is not an array of structs
	 */
	@Nullable MilvusPersistentEntity<?> getStruct();

	/**
	 * Converts a value to its stored form, for a filter.
	 * @param value a value of this property, or of its elements when it is an array
	 * @return the stored value; the value itself when no conversion applies to it
	 * @throws org.springframework.data.mapping.MappingException when the value cannot be
	 * converted
	 */
	default Object toStored(Object value) {
		ValueConversion conversion = (getElementConversion() != null) ? getElementConversion() : getConversion();
		Object stored = (conversion != null && conversion.converts(value)) ? conversion.write(value) : value;
		return (stored != null) ? stored : value;
	}

}
