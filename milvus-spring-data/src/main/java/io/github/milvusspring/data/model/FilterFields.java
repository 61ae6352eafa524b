package io.github.milvusspring.data.model;

import org.jspecify.annotations.Nullable;

/**
 * The fields that a filter may name, and the form in which they store values.
 */
@FunctionalInterface
public interface FilterFields {

	/**
	 * Finds a field.
	 * @param property the name of a property or field
	 * @return the field, {@code null} for a dynamic one
	 * @throws RuntimeException when there is none of that name
	 */
	@Nullable FieldSchema field(String property);

	/**
	 * Makes the stored form of a value.
	 * @param property the name of a property or field
	 * @param value a value of it, or of its elements when it is an array
	 * @return the stored value; the value itself when nothing is converted
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when it cannot
	 * be converted
	 */
	default Object toStored(String property, Object value) {
		return value;
	}

	/**
	 * Tells how the texts sort that stand for the values of a field.
	 * @param property the name of a property or field
	 * @return the order, {@code null} when it depends on the type of each value
	 */
	default @Nullable TextOrder textOrder(String property) {
		return null;
	}

	/**
	 * Returns the place of a whole document.
	 * @param property the name of a property or field that holds JSON, {@code null} for
	 * the dynamic fields
	 * @return the place
	 */
	default JsonPosition document(@Nullable String property) {
		return JsonPosition.UNKNOWN;
	}

	/**
	 * Returns the same fields under their own names, which an expression uses.
	 * @return the fields, found by the name of the field alone
	 */
	default FilterFields byFieldName() {
		return this;
	}

}
