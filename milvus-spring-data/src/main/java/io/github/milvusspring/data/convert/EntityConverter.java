package io.github.milvusspring.data.convert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FilterFields;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.model.EntityInstantiators;
import org.springframework.data.mapping.model.InstantiationAwarePropertyAccessor;

/**
 * Converts entities to columns and back.
 *
 * @param <T> the class
 */
public final class EntityConverter<T> implements RowConverter<T> {

	private final MilvusPersistentEntity<T> entity;

	private final MilvusPersistentProperty key;

	private final FieldCodec[] codecs;

	private final @Nullable EntityDynamicFields dynamic;

	private final @Nullable KeyGenerator keys;

	private final EntityReader<T> reader;

	private final EntityFields fields;

	private final MapConverter changes;

	private final EntityInstantiators instantiators = new EntityInstantiators();

	EntityConverter(MilvusPersistentEntity<T> entity, MilvusJson json) {
		this.entity = entity;
		this.key = entity.getRequiredIdProperty();
		this.dynamic = EntityDynamicFields.of(entity, json);
		this.keys = KeyGenerator.of(this.key);
		this.codecs = entity.getProperties()
			.stream()
			.filter((property) -> !property.getFieldSchema().functionOutput())
			.map((property) -> FieldCodecFactory.of(property, json))
			.toArray(FieldCodec[]::new);
		this.reader = new EntityReader<>(entity, json);
		this.fields = new EntityFields(entity, this.dynamic, json, false);
		this.changes = new MapConverter(entity.getCollection(), entity.getProperties()
			.stream()
			.filter((property) -> !property.getFieldSchema().functionOutput())
			.map((property) -> FieldCodecFactory.of(property, MapConverter.getter(property.getFieldName()), json))
			.toList(), json);
	}

	/**
	 * Returns the entity.
	 * @return the entity
	 */
	public MilvusPersistentEntity<T> entity() {
		return this.entity;
	}

	@Override
	public ColumnSet write(List<? extends T> rows, boolean withKeys) {
		List<Column> columns = new ArrayList<>(this.codecs.length);
		for (FieldCodec codec : this.codecs) {
			if (withKeys || !codec.field().primaryKey()) {
				columns.add(codec.encode(rows));
			}
		}
		if (this.dynamic != null) {
			columns.add(this.dynamic.encode(rows));
		}
		return new ColumnSet(rows.size(), columns);
	}

	@Override
	public ColumnSet write(List<? extends T> rows, Collection<String> properties) {
		Set<String> chosen = new LinkedHashSet<>();
		for (String property : properties) {
			chosen.add(fieldName(property));
		}
		List<Column> columns = new ArrayList<>();
		for (FieldCodec codec : this.codecs) {
			if (chosen.remove(codec.field().name()) || codec.field().primaryKey()) {
				columns.add(codec.encode(rows));
			}
		}
		if (this.dynamic != null && !chosen.isEmpty()) {
			boolean all = chosen.contains(DynamicColumn.NAME);
			columns.add(all ? this.dynamic.encode(rows) : this.dynamic.encode(rows, chosen));
		}
		else if (!chosen.isEmpty()) {
			throw new InvalidDataAccessApiUsageException(
					"The server makes the values of " + chosen + ": they cannot be written");
		}
		if (columns.size() == 1) {
			throw new InvalidDataAccessApiUsageException("A partial update of " + this.entity.getType().getName()
					+ " has nothing to write but the key: name a property, or set one that is not null");
		}
		return new ColumnSet(rows.size(), columns);
	}

	@Override
	public List<String> present(T row) {
		List<String> names = new ArrayList<>(this.codecs.length);
		for (FieldCodec codec : this.codecs) {
			if (!codec.field().primaryKey() && (codec.primitive() || codec.objects(List.of(row))[0] != null)) {
				names.add(codec.field().name());
			}
		}
		if (this.dynamic != null && !this.dynamic.of(row).isEmpty()) {
			names.add(DynamicColumn.NAME);
		}
		return names;
	}

	/**
	 * Returns the converter that writes updates of this entity. It takes maps from the
	 * names of fields to values of the properties' types.
	 * @return the converter of updates
	 */
	public MapConverter changes() {
		return this.changes;
	}

	@Override
	public List<T> read(ColumnSet columns) {
		return this.reader.read(columns);
	}

	@Override
	public @Nullable Object key(T row) {
		return this.entity.getIdentifierAccessor(row).getIdentifier();
	}

	@Override
	public T withKey(T row, Object generated) {
		InstantiationAwarePropertyAccessor<T> accessor = new InstantiationAwarePropertyAccessor<>(row,
				this.entity::getPropertyAccessor, this.instantiators);
		accessor.setProperty(this.key, generated);
		return accessor.getBean();
	}

	@Override
	public List<T> withGeneratedKeys(List<T> rows) {
		KeyGenerator generator = this.keys;
		return (generator == null) ? rows
				: rows.stream().map((row) -> (key(row) == null) ? withKey(row, generator.next()) : row).toList();
	}

	@Override
	public String fieldName(String property) {
		if (this.dynamic != null && this.dynamic.isProperty(property)) {
			return DynamicColumn.NAME;
		}
		FieldSchema field = field(property);
		return (field != null) ? field.name() : EntityDynamicFields.key(property);
	}

	@Override
	public FilterFields filterFields() {
		return this.fields;
	}

	@Override
	public String vectorField(@Nullable String name) {
		try {
			return this.entity.getVectorProperty(name).getFieldName();
		}
		catch (MappingException ex) {
			throw new InvalidDataAccessApiUsageException(String.valueOf(ex.getMessage()), ex);
		}
	}

	@Override
	public List<String> outputFields() {
		return this.reader.outputFields();
	}

}
