package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchProgress;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;

import org.springframework.util.Assert;

/**
 * Writes and deletes entities.
 *
 * <p>
 * Input that does not fit the collection is refused before anything is written.
 */
public interface WriteOperations extends UpdateOperations {

	/**
	 * Inserts one entity without checking whether its key exists: Milvus's {@code
	 * Insert}.
	 * @param <T> the entity class
	 * @param entity the entity
	 * @return the count, and the entity with its key
	 */
	default <T> WriteResult<T> insert(T entity) {
		return insert(entity, WriteOptions.DEFAULT);
	}

	/**
	 * Inserts one entity without checking whether its key exists: Milvus's {@code
	 * Insert}.
	 * @param <T> the entity class
	 * @param entity the entity
	 * @param options the partition, and the time-out of each call
	 * @return the count, and the entity with its key
	 */
	<T> WriteResult<T> insert(T entity, WriteOptions options);

	/**
	 * Inserts entities of one class: Milvus's {@code Insert}.
	 * @param <T> the entity class
	 * @param entities the entities; if there are none, no call is made
	 * @return the count, and the entities with their keys
	 */
	default <T> WriteResult<T> insertAll(Collection<? extends T> entities) {
		return insertAll(entities, WriteOptions.DEFAULT);
	}

	/**
	 * Inserts entities of one class: Milvus's {@code Insert}. A list that is too large
	 * for one call is written in batches.
	 * @param <T> the entity class
	 * @param entities the entities; if there are none, no call is made
	 * @param options the partition, and the time-out of each call
	 * @return the count, and the entities with their keys
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	<T> WriteResult<T> insertAll(Collection<? extends T> entities, WriteOptions options);

	/**
	 * Inserts any number of entities in batches, in memory that does not grow with the
	 * number of rows: Milvus's {@code Insert}.
	 * @param <T> the entity class
	 * @param entities the entities, which are read while others are written; two rows
	 * with the same key are refused if they are in the same batch, and both are stored if
	 * they are in different batches
	 * @param type the entity class
	 * @param options batch sizes, batches in flight, retries and progress
	 * @return what was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	<T> BatchProgress insertAll(Iterable<? extends T> entities, Class<T> type, BatchOptions options);

	/**
	 * Inserts any number of entities in batches, as the method for an {@code Iterable}
	 * does.
	 * @param <T> the entity class
	 * @param entities the entities; the stream is closed at the end
	 * @param type the entity class
	 * @param options batch sizes, batches in flight, retries and progress
	 * @return what was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	default <T> BatchProgress insertAll(Stream<? extends T> entities, Class<T> type, BatchOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		try (entities) {
			return insertAll(once(entities), type, options);
		}
	}

	/**
	 * Writes one entity in place of the row with the same key: Milvus's {@code Upsert}.
	 * @param <T> the entity class
	 * @param entity the entity
	 * @return the count, and the entity with its key
	 */
	default <T> WriteResult<T> upsert(T entity) {
		return upsert(entity, WriteOptions.DEFAULT);
	}

	/**
	 * Writes one entity in place of the row with the same key: Milvus's {@code Upsert}.
	 * @param <T> the entity class
	 * @param entity the entity
	 * @param options the partition, and the time-out of each call
	 * @return the count, and the entity with its key
	 */
	<T> WriteResult<T> upsert(T entity, WriteOptions options);

	/**
	 * Writes entities of one class in place of the rows with the same keys: Milvus's
	 * {@code Upsert}.
	 * @param <T> the entity class
	 * @param entities the entities; of several rows with the same key, only the last one
	 * is written
	 * @return the count, and the entities with their keys
	 */
	default <T> WriteResult<T> upsertAll(Collection<? extends T> entities) {
		return upsertAll(entities, WriteOptions.DEFAULT);
	}

	/**
	 * Writes entities of one class in place of the rows with the same keys: Milvus's
	 * {@code Upsert}. A list that is too large for one call is written in batches.
	 * @param <T> the entity class
	 * @param entities the entities; of several rows with the same key, only the last one
	 * is written
	 * @param options the partition, and the time-out of each call
	 * @return the count, and the entities with their keys
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	<T> WriteResult<T> upsertAll(Collection<? extends T> entities, WriteOptions options);

	/**
	 * Writes any number of entities in batches in place of the rows with the same keys,
	 * in memory that does not grow with the number of rows: Milvus's {@code Upsert}.
	 * @param <T> the entity class
	 * @param entities the entities, which are read while others are written; of several
	 * rows with the same key the last one remains, unless the server generates a new key
	 * for each upsert
	 * @param type the entity class
	 * @param options batch sizes, batches in flight, retries and progress
	 * @return what was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	<T> BatchProgress upsertAll(Iterable<? extends T> entities, Class<T> type, BatchOptions options);

	/**
	 * Writes any number of entities in batches, as the method for an {@code Iterable}
	 * does.
	 * @param <T> the entity class
	 * @param entities the entities; the stream is closed at the end
	 * @param type the entity class
	 * @param options batch sizes, batches in flight, retries and progress
	 * @return what was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	default <T> BatchProgress upsertAll(Stream<? extends T> entities, Class<T> type, BatchOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		try (entities) {
			return upsertAll(once(entities), type, options);
		}
	}

	/**
	 * Deletes the row of an entity by its key: Milvus's {@code Delete}.
	 * @param entity the entity, with its key
	 * @return the number of keys that the server marked as deleted, including keys
	 * without a row
	 */
	long delete(Object entity);

	/**
	 * Deletes a row by its key: Milvus's {@code Delete}.
	 * @param id the key
	 * @param type the entity class
	 * @return the number of keys that the server marked as deleted, including keys
	 * without a row
	 */
	default long deleteById(Object id, Class<?> type) {
		Assert.notNull(id, "Id must not be null");
		return deleteAllById(List.of(id), type);
	}

	/**
	 * Deletes rows by their keys: Milvus's {@code Delete}.
	 * @param ids the keys; if there are none, no call is made
	 * @param type the entity class
	 * @return the number of keys that the server marked as deleted, including keys
	 * without a row
	 */
	default long deleteAllById(Collection<?> ids, Class<?> type) {
		return deleteAllById(ids, type, WriteOptions.DEFAULT);
	}

	/**
	 * Deletes rows by their keys: Milvus's {@code Delete}.
	 * @param ids the keys; if there are none, no call is made
	 * @param type the entity class
	 * @param options partition and time-out
	 * @return the number of keys that the server marked as deleted, including keys
	 * without a row
	 */
	long deleteAllById(Collection<?> ids, Class<?> type, WriteOptions options);

	/**
	 * Deletes the rows that match a filter: Milvus's {@code Delete}.
	 * @param filter the filter; one that matches every row is refused
	 * @param type the entity class
	 * @return the number of rows that the server marked as deleted
	 */
	default long delete(Filter filter, Class<?> type) {
		return delete(filter, type, WriteOptions.DEFAULT);
	}

	/**
	 * Deletes the rows that match a filter: Milvus's {@code Delete}.
	 * @param filter the filter; one that matches every row is refused
	 * @param type the entity class
	 * @param options partition and time-out
	 * @return the number of rows that the server marked as deleted
	 */
	long delete(Filter filter, Class<?> type, WriteOptions options);

	/**
	 * Deletes every row of the collection, but not the collection: Milvus's {@code
	 * Delete}.
	 * @param type the entity class
	 * @return the number of rows that the server marked as deleted
	 */
	long deleteAll(Class<?> type);

	private static <E> Iterable<E> once(Stream<E> stream) {
		return stream::iterator;
	}

}
