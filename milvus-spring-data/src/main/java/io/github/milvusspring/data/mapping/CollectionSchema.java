package io.github.milvusspring.data.mapping;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a collection, as declared by an entity or found on the server.
 *
 * @param name the collection's name
 * @param description the collection's description, possibly empty
 * @param fields the fields in the order of declaration
 * @param dynamic whether rows may hold fields that are not declared
 */
public record CollectionSchema(String name, String description, List<FieldSchema> fields, boolean dynamic) {

	public CollectionSchema {
		fields = List.copyOf(fields);
	}

	/**
	 * Finds a field by its name.
	 * @param name the field's name
	 * @return the field, {@code null} when there is none of that name
	 */
	public @Nullable FieldSchema field(String name) {
		for (FieldSchema field : this.fields) {
			if (field.name().equals(name)) {
				return field;
			}
		}
		return null;
	}

	/**
	 * Returns the primary key.
	 * @return the field that is the primary key
	 * @throws IllegalStateException when the collection has none
	 */
	public FieldSchema primaryKey() {
		for (FieldSchema field : this.fields) {
			if (field.primaryKey()) {
				return field;
			}
		}
		throw new IllegalStateException("Collection '" + this.name + "' has no primary key");
	}

	/**
	 * Returns the fields that hold vectors.
	 * @return the vector fields in the order of declaration
	 */
	public List<FieldSchema> vectorFields() {
		return this.fields.stream().filter((field) -> field.type().isVector()).toList();
	}

}
