package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.stream.Stream;

import io.github.milvusspring.data.query.Filter;

import org.springframework.util.Assert;

/**
 * The verbs that write entities. A write that is refused here writes nothing.
 */
public interface WriteOperations extends UpdateOperations {

	/**
	 * Inserts an entity without a look at its key: Milvus's {@code Insert}.
	 * @param <T> the entity class
	 * @param entity the entity
	 * @return the count and the entity with its key
	 */
	default <T> InsertResult<T> insert(T entity) {
		return insert(entity, WriteOptions.DEFAULT);
	}

	/**
	 * Inserts an entity without a look at its key: Milvus's {@code Insert}.
	 * @param <T> the entity class
	 * @param entity the entity
	 * @param options partition and time-out
	 * @return the count and the entity with its key
	 */
	<T> InsertResult<T> insert(T entity, WriteOptions options);

	/**
	 * Inserts entities of one class: Milvus's {@code Insert}.
	 * @param <T> the entity class
	 * @param entities the entities; without any, nothing is called
	 * @return the count and the entities with their keys
	 */
	default <T> InsertResult<T> insertAll(Collection<? extends T> entities) {
		return insertAll(entities, WriteOptions.DEFAULT);
	}

	/**
	 * Inserts entities of one class: Milvus's {@code Insert}.
	 * @param <T> the entity class
	 * @param entities the entities; without any, nothing is called
	 * @param options partition and time-out
	 * @return the count and the entities with their keys
	 */
	<T> InsertResult<T> insertAll(Collection<? extends T> entities, WriteOptions options);

	/**
	 * Writes an entity in place of the row with the same key: Milvus's {@code Upsert}.
	 * @param <T> the entity class
	 * @param entity the entity
	 * @return the count and the entity with its key
	 */
	default <T> UpsertResult<T> upsert(T entity) {
		return upsert(entity, WriteOptions.DEFAULT);
	}

	/**
	 * Writes an entity in place of the row with the same key: Milvus's {@code Upsert}.
	 * @param <T> the entity class
	 * @param entity the entity
	 * @param options partition and time-out
	 * @return the count and the entity with its key
	 */
	<T> UpsertResult<T> upsert(T entity, WriteOptions options);

	/**
	 * Writes entities of one class in place of the rows with the same keys: Milvus's
	 * {@code Upsert}.
	 * @param <T> the entity class
	 * @param entities the entities; of those with the same key the last one is written
	 * @return the count and the entities with their keys
	 */
	default <T> UpsertResult<T> upsertAll(Collection<? extends T> entities) {
		return upsertAll(entities, WriteOptions.DEFAULT);
	}

	/**
	 * Writes entities of one class in place of the rows with the same keys: Milvus's
	 * {@code Upsert}.
	 * @param <T> the entity class
	 * @param entities the entities; of those with the same key the last one is written
	 * @param options partition and time-out
	 * @return the count and the entities with their keys
	 */
	<T> UpsertResult<T> upsertAll(Collection<? extends T> entities, WriteOptions options);

	/**
	 * Inserts any number of entities in batches, in memory that does not grow with their
	 * number: Milvus's {@code Insert}.
	 * @param <T> the entity class
	 * @param entities the entities, read as they are written; two with the same key are
	 * refused where they meet in one batch, and are two rows where they do not
	 * @param type the entity class
	 * @param options sizes, window, retries and progress
	 * @return what was written
	 * @throws BatchWriteException when some could not be written, saying which
	 */
	<T> BatchProgress insertAll(Iterable<? extends T> entities, Class<T> type, BatchOptions options);

	/**
	 * Inserts any number of entities in batches, as
	 * {@link #insertAll(Iterable, Class, BatchOptions)}.
	 * @param <T> the entity class
	 * @param entities the entities; the stream is closed
	 * @param type the entity class
	 * @param options sizes, window, retries and progress
	 * @return what was written
	 * @throws BatchWriteException when some could not be written, saying which
	 */
	default <T> BatchProgress insertAll(Stream<? extends T> entities, Class<T> type, BatchOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		try (entities) {
			return insertAll(once(entities), type, options);
		}
	}

	/**
	 * Writes any number of entities in batches in place of the rows with the same keys,
	 * in memory that does not grow with their number: Milvus's {@code Upsert}.
	 * @param <T> the entity class
	 * @param entities the entities, read as they are written; of those with the same key
	 * the last one stays, unless the server makes a new key at each upsert
	 * @param type the entity class
	 * @param options sizes, window, retries and progress
	 * @return what was written
	 * @throws BatchWriteException when some could not be written, saying which
	 */
	<T> BatchProgress upsertAll(Iterable<? extends T> entities, Class<T> type, BatchOptions options);

	/**
	 * Writes any number of entities in batches, as
	 * {@link #upsertAll(Iterable, Class, BatchOptions)}.
	 * @param <T> the entity class
	 * @param entities the entities; the stream is closed
	 * @param type the entity class
	 * @param options sizes, window, retries and progress
	 * @return what was written
	 * @throws BatchWriteException when some could not be written, saying which
	 */
	default <T> BatchProgress upsertAll(Stream<? extends T> entities, Class<T> type, BatchOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		try (entities) {
			return upsertAll(once(entities), type, options);
		}
	}

	/**
	 * Deletes the row of an entity by its key: Milvus's {@code Delete}.
	 * @param entity the entity
	 * @return the count
	 */
	DeleteResult delete(Object entity);

	/**
	 * Deletes rows by their keys: Milvus's {@code Delete}.
	 * @param ids the keys; without any, nothing is called
	 * @param type the entity class
	 * @return the count
	 */
	default DeleteResult deleteAllById(Collection<?> ids, Class<?> type) {
		return deleteAllById(ids, type, WriteOptions.DEFAULT);
	}

	/**
	 * Deletes rows by their keys: Milvus's {@code Delete}.
	 * @param ids the keys; without any, nothing is called
	 * @param type the entity class
	 * @param options partition and time-out
	 * @return the count
	 */
	DeleteResult deleteAllById(Collection<?> ids, Class<?> type, WriteOptions options);

	/**
	 * Deletes the rows that match a filter: Milvus's {@code Delete}.
	 * @param filter which rows; one that matches every row is refused
	 * @param type the entity class
	 * @return the count
	 */
	default DeleteResult delete(Filter filter, Class<?> type) {
		return delete(filter, type, WriteOptions.DEFAULT);
	}

	/**
	 * Deletes the rows that match a filter: Milvus's {@code Delete}.
	 * @param filter which rows; one that matches every row is refused
	 * @param type the entity class
	 * @param options partition and time-out
	 * @return the count
	 */
	DeleteResult delete(Filter filter, Class<?> type, WriteOptions options);

	/**
	 * Deletes every row of a collection, which stays: Milvus's {@code Delete}.
	 * @param type the entity class
	 * @return the count
	 */
	DeleteResult deleteAll(Class<?> type);

	private static <E> Iterable<E> once(Stream<E> stream) {
		return stream::iterator;
	}

}
