package io.github.milvusspring.data.model;

import org.jspecify.annotations.Nullable;

/**
 * Resolves the fields that a filter names, and converts the values it compares them with
 * to their stored form.
 */
@FunctionalInterface
public interface FilterFields {

	/**
	 * Finds a field.
	 * @param property the name of a property or field
	 * @return the field, {@code null} for a dynamic field
	 * @throws RuntimeException when no property or field has that name
	 */
	@Nullable FieldSchema field(String property);

	/**
	 * Converts a value to the form in which the field stores it.
	 * @param property the name of a property or field
	 * @param value a value of the property, or of its elements when it is an array
	 * @return the stored value; the value itself when no conversion applies
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when the value
	 * cannot be converted
	 */
	default Object toStored(String property, Object value) {
		return value;
	}

	/**
	 * Returns how a field whose values are stored as texts sorts compared with the
	 * values.
	 * @param property the name of a property or field
	 * @return the order; {@code null} when it depends on the type of each value
	 */
	default @Nullable TextOrder textOrder(String property) {
		return null;
	}

	/**
	 * Returns the root position of a JSON document.
	 * @param property the name of a property or field that holds JSON, {@code null} for
	 * the dynamic fields
	 * @return the root position
	 */
	default JsonPosition document(@Nullable String property) {
		return JsonPosition.UNKNOWN;
	}

	/**
	 * Returns a view that finds fields by their names in Milvus alone, as a Milvus
	 * expression does.
	 * @return the same fields, found by field name only
	 */
	default FilterFields byFieldName() {
		return this;
	}

}
