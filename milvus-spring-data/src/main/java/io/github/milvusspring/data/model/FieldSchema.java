package io.github.milvusspring.data.model;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One field of a Milvus collection, either declared by an entity class or reported by the
 * server.
 *
 * @param name the name of the field
 * @param type the type of the field
 * @param description a description of the content for human readers; may be empty
 * @param elementType the type of the elements of an array, {@code null} for other types
 * @param structFields the fields of an array of structs, empty for other types
 * @param dimension the number of entries of a dense vector, 0 for other types
 * @param metric the metric by which a search compares vectors; {@code null} for other
 * types, and when no index declares it
 * @param maxLength the maximum length of a text in bytes of UTF-8, 0 for other types
 * @param maxCapacity the maximum number of elements of an array or array of structs, 0
 * for other types
 * @param nullable whether the field may be null
 * @param defaultValue the value that the server stores when a row has none: a
 * {@code Boolean}, {@code Long}, {@code Double} or {@code String}; {@code null} for no
 * default
 * @param primaryKey whether the field is the primary key
 * @param autoId whether the server generates the primary key
 * @param partitionKey whether the value of this field decides the partition of a row
 * @param clusteringKey whether compaction groups rows by the value of this field
 * @param functionOutput whether a function on the server computes the values: writes do
 * not send them and queries do not return them
 * @param analyzer the analyzer of a text field, {@code null} when the text is not
 * analyzed
 * @param properties further properties of the field by their names in Milvus, such as
 * {@code mmap.enabled}
 */
public record FieldSchema(String name, FieldType type, String description, @Nullable FieldType elementType,
		List<FieldSchema> structFields, int dimension, @Nullable Metric metric, int maxLength, int maxCapacity,
		boolean nullable, @Nullable Object defaultValue, boolean primaryKey, boolean autoId, boolean partitionKey,
		boolean clusteringKey, boolean functionOutput, @Nullable AnalyzerSchema analyzer,
		Map<String, String> properties) {

	/**
	 * Starts building a field.
	 * @param name the name of the field
	 * @param type the type of the field
	 * @return a builder of a field that is not nullable and is not a key
	 */
	public static Builder of(String name, FieldType type) {
		return new Builder(name, type);
	}

	/**
	 * Returns a builder with all values of this record.
	 * @return a new builder
	 */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/**
	 * Tells whether the server stores a default value when a row has none.
	 * @return {@code true} when there is a default value
	 */
	public boolean hasDefault() {
		return this.defaultValue != null;
	}

	/**
	 * Returns the type with its sizes.
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
	public String toString() {
		return this.name + " " + describeType();
	}

	/**
	 * Builds a {@link FieldSchema}.
	 */
	public static final class Builder {

		private String name;

		private FieldType type;

		private String description = "";

		private @Nullable FieldType elementType;

		private List<FieldSchema> structFields = List.of();

		private int dimension;

		private @Nullable Metric metric;

		private int maxLength;

		private int maxCapacity;

		private boolean nullable;

		private @Nullable Object defaultValue;

		private boolean primaryKey;

		private boolean autoId;

		private boolean partitionKey;

		private boolean clusteringKey;

		private boolean functionOutput;

		private @Nullable AnalyzerSchema analyzer;

		private Map<String, String> properties = Map.of();

		private Builder(String name, FieldType type) {
			this.name = name;
			this.type = type;
		}

		private Builder(FieldSchema origin) {
			this.name = origin.name;
			this.type = origin.type;
			this.description = origin.description;
			this.elementType = origin.elementType;
			this.structFields = origin.structFields;
			this.dimension = origin.dimension;
			this.metric = origin.metric;
			this.maxLength = origin.maxLength;
			this.maxCapacity = origin.maxCapacity;
			this.nullable = origin.nullable;
			this.defaultValue = origin.defaultValue;
			this.primaryKey = origin.primaryKey;
			this.autoId = origin.autoId;
			this.partitionKey = origin.partitionKey;
			this.clusteringKey = origin.clusteringKey;
			this.functionOutput = origin.functionOutput;
			this.analyzer = origin.analyzer;
			this.properties = origin.properties;
		}

		/** Sets the description. */
		public Builder description(String description) {
			this.description = description;
			return this;
		}

		/** Sets the type of the elements of an array. */
		public Builder elementType(@Nullable FieldType elementType) {
			this.elementType = elementType;
			return this;
		}

		/** Sets the fields of an array of structs. */
		public Builder structFields(List<FieldSchema> structFields) {
			this.structFields = List.copyOf(structFields);
			return this;
		}

		/** Sets the dimension of a dense vector. */
		public Builder dimension(int dimension) {
			this.dimension = dimension;
			return this;
		}

		/** Sets the metric of a vector. */
		public Builder metric(@Nullable Metric metric) {
			this.metric = metric;
			return this;
		}

		/** Sets the maximum length of a text. */
		public Builder maxLength(int maxLength) {
			this.maxLength = maxLength;
			return this;
		}

		/** Sets the maximum number of elements of an array. */
		public Builder maxCapacity(int maxCapacity) {
			this.maxCapacity = maxCapacity;
			return this;
		}

		/** Sets whether the field may be null. */
		public Builder nullable(boolean nullable) {
			this.nullable = nullable;
			return this;
		}

		/** Sets the default value. */
		public Builder defaultValue(@Nullable Object defaultValue) {
			this.defaultValue = defaultValue;
			return this;
		}

		/** Sets whether the field is the primary key. */
		public Builder primaryKey(boolean primaryKey) {
			this.primaryKey = primaryKey;
			return this;
		}

		/** Sets whether the server generates the primary key. */
		public Builder autoId(boolean autoId) {
			this.autoId = autoId;
			return this;
		}

		/** Sets whether the field is the partition key. */
		public Builder partitionKey(boolean partitionKey) {
			this.partitionKey = partitionKey;
			return this;
		}

		/** Sets whether the field is the clustering key. */
		public Builder clusteringKey(boolean clusteringKey) {
			this.clusteringKey = clusteringKey;
			return this;
		}

		/** Sets whether a function on the server computes the values. */
		public Builder functionOutput(boolean functionOutput) {
			this.functionOutput = functionOutput;
			return this;
		}

		/** Sets the analyzer of a text. */
		public Builder analyzer(@Nullable AnalyzerSchema analyzer) {
			this.analyzer = analyzer;
			return this;
		}

		/** Sets further properties of the field. */
		public Builder properties(Map<String, String> properties) {
			this.properties = Map.copyOf(properties);
			return this;
		}

		/**
		 * Builds the record.
		 * @return a new FieldSchema
		 */
		public FieldSchema build() {
			return new FieldSchema(this.name, this.type, this.description, this.elementType, this.structFields,
					this.dimension, this.metric, this.maxLength, this.maxCapacity, this.nullable, this.defaultValue,
					this.primaryKey, this.autoId, this.partitionKey, this.clusteringKey, this.functionOutput,
					this.analyzer, this.properties);
		}

	}

}
