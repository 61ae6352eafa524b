package io.github.milvusspring.data.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One field of a collection, as declared by an entity or found on the server.
 */
public final class FieldSchema {

	private final FieldSchemaBuilder of;

	FieldSchema(FieldSchemaBuilder of) {
		this.of = of;
	}

	/**
	 * Starts a field.
	 * @param name the field's name
	 * @param type the field's type
	 * @return a builder of a field that is required and has no key
	 */
	public static FieldSchemaBuilder of(String name, FieldType type) {
		return new FieldSchemaBuilder(name, type);
	}

	/**
	 * Starts a field like this one.
	 * @return a builder with everything this field has
	 */
	public FieldSchemaBuilder toBuilder() {
		return new FieldSchemaBuilder(this.of);
	}

	/**
	 * Returns the field's name.
	 * @return the name
	 */
	public String name() {
		return this.of.name;
	}

	/**
	 * Returns the field's type.
	 * @return the type
	 */
	public FieldType type() {
		return this.of.type;
	}

	/**
	 * Returns what the field holds, in words.
	 * @return the description, possibly empty
	 */
	public String description() {
		return this.of.description;
	}

	/**
	 * Returns the type of an array's elements.
	 * @return the type, {@code null} for other types
	 */
	public @Nullable FieldType elementType() {
		return this.of.elementType;
	}

	/**
	 * Returns the fields of an array of structs.
	 * @return the fields, empty for other types
	 */
	public List<FieldSchema> structFields() {
		return this.of.structFields;
	}

	/**
	 * Returns the dimension of a dense vector.
	 * @return the dimension, 0 for other types
	 */
	public int dimension() {
		return this.of.dimension;
	}

	/**
	 * Returns the metric a vector is searched by.
	 * @return the metric, {@code null} for other types and where no index tells it
	 */
	public @Nullable Metric metric() {
		return this.of.metric;
	}

	/**
	 * Returns the longest text in bytes of UTF-8.
	 * @return the length, 0 for other types
	 */
	public int maxLength() {
		return this.of.maxLength;
	}

	/**
	 * Returns the most elements of an array or array of structs.
	 * @return the capacity, 0 for other types
	 */
	public int maxCapacity() {
		return this.of.maxCapacity;
	}

	/**
	 * Tells whether the field may hold null.
	 * @return {@code true} when null is allowed
	 */
	public boolean nullable() {
		return this.of.nullable;
	}

	/**
	 * Returns what the server fills in where a row has no value.
	 * @return a {@code Boolean}, {@code Long}, {@code Double} or {@code String},
	 * {@code null} for nothing
	 */
	public @Nullable Object defaultValue() {
		return this.of.defaultValue;
	}

	/**
	 * Tells whether the server fills in a value where a row has none.
	 * @return {@code true} when there is a default value
	 */
	public boolean hasDefault() {
		return this.of.defaultValue != null;
	}

	/**
	 * Tells whether the field is the primary key.
	 * @return {@code true} for the key
	 */
	public boolean primaryKey() {
		return this.of.primaryKey;
	}

	/**
	 * Tells whether the server generates the primary key.
	 * @return {@code true} for a generated key
	 */
	public boolean autoId() {
		return this.of.autoId;
	}

	/**
	 * Tells whether the field decides the row's partition.
	 * @return {@code true} for the partition key
	 */
	public boolean partitionKey() {
		return this.of.partitionKey;
	}

	/**
	 * Tells whether rows are clustered by this field.
	 * @return {@code true} for the clustering key
	 */
	public boolean clusteringKey() {
		return this.of.clusteringKey;
	}

	/**
	 * Tells whether the server makes the values, so that rows bring none and queries do
	 * not return any.
	 * @return {@code true} for the output of a function
	 */
	public boolean functionOutput() {
		return this.of.functionOutput;
	}

	/**
	 * Returns how a text is cut into words.
	 * @return the analyzer, {@code null} when the text is not analyzed
	 */
	public @Nullable AnalyzerSchema analyzer() {
		return this.of.analyzer;
	}

	/**
	 * Returns further properties of the field in Milvus's own words, such as
	 * {@code mmap.enabled}.
	 * @return the properties, by name
	 */
	public Map<String, String> properties() {
		return this.of.properties;
	}

	/**
	 * Describes the type the way Milvus users write it.
	 * @return for example {@code VARCHAR(512)} or {@code FLOAT_VECTOR(384)}
	 */
	public String describeType() {
		return switch (type()) {
			case VARCHAR -> type() + "(" + maxLength() + ")";
			case ARRAY -> type() + "<" + elementType() + ((elementType() == FieldType.VARCHAR) ? "(" + maxLength() + ")"
					: (dimension() > 0) ? "(" + dimension() + ")" : "") + ">[" + maxCapacity() + "]";
			case ARRAY_OF_STRUCT -> type() + "<"
					+ String.join(", ",
							structFields().stream().map((field) -> field.name() + " " + field.describeType()).toList())
					+ ">[" + maxCapacity() + "]";
			default -> (type().isDense()) ? type() + "(" + dimension() + ")" : type().toString();
		};
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof FieldSchema that && Arrays.equals(this.of.state(), that.of.state());
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.of.state());
	}

	@Override
	public String toString() {
		return name() + " " + describeType();
	}

}
