package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;

import org.springframework.util.Assert;

/**
 * Partial updates: Milvus's {@code Upsert} of some fields of a row, whose other fields
 * stay as they are. One call, and nothing is read before.
 *
 * <p>
 * A row that is not there is reported as an
 * {@link org.springframework.dao.EmptyResultDataAccessException} that names the key. The
 * one case that no server tells: an update that gives every field that must have a value
 * is a new row where there was none. A server looks for the row in the partition of the
 * {@link WriteOptions}, or in the default one, so name the partition of a row that is in
 * another. Partial updates need Milvus 2.6.2 or newer, or Milvus Lite; appending to
 * arrays and removing from them needs 2.6.17.
 */
public interface UpdateOperations {

	/**
	 * Writes the properties of an entity that are not null; a null says that the property
	 * stays as it is.
	 * @param <T> the entity class
	 * @param entity the entity, with its key
	 * @return the count and the entity
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key
	 */
	default <T> UpdateResult<T> update(T entity) {
		Assert.notNull(entity, "Entity must not be null");
		return update(entity, ChosenProperties.PRESENT);
	}

	/**
	 * Writes some properties of an entity; of these a null is written as null.
	 * @param <T> the entity class
	 * @param entity the entity, with its key
	 * @param properties the names of properties or fields
	 * @return the count and the entity
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key
	 */
	default <T> UpdateResult<T> update(T entity, String... properties) {
		Assert.notNull(entity, "Entity must not be null");
		Assert.notNull(properties, "Properties must not be null");
		return update(entity, ChosenProperties.of(List.of(properties)));
	}

	/**
	 * Writes some properties of an entity.
	 * @param <T> the entity class
	 * @param entity the entity, with its key
	 * @param properties which properties
	 * @return the count and the entity
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key
	 */
	default <T> UpdateResult<T> update(T entity, ChosenProperties properties) {
		Assert.notNull(entity, "Entity must not be null");
		Assert.notNull(properties, "Properties must not be null");
		return updateAll(List.of(entity), properties, WriteOptions.DEFAULT);
	}

	/**
	 * Writes some properties of entities of one class, by one call for all that write the
	 * same ones.
	 * @param <T> the entity class
	 * @param entities the entities, with their keys
	 * @param properties which properties
	 * @return the count and the entities
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others could not be,
	 * saying which
	 */
	default <T> UpdateResult<T> updateAll(Collection<? extends T> entities, ChosenProperties properties) {
		return updateAll(entities, properties, WriteOptions.DEFAULT);
	}

	/**
	 * Writes some properties of entities of one class, by one call for all that write the
	 * same ones.
	 * @param <T> the entity class
	 * @param entities the entities, with their keys
	 * @param properties which properties
	 * @param options partition and time-out
	 * @return the count and the entities
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others could not be,
	 * saying which
	 */
	<T> UpdateResult<T> updateAll(Collection<? extends T> entities, ChosenProperties properties, WriteOptions options);

	/**
	 * Changes one row.
	 * @param update the key and what changes
	 * @param type the entity class
	 * @return the count and the update
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key
	 */
	default UpdateResult<Update> update(Update update, Class<?> type) {
		Assert.notNull(update, "Update must not be null");
		return updateAll(List.of(update), type, WriteOptions.DEFAULT);
	}

	/**
	 * Changes rows, by one call for all that change the same fields.
	 * @param updates the keys and what changes; of one row in the order given
	 * @param type the entity class
	 * @return the count and the updates
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others could not be,
	 * saying which
	 */
	default UpdateResult<Update> updateAll(Collection<Update> updates, Class<?> type) {
		return updateAll(updates, type, WriteOptions.DEFAULT);
	}

	/**
	 * Changes rows, by one call for all that change the same fields.
	 * @param updates the keys and what changes; of one row in the order given
	 * @param type the entity class
	 * @param options partition and time-out
	 * @return the count and the updates
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others could not be,
	 * saying which
	 */
	UpdateResult<Update> updateAll(Collection<Update> updates, Class<?> type, WriteOptions options);

}
