package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.milvusspring.data.convert.json.JsonFormat;
import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.FilterFields;
import io.github.milvusspring.data.model.JsonPosition;
import io.github.milvusspring.data.model.MilvusNames;
import io.github.milvusspring.data.model.UnknownField;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.JsonColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Converts maps to the columns of a collection and back.
 */
public final class MapConverter implements RowConverter<Map<String, Object>>, FilterFields {

	private static final String EVERYTHING = "*";

	private final CollectionSchema collection;

	private final MilvusJson json;

	private final JsonFormat documents;

	private final JsonFormat dynamicFields;

	private final List<FieldCodec> codecs;

	private final Set<String> made;

	MapConverter(CollectionSchema collection, MilvusJson json) {
		this(collection,
				collection.fields()
					.stream()
					.filter((field) -> !field.functionOutput())
					.map((field) -> FieldCodecFactory.ofMaps(field, field.name(), json))
					.toList(),
				json);
	}

	MapConverter(CollectionSchema collection, List<FieldCodec> codecs, MilvusJson json) {
		for (UnknownField field : collection.unknownFields()) {
			if (field.primaryKey()) {
				throw new InvalidDataAccessApiUsageException(
						field + ": the rows of '" + collection.name() + "' are out of its reach");
			}
		}
		this.collection = collection;
		this.codecs = codecs;
		this.json = json;
		this.documents = json.format(Object.class);
		this.dynamicFields = DynamicColumn.format(json);
		this.made = collection.fields()
			.stream()
			.filter((field) -> field.functionOutput() && field.type() == FieldType.SPARSE_FLOAT_VECTOR)
			.map(FieldSchema::name)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Returns a handle that gets a value of a map by its name: {@code (Object)} to
	 * {@code Object}.
	 */
	static MethodHandle getter(String name) {
		try {
			MethodHandle get = MethodHandles.lookup()
				.findVirtual(Map.class, "get", MethodType.methodType(Object.class, Object.class));
			return MethodHandles.insertArguments(get, 1, name)
				.asType(MethodType.methodType(Object.class, Object.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Returns the collection.
	 * @return the collection as found on the server
	 */
	public CollectionSchema collection() {
		return this.collection;
	}

	@Override
	public ColumnSet write(List<? extends Map<String, Object>> rows, boolean withKeys) {
		checkNames(rows);
		List<Column> columns = new ArrayList<>();
		for (FieldCodec codec : this.codecs) {
			if (withKeys || !codec.field().primaryKey()) {
				columns.add(codec.encode(rows));
			}
		}
		if (this.collection.dynamic()) {
			columns.add(dynamic(rows));
		}
		return new ColumnSet(rows.size(), columns);
	}

	@Override
	public ColumnSet write(List<? extends Map<String, Object>> rows, Collection<String> properties) {
		checkNames(rows);
		List<Column> columns = new ArrayList<>();
		boolean dynamic = false;
		for (String name : properties) {
			FieldSchema field = field(name);
			dynamic |= field == null;
		}
		for (FieldCodec codec : this.codecs) {
			if (codec.field().primaryKey() || properties.contains(codec.field().name())) {
				columns.add(codec.encode(rows));
			}
		}
		if (dynamic) {
			columns.add(dynamic(rows));
		}
		if (columns.size() == 1) {
			throw new InvalidDataAccessApiUsageException(
					"A partial update of '" + this.collection.name() + "' has nothing to write but the key");
		}
		return new ColumnSet(rows.size(), columns);
	}

	@Override
	public List<String> present(Map<String, Object> row) {
		String key = this.collection.primaryKey().name();
		return row.keySet().stream().filter((name) -> !name.equals(key)).toList();
	}

	private void checkNames(List<? extends Map<String, Object>> rows) {
		for (FieldSchema field : this.collection.fields()) {
			if (field.functionOutput() && rows.stream().anyMatch((row) -> row.containsKey(field.name()))) {
				throw new DataIntegrityViolationException("A row has the field '" + field.name()
						+ "', whose values the server makes: leave it out. Nothing was written");
			}
		}
		for (UnknownField field : this.collection.unknownFields()) {
			if (rows.stream().anyMatch((row) -> row.containsKey(field.name()))) {
				throw new DataIntegrityViolationException(field + ": leave it out of the rows. Nothing was written");
			}
		}
		if (this.collection.dynamic()) {
			return;
		}
		for (int i = 0; i < rows.size(); i++) {
			for (String name : rows.get(i).keySet()) {
				if (this.collection.field(name) == null) {
					throw new DataIntegrityViolationException("Row " + i + " has the field '" + name
							+ "', which collection '" + this.collection.name() + "' does not declare; it has " + names()
							+ " and takes no dynamic fields. Nothing was written");
				}
			}
		}
	}

	private List<String> names() {
		return this.collection.fields().stream().map(FieldSchema::name).toList();
	}

	private Column dynamic(List<? extends Map<String, Object>> rows) {
		List<Map<String, Object>> documents = new ArrayList<>(rows.size());
		for (Map<String, Object> row : rows) {
			Map<String, Object> rest = new LinkedHashMap<>(row);
			this.collection.fields().forEach((field) -> rest.remove(field.name()));
			documents.add(rest);
		}
		return DynamicColumn.of(documents, this.dynamicFields);
	}

	@Override
	public List<Map<String, Object>> read(ColumnSet columns) {
		List<Map<String, Object>> rows = new ArrayList<>(columns.rows());
		List<Column> shown = columns.columns().stream().filter((column) -> !this.made.contains(column.name())).toList();
		for (int row = 0; row < columns.rows(); row++) {
			Map<String, Object> map = new LinkedHashMap<>();
			for (Column column : shown) {
				try {
					read(column, row, map);
				}
				catch (RuntimeException ex) {
					throw unreadable(columns, column, row, ex);
				}
			}
			rows.add(map);
		}
		return rows;
	}

	private DataRetrievalFailureException unreadable(ColumnSet columns, Column column, int row, RuntimeException ex) {
		Column keys = columns.find(this.collection.primaryKey().name());
		return new DataRetrievalFailureException("The row '" + ((keys != null) ? keys.value(row) : row)
				+ "' of collection '" + this.collection.name() + "' cannot be read: its field '" + column.name()
				+ "' holds what is no value of its type: " + ex.getMessage(), ex);
	}

	private void read(Column column, int row, Map<String, Object> map) {
		if (column instanceof JsonColumn documents && documents.dynamic()) {
			map.putAll(DynamicColumn.read(this.dynamicFields, column, row));
		}
		else if (column instanceof JsonColumn documents) {
			byte[] document = documents.get(row);
			put(map, column.name(), (document != null) ? this.documents.read(document) : null);
		}
		else {
			put(map, column.name(), natural(column.type(), column.value(row)));
		}
	}

	// Converts values that are sent as bytes or text only because the protocol has no
	// type for them.
	private @Nullable Object natural(FieldType type, @Nullable Object value) {
		if (type == FieldType.TIMESTAMPTZ && value instanceof String text) {
			return OffsetDateTime.parse(text).toInstant();
		}
		boolean half = type == FieldType.FLOAT16_VECTOR || type == FieldType.BFLOAT16_VECTOR;
		return (half && value instanceof byte[] bytes) ? HalfFloats.unpack(type, bytes) : value;
	}

	// The map holds a null value where the row does, as the dictionaries of pymilvus do.
	@SuppressWarnings("NullAway")
	private static void put(Map<String, Object> map, String name, @Nullable Object value) {
		map.put(name, value);
	}

	@Override
	public @Nullable Object key(Map<String, Object> row) {
		return row.get(this.collection.primaryKey().name());
	}

	@Override
	public Map<String, Object> withKey(Map<String, Object> row, Object generated) {
		Map<String, Object> copy = new LinkedHashMap<>(row);
		copy.put(this.collection.primaryKey().name(), generated);
		return copy;
	}

	@Override
	public @Nullable FieldSchema field(String property) {
		FieldSchema field = this.collection.field(property);
		UnknownField unknown = this.collection.unknownField(property);
		if (unknown != null) {
			throw new InvalidDataAccessApiUsageException(unknown + ": leave it out");
		}
		boolean dynamic = this.collection.dynamic() && MilvusNames.problemOf("dynamic field", property) == null;
		if (field == null && !dynamic) {
			throw new InvalidDataAccessApiUsageException(
					"Collection '" + this.collection.name() + "' has no field '" + property + "'; it has " + names());
		}
		return field;
	}

	@Override
	public Object toStored(String property, Object value) {
		FieldSchema field = this.collection.field(property);
		FieldType type = (field == null) ? null : (field.elementType() != null) ? field.elementType() : field.type();
		Object stored = (type != null) ? StoredValueGetters.natural(type, value) : value;
		return (stored != null) ? stored : value;
	}

	@Override
	public JsonPosition document(@Nullable String property) {
		return this.json.document(null);
	}

	@Override
	public FilterFields filterFields() {
		return this;
	}

	@Override
	public String vectorField(@Nullable String name) {
		List<String> vectors = this.collection.vectorFields()
			.stream()
			.map(FieldSchema::name)
			.filter((field) -> name == null || field.equals(name))
			.toList();
		if (vectors.size() != 1) {
			throw new InvalidDataAccessApiUsageException(
					(name != null) ? "Collection '" + this.collection.name() + "' has no vector field '" + name + "'"
							: "Collection '" + this.collection.name() + "' has " + vectors.size()
									+ " vector fields: name the one to search");
		}
		return vectors.get(0);
	}

	@Override
	public List<String> outputFields() {
		if (this.collection.unknownFields().isEmpty()) {
			return List.of(EVERYTHING);
		}
		List<String> names = new ArrayList<>(names());
		names.removeAll(this.made);
		if (this.collection.dynamic()) {
			names.add(DynamicColumn.NAME);
		}
		return names;
	}

}
