package io.github.milvusspring.data.mapping;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Collects what a field is.
 */
public final class FieldSchemaBuilder {

	String name;

	FieldType type;

	String description = "";

	@Nullable FieldType elementType;

	List<FieldSchema> structFields = List.of();

	int dimension;

	@Nullable Metric metric;

	int maxLength;

	int maxCapacity;

	boolean nullable;

	@Nullable Object defaultValue;

	boolean primaryKey;

	boolean autoId;

	boolean partitionKey;

	boolean clusteringKey;

	boolean functionOutput;

	@Nullable AnalyzerSchema analyzer;

	Map<String, String> properties = Map.of();

	FieldSchemaBuilder(String name, FieldType type) {
		this.name = name;
		this.type = type;
	}

	FieldSchemaBuilder(FieldSchemaBuilder other) {
		this(other.name, other.type);
		this.description = other.description;
		this.elementType = other.elementType;
		this.structFields = other.structFields;
		this.dimension = other.dimension;
		this.metric = other.metric;
		this.maxLength = other.maxLength;
		this.maxCapacity = other.maxCapacity;
		this.nullable = other.nullable;
		this.defaultValue = other.defaultValue;
		this.primaryKey = other.primaryKey;
		this.autoId = other.autoId;
		this.partitionKey = other.partitionKey;
		this.clusteringKey = other.clusteringKey;
		this.functionOutput = other.functionOutput;
		this.analyzer = other.analyzer;
		this.properties = other.properties;
	}

	@Nullable Object[] state() {
		return new @Nullable Object[] { this.name, this.type, this.description, this.elementType, this.structFields,
				this.dimension, this.metric, this.maxLength, this.maxCapacity, this.nullable, this.defaultValue,
				this.primaryKey, this.autoId, this.partitionKey, this.clusteringKey, this.functionOutput, this.analyzer,
				this.properties };
	}

	/**
	 * Says what the field holds, in words.
	 * @param description the description
	 * @return this builder
	 */
	public FieldSchemaBuilder description(String description) {
		this.description = description;
		return this;
	}

	/**
	 * Makes the field an array of a type.
	 * @param elementType the type of the elements
	 * @return this builder
	 */
	public FieldSchemaBuilder elementType(@Nullable FieldType elementType) {
		this.elementType = elementType;
		return this;
	}

	/**
	 * Sets the fields of an array of structs.
	 * @param structFields the fields of each struct
	 * @return this builder
	 */
	public FieldSchemaBuilder structFields(List<FieldSchema> structFields) {
		this.structFields = List.copyOf(structFields);
		return this;
	}

	/**
	 * Sets the dimension of a dense vector.
	 * @param dimension the number of entries
	 * @return this builder
	 */
	public FieldSchemaBuilder dimension(int dimension) {
		this.dimension = dimension;
		return this;
	}

	/**
	 * Sets the metric a vector is searched by.
	 * @param metric the metric, {@code null} for none
	 * @return this builder
	 */
	public FieldSchemaBuilder metric(@Nullable Metric metric) {
		this.metric = metric;
		return this;
	}

	/**
	 * Sets the longest text.
	 * @param maxLength the length in bytes of UTF-8
	 * @return this builder
	 */
	public FieldSchemaBuilder maxLength(int maxLength) {
		this.maxLength = maxLength;
		return this;
	}

	/**
	 * Sets the most elements of an array.
	 * @param maxCapacity the number of elements
	 * @return this builder
	 */
	public FieldSchemaBuilder maxCapacity(int maxCapacity) {
		this.maxCapacity = maxCapacity;
		return this;
	}

	/**
	 * Says whether the field may hold null.
	 * @param nullable whether null is allowed
	 * @return this builder
	 */
	public FieldSchemaBuilder nullable(boolean nullable) {
		this.nullable = nullable;
		return this;
	}

	/**
	 * Sets what the server fills in where a row has no value.
	 * @param defaultValue a {@code Boolean}, {@code Long}, {@code Double} or
	 * {@code String}, {@code null} for nothing
	 * @return this builder
	 */
	public FieldSchemaBuilder defaultValue(@Nullable Object defaultValue) {
		this.defaultValue = defaultValue;
		return this;
	}

	/**
	 * Says whether the field is the primary key.
	 * @param primaryKey whether it is
	 * @return this builder
	 */
	public FieldSchemaBuilder primaryKey(boolean primaryKey) {
		this.primaryKey = primaryKey;
		return this;
	}

	/**
	 * Says whether the server generates the key.
	 * @param autoId whether it does
	 * @return this builder
	 */
	public FieldSchemaBuilder autoId(boolean autoId) {
		this.autoId = autoId;
		return this;
	}

	/**
	 * Says whether the field decides the row's partition.
	 * @param partitionKey whether it does
	 * @return this builder
	 */
	public FieldSchemaBuilder partitionKey(boolean partitionKey) {
		this.partitionKey = partitionKey;
		return this;
	}

	/**
	 * Says whether rows are clustered by this field.
	 * @param clusteringKey whether they are
	 * @return this builder
	 */
	public FieldSchemaBuilder clusteringKey(boolean clusteringKey) {
		this.clusteringKey = clusteringKey;
		return this;
	}

	/**
	 * Says whether the server makes the values.
	 * @param functionOutput whether it does
	 * @return this builder
	 */
	public FieldSchemaBuilder functionOutput(boolean functionOutput) {
		this.functionOutput = functionOutput;
		return this;
	}

	/**
	 * Says how a text is cut into words.
	 * @param analyzer the analyzer, {@code null} for none
	 * @return this builder
	 */
	public FieldSchemaBuilder analyzer(@Nullable AnalyzerSchema analyzer) {
		this.analyzer = analyzer;
		return this;
	}

	/**
	 * Sets further properties in Milvus's own words.
	 * @param properties the properties, by name
	 * @return this builder
	 */
	public FieldSchemaBuilder properties(Map<String, String> properties) {
		this.properties = Map.copyOf(properties);
		return this;
	}

	/**
	 * Makes the field.
	 * @return the field
	 */
	public FieldSchema build() {
		return new FieldSchema(new FieldSchemaBuilder(this));
	}

}
