package io.github.milvusspring.data.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Collects what a collection is.
 */
public final class CollectionSchemaBuilder {

	String name;

	String description = "";

	List<FieldSchema> fields;

	List<UnknownField> unknownFields = List.of();

	boolean dynamic;

	List<FunctionSchema> functions = List.of();

	List<IndexSchema> indexes = List.of();

	int shards;

	int partitions;

	@Nullable ConsistencyLevel consistency;

	Map<String, String> properties = Map.of();

	CollectionSchemaBuilder(String name, List<FieldSchema> fields) {
		this.name = name;
		this.fields = List.copyOf(fields);
	}

	CollectionSchemaBuilder(CollectionSchemaBuilder other) {
		this(other.name, other.fields);
		this.description = other.description;
		this.unknownFields = other.unknownFields;
		this.dynamic = other.dynamic;
		this.functions = other.functions;
		this.indexes = other.indexes;
		this.shards = other.shards;
		this.partitions = other.partitions;
		this.consistency = other.consistency;
		this.properties = other.properties;
	}

	@Nullable Object[] state() {
		return new @Nullable Object[] { this.name, this.description, this.fields, this.unknownFields, this.dynamic,
				this.functions, this.indexes, this.shards, this.partitions, this.consistency, this.properties };
	}

	/**
	 * Renames the collection.
	 * @param name the collection's name
	 * @return this builder
	 */
	public CollectionSchemaBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Says what the collection holds, in words.
	 * @param description the description
	 * @return this builder
	 */
	public CollectionSchemaBuilder description(String description) {
		this.description = description;
		return this;
	}

	/**
	 * Replaces the fields.
	 * @param fields the fields in the order of declaration
	 * @return this builder
	 */
	public CollectionSchemaBuilder fields(List<FieldSchema> fields) {
		this.fields = List.copyOf(fields);
		return this;
	}

	/**
	 * Sets the fields found on a server whose types are not known.
	 * @param unknownFields the fields that are neither read nor written
	 * @return this builder
	 */
	public CollectionSchemaBuilder unknownFields(List<UnknownField> unknownFields) {
		this.unknownFields = List.copyOf(unknownFields);
		return this;
	}

	/**
	 * Says whether rows may hold fields that are not declared.
	 * @param dynamic whether they may
	 * @return this builder
	 */
	public CollectionSchemaBuilder dynamic(boolean dynamic) {
		this.dynamic = dynamic;
		return this;
	}

	/**
	 * Sets the functions.
	 * @param functions the functions by which the server makes values
	 * @return this builder
	 */
	public CollectionSchemaBuilder functions(List<FunctionSchema> functions) {
		this.functions = List.copyOf(functions);
		return this;
	}

	/**
	 * Sets the indexes.
	 * @param indexes the indexes
	 * @return this builder
	 */
	public CollectionSchemaBuilder indexes(List<IndexSchema> indexes) {
		this.indexes = List.copyOf(indexes);
		return this;
	}

	/**
	 * Adds the index that the server chooses for each vector field that has a metric and
	 * no index.
	 * @return this builder
	 */
	public CollectionSchemaBuilder autoIndexes() {
		List<IndexSchema> all = new ArrayList<>(this.indexes);
		for (FieldSchema field : this.fields) {
			autoIndex(field.name(), field, all);
			// Milvus's own name of a field within the structs of a field.
			field.structFields().forEach((one) -> autoIndex(field.name() + "[" + one.name() + "]", one, all));
		}
		return indexes(all);
	}

	private static void autoIndex(String name, FieldSchema field, List<IndexSchema> all) {
		Metric metric = field.metric();
		if (metric != null && all.stream().noneMatch((index) -> index.field().equals(name))) {
			all.add(IndexSchema.auto(name, metric));
		}
	}

	/**
	 * Sets the number of shards.
	 * @param shards the number, 0 for the server's default
	 * @return this builder
	 */
	public CollectionSchemaBuilder shards(int shards) {
		this.shards = shards;
		return this;
	}

	/**
	 * Sets the number of partitions that a partition key spreads rows over.
	 * @param partitions the number, 0 for the server's default
	 * @return this builder
	 */
	public CollectionSchemaBuilder partitions(int partitions) {
		this.partitions = partitions;
		return this;
	}

	/**
	 * Sets the consistency level that the server keeps with the collection.
	 * @param consistency the level, {@code null} for the server's default
	 * @return this builder
	 */
	public CollectionSchemaBuilder consistency(@Nullable ConsistencyLevel consistency) {
		this.consistency = consistency;
		return this;
	}

	/**
	 * Sets further properties in Milvus's own words.
	 * @param properties the properties, by name
	 * @return this builder
	 */
	public CollectionSchemaBuilder properties(Map<String, String> properties) {
		this.properties = Map.copyOf(properties);
		return this;
	}

	/**
	 * Makes the collection.
	 * @return the collection
	 */
	public CollectionSchema build() {
		return new CollectionSchema(new CollectionSchemaBuilder(this));
	}

}
