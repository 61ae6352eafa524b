package io.github.milvusspring.data.convert;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.Columns;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.model.EntityInstantiators;
import org.springframework.data.mapping.model.InstantiationAwarePropertyAccessor;

/**
 * Turns entities into columns and back.
 *
 * @param <T> the class
 */
public final class EntityConverter<T> implements RowConverter<T> {

	private final MilvusPersistentEntity<T> entity;

	private final MilvusPersistentProperty key;

	private final FieldCodec[] codecs;

	private final EntityReader<T> reader;

	private final EntityInstantiators instantiators = new EntityInstantiators();

	EntityConverter(MilvusPersistentEntity<T> entity, MilvusJson json) {
		this.entity = entity;
		this.key = entity.getRequiredIdProperty();
		this.codecs = entity.getProperties()
			.stream()
			.filter((property) -> !property.getFieldSchema().functionOutput())
			.map((property) -> FieldCodecs.of(property, json))
			.toArray(FieldCodec[]::new);
		this.reader = new EntityReader<>(entity, json);
	}

	/**
	 * Returns the entity.
	 * @return the entity
	 */
	public MilvusPersistentEntity<T> entity() {
		return this.entity;
	}

	@Override
	public Columns write(List<? extends T> rows, boolean withKeys) {
		List<Column> columns = new ArrayList<>(this.codecs.length);
		for (FieldCodec codec : this.codecs) {
			if (withKeys || !codec.field().primaryKey()) {
				columns.add(codec.encode(rows));
			}
		}
		return new Columns(rows.size(), columns);
	}

	@Override
	public List<T> read(Columns columns) {
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
	public @Nullable FieldSchema field(String property) {
		try {
			return this.entity.requireProperty(property).getFieldSchema();
		}
		catch (MappingException ex) {
			throw new InvalidDataAccessApiUsageException(String.valueOf(ex.getMessage()), ex);
		}
	}

	@Override
	public Object toStored(String property, Object value) {
		MilvusPersistentProperty found = this.entity.requireProperty(property);
		try {
			return found.toStored(value);
		}
		catch (MappingException ex) {
			throw new InvalidDataAccessApiUsageException("A value for '" + property + "' " + ex.getMessage(), ex);
		}
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
		return this.entity.getProperties().stream().map(MilvusPersistentProperty::getFieldName).toList();
	}

}
