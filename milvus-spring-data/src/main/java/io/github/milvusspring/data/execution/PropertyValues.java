package io.github.milvusspring.data.execution;

import java.util.Map;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.model.EntityInstantiators;
import org.springframework.data.mapping.model.InstantiationAwarePropertyAccessor;

/**
 * Reads and sets the values of an entity's properties in rows that are entities or maps.
 *
 * @param <R> the kind of row
 */
interface PropertyValues<R> {

	@Nullable Object get(R row, MilvusPersistentProperty property);

	/**
	 * Sets a value.
	 * @return the row, or a copy if the row is immutable
	 */
	R with(R row, MilvusPersistentProperty property, @Nullable Object value);

	static <T> PropertyValues<T> ofEntities(MilvusPersistentEntity<T> entity) {
		EntityInstantiators instantiators = new EntityInstantiators();
		return new PropertyValues<>() {

			@Override
			public @Nullable Object get(T row, MilvusPersistentProperty property) {
				return entity.getPropertyAccessor(row).getProperty(property);
			}

			@Override
			public T with(T row, MilvusPersistentProperty property, @Nullable Object value) {
				InstantiationAwarePropertyAccessor<T> accessor = new InstantiationAwarePropertyAccessor<>(row,
						entity::getPropertyAccessor, instantiators);
				accessor.setProperty(property, value);
				return accessor.getBean();
			}

		};
	}

	/**
	 * Returns the access to rows that are maps from the names of fields to values of the
	 * properties' types.
	 */
	static PropertyValues<Map<String, Object>> ofMaps() {
		return new PropertyValues<>() {

			@Override
			public @Nullable Object get(Map<String, Object> row, MilvusPersistentProperty property) {
				return row.get(property.getFieldName());
			}

			// A map may contain null, although its declared value type does not allow it.
			@Override
			@SuppressWarnings("NullAway")
			public Map<String, Object> with(Map<String, Object> row, MilvusPersistentProperty property,
					@Nullable Object value) {
				row.put(property.getFieldName(), value);
				return row;
			}

		};
	}

}
