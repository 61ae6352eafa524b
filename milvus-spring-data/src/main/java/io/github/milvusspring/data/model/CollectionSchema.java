package io.github.milvusspring.data.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The schema and settings of a Milvus collection, either declared by an entity class or
 * reported by the server.
 *
 * @param name the name of the collection
 * @param description a description of the content for human readers; may be empty
 * @param fields the fields in the order of declaration
 * @param unknownFields the fields reported by the server whose types this library does
 * not know; they are neither read nor written. Empty when an entity declares the
 * collection
 * @param dynamic whether rows may hold undeclared fields (dynamic fields)
 * @param functions the functions by which the server computes the values of fields
 * @param indexes the indexes; when an entity declares the collection, each vector field
 * has one
 * @param shards the number of shards, 0 for the default of the server
 * @param partitions the number of partitions among which a partition key distributes
 * rows, 0 for the default of the server
 * @param consistency the default consistency level of the collection, stored on the
 * server; {@code null} for the default of the server
 * @param properties further properties by their names in Milvus, such as
 * {@code collection.ttl.seconds}
 */
public record CollectionSchema(String name, String description, List<FieldSchema> fields,
		List<UnknownField> unknownFields, boolean dynamic, List<FunctionSchema> functions, List<IndexSchema> indexes,
		int shards, int partitions, @Nullable ConsistencyLevel consistency, Map<String, String> properties) {

	private static final String ALLOW_INSERT_AUTO_ID = "allow_insert_auto_id";

	/**
	 * Starts building a collection.
	 * @param name the name of the collection
	 * @param fields the fields in the order of declaration
	 * @return a builder with these fields and default settings
	 */
	public static Builder of(String name, List<FieldSchema> fields) {
		return new Builder(name, fields);
	}

	/**
	 * Returns a builder with all values of this record.
	 * @return a new builder
	 */
	public Builder toBuilder() {
		return new Builder(this);
	}

	/**
	 * Finds a field by its name.
	 * @param name the field's name
	 * @return the field, {@code null} when no such field exists
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
	 * @return the field, {@code null} when no such field exists
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

	/**
	 * Tells whether a write may set the primary key although the server generates keys.
	 * @return {@code true} when the property {@code allow_insert_auto_id} is set
	 */
	public boolean takesGivenKeys() {
		return Boolean.parseBoolean(this.properties.get(ALLOW_INSERT_AUTO_ID));
	}

	@Override
	public String toString() {
		return this.name + this.fields;
	}

	/**
	 * Builds a {@link CollectionSchema}.
	 */
	public static final class Builder {

		private String name;

		private String description = "";

		private List<FieldSchema> fields;

		private List<UnknownField> unknownFields = List.of();

		private boolean dynamic;

		private List<FunctionSchema> functions = List.of();

		private List<IndexSchema> indexes = List.of();

		private int shards;

		private int partitions;

		private @Nullable ConsistencyLevel consistency;

		private Map<String, String> properties = Map.of();

		private Builder(String name, List<FieldSchema> fields) {
			this.name = name;
			this.fields = List.copyOf(fields);
		}

		private Builder(CollectionSchema origin) {
			this.name = origin.name;
			this.description = origin.description;
			this.fields = origin.fields;
			this.unknownFields = origin.unknownFields;
			this.dynamic = origin.dynamic;
			this.functions = origin.functions;
			this.indexes = origin.indexes;
			this.shards = origin.shards;
			this.partitions = origin.partitions;
			this.consistency = origin.consistency;
			this.properties = origin.properties;
		}

		/** Sets the name. */
		public Builder name(String name) {
			this.name = name;
			return this;
		}

		/** Sets the description. */
		public Builder description(String description) {
			this.description = description;
			return this;
		}

		/** Sets the fields. */
		public Builder fields(List<FieldSchema> fields) {
			this.fields = List.copyOf(fields);
			return this;
		}

		/** Sets the fields of unknown types. */
		public Builder unknownFields(List<UnknownField> unknownFields) {
			this.unknownFields = List.copyOf(unknownFields);
			return this;
		}

		/** Sets whether rows may hold undeclared fields. */
		public Builder dynamic(boolean dynamic) {
			this.dynamic = dynamic;
			return this;
		}

		/** Sets the functions. */
		public Builder functions(List<FunctionSchema> functions) {
			this.functions = List.copyOf(functions);
			return this;
		}

		/** Sets the indexes. */
		public Builder indexes(List<IndexSchema> indexes) {
			this.indexes = List.copyOf(indexes);
			return this;
		}

		/** Sets the number of shards. */
		public Builder shards(int shards) {
			this.shards = shards;
			return this;
		}

		/** Sets the number of partitions of a partition key. */
		public Builder partitions(int partitions) {
			this.partitions = partitions;
			return this;
		}

		/** Sets the consistency level. */
		public Builder consistency(@Nullable ConsistencyLevel consistency) {
			this.consistency = consistency;
			return this;
		}

		/** Sets further properties. */
		public Builder properties(Map<String, String> properties) {
			this.properties = Map.copyOf(properties);
			return this;
		}

		/**
		 * Adds an {@code AUTOINDEX}, whose type the server chooses, for each vector field
		 * that has a metric and no index.
		 * @return this builder
		 */
		public Builder autoIndexes() {
			List<IndexSchema> all = new ArrayList<>(this.indexes);
			for (FieldSchema field : this.fields) {
				autoIndex(field.name(), field, all);
				// Milvus names a field inside an array of structs "arrayField[field]".
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
		 * Builds the record.
		 * @return a new CollectionSchema
		 */
		public CollectionSchema build() {
			return new CollectionSchema(this.name, this.description, this.fields, this.unknownFields, this.dynamic,
					this.functions, this.indexes, this.shards, this.partitions, this.consistency, this.properties);
		}

	}

}
