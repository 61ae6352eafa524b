package io.github.milvusspring.data.mapping;

import io.github.milvusspring.data.mapping.type.ValueConversion;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.TextOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.data.mapping.PersistentProperty;

/**
 * A property of an entity that is kept in a field of a Milvus collection.
 */
public interface MilvusPersistentProperty extends PersistentProperty<MilvusPersistentProperty> {

	/**
	 * Returns the field this property is kept in.
	 * @return the declared field
	 * @throws org.springframework.data.mapping.MappingException when the property cannot
	 * be kept
	 */
	FieldSchema getFieldSchema();

	/**
	 * Returns the name of the field this property is kept in.
	 * @return the field's name
	 */
	String getFieldName();

	/**
	 * Returns the Java type that is written, which is the property's own where there is
	 * no conversion.
	 * @return the type of the stored values
	 */
	Class<?> getStoredType();

	/**
	 * Returns the type of this property with the types that a generic class leaves open
	 * filled in.
	 * @return the type
	 */
	ResolvableType getResolvableType();

	/**
	 * Returns how the values of this property are stored.
	 * @return the conversion, {@code null} when they are stored as they are
	 */
	@Nullable ValueConversion getConversion();

	/**
	 * Returns how the elements of this property's lists are stored.
	 * @return the conversion, {@code null} when they are stored as they are and where the
	 * property is no array
	 */
	@Nullable ValueConversion getElementConversion();

	/**
	 * Tells how the texts sort that stand for the values, or elements, of this property.
	 * @return the order, {@code null} when they are texts themselves
	 */
	@Nullable TextOrder getTextOrder();

	/**
	 * Returns the class of the structs of this property.
	 * @return the class, {@code null} when the property is no array of structs
	 */
	@Nullable MilvusPersistentEntity<?> getStruct();

	/**
	 * Makes the stored form of a value, for a filter.
	 * @param value a value of this property, or of its elements when it is an array
	 * @return the stored value; the value itself when it is of another type already
	 * @throws org.springframework.data.mapping.MappingException when it cannot be
	 * converted
	 */
	default Object toStored(Object value) {
		ValueConversion conversion = (getElementConversion() != null) ? getElementConversion() : getConversion();
		Object stored = (conversion != null && conversion.converts(value)) ? conversion.write(value) : value;
		return (stored != null) ? stored : value;
	}

}
