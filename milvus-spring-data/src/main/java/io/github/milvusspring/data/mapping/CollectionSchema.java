package io.github.milvusspring.data.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A collection, as declared by an entity or found on the server.
 */
public final class CollectionSchema {

	private final CollectionSchemaBuilder of;

	CollectionSchema(CollectionSchemaBuilder of) {
		this.of = of;
	}

	/**
	 * Starts a collection.
	 * @param name the collection's name
	 * @param fields the fields in the order of declaration
	 * @return a builder of a collection without anything else
	 */
	public static CollectionSchemaBuilder of(String name, List<FieldSchema> fields) {
		return new CollectionSchemaBuilder(name, fields);
	}

	/**
	 * Starts a collection like this one.
	 * @return a builder with everything this collection has
	 */
	public CollectionSchemaBuilder toBuilder() {
		return new CollectionSchemaBuilder(this.of);
	}

	/**
	 * Returns the collection's name.
	 * @return the name
	 */
	public String name() {
		return this.of.name;
	}

	/**
	 * Returns what the collection holds, in words.
	 * @return the description, possibly empty
	 */
	public String description() {
		return this.of.description;
	}

	/**
	 * Returns the fields in the order of declaration.
	 * @return the fields
	 */
	public List<FieldSchema> fields() {
		return this.of.fields;
	}

	/**
	 * Returns the fields found on a server whose types are not known.
	 * @return the fields that are neither read nor written, empty where an entity
	 * declares the collection
	 */
	public List<UnknownField> unknownFields() {
		return this.of.unknownFields;
	}

	/**
	 * Tells whether rows may hold fields that are not declared.
	 * @return {@code true} for dynamic fields
	 */
	public boolean dynamic() {
		return this.of.dynamic;
	}

	/**
	 * Returns the functions by which the server makes values.
	 * @return the functions
	 */
	public List<FunctionSchema> functions() {
		return this.of.functions;
	}

	/**
	 * Returns the indexes; a vector field always has one where an entity declares it.
	 * @return the indexes
	 */
	public List<IndexSchema> indexes() {
		return this.of.indexes;
	}

	/**
	 * Returns the number of shards.
	 * @return the number, 0 for the server's default
	 */
	public int shards() {
		return this.of.shards;
	}

	/**
	 * Returns the number of partitions that a partition key spreads rows over.
	 * @return the number, 0 for the server's default
	 */
	public int partitions() {
		return this.of.partitions;
	}

	/**
	 * Returns the consistency level that the server keeps with the collection.
	 * @return the level, {@code null} for the server's default
	 */
	public @Nullable ConsistencyLevel consistency() {
		return this.of.consistency;
	}

	/**
	 * Returns further properties in Milvus's own words, such as
	 * {@code collection.ttl.seconds}.
	 * @return the properties, by name
	 */
	public Map<String, String> properties() {
		return this.of.properties;
	}

	/**
	 * Finds a field by its name.
	 * @param name the field's name
	 * @return the field, {@code null} when there is none of that name
	 */
	public @Nullable FieldSchema field(String name) {
		for (FieldSchema field : fields()) {
			if (field.name().equals(name)) {
				return field;
			}
		}
		return null;
	}

	/**
	 * Finds a field of unknown type by its name.
	 * @param name the field's name
	 * @return the field, {@code null} when there is none of that name
	 */
	public @Nullable UnknownField unknownField(String name) {
		for (UnknownField field : unknownFields()) {
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
		for (FieldSchema field : fields()) {
			if (field.primaryKey()) {
				return field;
			}
		}
		throw new IllegalStateException("Collection '" + name() + "' has no primary key"
				+ unknownFields().stream()
					.filter(UnknownField::primaryKey)
					.map((key) -> " that can be used: " + key)
					.findFirst()
					.orElse(""));
	}

	/**
	 * Returns the fields that hold vectors.
	 * @return the vector fields in the order of declaration
	 */
	public List<FieldSchema> vectorFields() {
		return fields().stream().filter((field) -> field.type().isVector()).toList();
	}

	/**
	 * Returns the indexes of a field.
	 * @param field the field's name
	 * @return its indexes
	 */
	public List<IndexSchema> indexes(String field) {
		return indexes().stream().filter((index) -> index.field().equals(field)).toList();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CollectionSchema that && Arrays.equals(this.of.state(), that.of.state());
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.of.state());
	}

	@Override
	public String toString() {
		return name() + fields();
	}

}
