package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;

import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.Update;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;

import org.springframework.util.Assert;

/**
 * Updates some fields of entities: Milvus's partial {@code Upsert}. The other fields of a
 * row stay as they are. An update is one call, and no row is read before it.
 *
 * <p>
 * A key without a row is reported as an
 * {@link org.springframework.dao.EmptyResultDataAccessException} that names the key.
 * There is one exception: an update that sets every required field creates a new row. The
 * server looks for the row in the partition of the {@link WriteOptions}, or in the
 * default partition, so a row in another partition needs its partition named. Partial
 * updates need Milvus 2.6.2 or newer, or Milvus Lite; changes of the elements of an array
 * need Milvus 2.6.17 or newer.
 */
public interface UpdateOperations {

	/**
	 * Writes the properties of an entity that are not null; a property that is null stays
	 * as it is in the row.
	 * @param <T> the entity class
	 * @param entity the entity, with its key
	 * @return the count and the entity
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key
	 */
	default <T> WriteResult<T> update(T entity) {
		Assert.notNull(entity, "Entity must not be null");
		return update(entity, PropertySelection.PRESENT);
	}

	/**
	 * Writes some properties of an entity; a null value is written as null.
	 * @param <T> the entity class
	 * @param entity the entity, with its key
	 * @param properties the names of properties or fields
	 * @return the count and the entity
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key
	 */
	default <T> WriteResult<T> update(T entity, String... properties) {
		Assert.notNull(entity, "Entity must not be null");
		Assert.notNull(properties, "Properties must not be null");
		return update(entity, PropertySelection.of(List.of(properties)));
	}

	/**
	 * Writes some properties of an entity.
	 * @param <T> the entity class
	 * @param entity the entity, with its key
	 * @param properties the properties to write
	 * @return the count and the entity
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key
	 */
	default <T> WriteResult<T> update(T entity, PropertySelection properties) {
		Assert.notNull(entity, "Entity must not be null");
		Assert.notNull(properties, "Properties must not be null");
		return updateAll(List.of(entity), properties);
	}

	/**
	 * Writes some properties of entities of one class, with one call for all rows that
	 * write the same fields.
	 * @param <T> the entity class
	 * @param entities the entities, with their keys
	 * @param properties the properties to write; {@link PropertySelection#PRESENT}
	 * selects those that are not null
	 * @return the count and the entities
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	default <T> WriteResult<T> updateAll(Collection<? extends T> entities, PropertySelection properties) {
		return updateAll(entities, properties, WriteOptions.DEFAULT);
	}

	/**
	 * Writes some properties of entities of one class, with one call for all rows that
	 * write the same fields.
	 * @param <T> the entity class
	 * @param entities the entities, with their keys
	 * @param properties the properties to write; {@link PropertySelection#PRESENT}
	 * selects those that are not null
	 * @param options partition and time-out
	 * @return the count and the entities
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	<T> WriteResult<T> updateAll(Collection<? extends T> entities, PropertySelection properties, WriteOptions options);

	/**
	 * Changes some fields of one row.
	 * @param update the key and the changes
	 * @param type the entity class
	 * @return the count and the update
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key
	 */
	default WriteResult<Update> update(Update update, Class<?> type) {
		Assert.notNull(update, "Update must not be null");
		return updateAll(List.of(update), type);
	}

	/**
	 * Changes some fields of rows, with one call for all updates that change the same
	 * fields.
	 * @param updates the keys and the changes; several updates of the same row are
	 * written in this order
	 * @param type the entity class
	 * @return the count and the updates
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	default WriteResult<Update> updateAll(Collection<Update> updates, Class<?> type) {
		return updateAll(updates, type, WriteOptions.DEFAULT);
	}

	/**
	 * Changes some fields of rows, with one call for all updates that change the same
	 * fields.
	 * @param updates the keys and the changes; several updates of the same row are
	 * written in this order
	 * @param type the entity class
	 * @param options partition and time-out
	 * @return the count and the updates
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	WriteResult<Update> updateAll(Collection<Update> updates, Class<?> type, WriteOptions options);

}
