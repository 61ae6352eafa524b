package io.github.milvusspring.data.mapping;

import org.jspecify.annotations.Nullable;

/**
 * One field of a collection, as declared by an entity or found on the server.
 *
 * @param name the field's name
 * @param type the field's type
 * @param elementType the type of an array's elements, {@code null} for other types
 * @param dimension the dimension of a vector, 0 for other types
 * @param metric the metric a vector is searched by, {@code null} for other types
 * @param maxLength the longest text in bytes of UTF-8, 0 for other types
 * @param maxCapacity the most elements of an array, 0 for other types
 * @param nullable whether the field may hold null
 * @param hasDefault whether the server fills in a value where a row has none
 * @param primaryKey whether the field is the primary key
 * @param autoId whether the server generates the primary key
 * @param partitionKey whether the field decides the row's partition
 */
public record FieldSchema(String name, FieldType type, @Nullable FieldType elementType, int dimension,
		@Nullable Metric metric, int maxLength, int maxCapacity, boolean nullable, boolean hasDefault,
		boolean primaryKey, boolean autoId, boolean partitionKey) {

	/**
	 * Describes the type the way Milvus users write it.
	 * @return for example {@code VARCHAR(512)} or {@code FLOAT_VECTOR(384)}
	 */
	public String describeType() {
		return switch (this.type) {
			case VARCHAR -> this.type + "(" + this.maxLength + ")";
			case FLOAT_VECTOR -> this.type + "(" + this.dimension + ")";
			case ARRAY -> this.type + "<" + this.elementType
					+ ((this.elementType == FieldType.VARCHAR) ? "(" + this.maxLength + ")" : "") + ">["
					+ this.maxCapacity + "]";
			default -> this.type.toString();
		};
	}

	/**
	 * Returns a copy with another metric.
	 * @param metric the metric a vector is searched by, {@code null} for none
	 * @return the copy
	 */
	public FieldSchema withMetric(@Nullable Metric metric) {
		return new FieldSchema(this.name, this.type, this.elementType, this.dimension, metric, this.maxLength,
				this.maxCapacity, this.nullable, this.hasDefault, this.primaryKey, this.autoId, this.partitionKey);
	}

}
