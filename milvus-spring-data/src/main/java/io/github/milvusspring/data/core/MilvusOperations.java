package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.schema.MilvusAliases;
import io.github.milvusspring.data.schema.MilvusCollection;
import io.github.milvusspring.data.schema.MilvusCollections;
import io.github.milvusspring.data.schema.MilvusDatabases;
import io.github.milvusspring.data.schema.MilvusPartitions;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Window;

/**
 * Everything one does with the rows of Milvus collections, as entities or as plain rows.
 *
 * <p>
 * The collection of an entity class is made ready at its first use, as the schema mode
 * says. All methods throw {@code DataAccessException}s whose cause carries the server's
 * code and reason. A write that is refused here writes nothing.
 */
public interface MilvusOperations extends UpdateOperations {

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
	 * @param entities the entities, read as they are written
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
		try (entities) {
			return insertAll(once(entities), type, options);
		}
	}

	/**
	 * Writes any number of entities in batches in place of the rows with the same keys,
	 * in memory that does not grow with their number: Milvus's {@code Upsert}.
	 * @param <T> the entity class
	 * @param entities the entities, read as they are written; of those with the same key
	 * the last one stays
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

	/**
	 * Finds a row by its key: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param id the key
	 * @param type the entity class
	 * @return the entity, {@code null} when there is none
	 */
	default <T> @Nullable T findById(Object id, Class<T> type) {
		return findById(id, type, ReadOptions.DEFAULT);
	}

	/**
	 * Finds a row by its key: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param id the key
	 * @param type the entity class
	 * @param options how to read
	 * @return the entity, {@code null} when there is none
	 */
	<T> @Nullable T findById(Object id, Class<T> type, ReadOptions options);

	/**
	 * Finds rows by their keys: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param ids the keys; without any, nothing is found
	 * @param type the entity class
	 * @return the entities found, in the server's order
	 */
	default <T> List<T> findAllById(Collection<?> ids, Class<T> type) {
		return findAllById(ids, type, ReadOptions.DEFAULT);
	}

	/**
	 * Finds rows by their keys: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param ids the keys; without any, nothing is found
	 * @param type the entity class
	 * @param options how to read
	 * @return the entities found, in the server's order
	 */
	<T> List<T> findAllById(Collection<?> ids, Class<T> type, ReadOptions options);

	/**
	 * Finds rows by a filter: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param query the filter, limit and offset
	 * @param type the entity class
	 * @return the entities found
	 */
	<T> List<T> query(ScalarQuery query, Class<T> type);

	/**
	 * Finds any number of rows by a filter, page by page in the order of their keys:
	 * Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param query the filter, limit and offset
	 * @param type the entity class
	 * @return the entities, each once; read as the stream is consumed
	 */
	<T> Stream<T> stream(ScalarQuery query, Class<T> type);

	/**
	 * Finds rows by a filter, one window after the other: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param query the filter, and how large a window is as its limit
	 * @param position where to go on: {@code ScrollPosition.keyset()} goes by the key,
	 * each row once whoever writes meanwhile; {@code ScrollPosition.offset()} counts rows
	 * @param type the entity class
	 * @return the rows, and the positions to go on from
	 */
	<T> Window<T> scroll(ScalarQuery query, ScrollPosition position, Class<T> type);

	/**
	 * Finds any number of rows by their distance from a vector, page by page, also beyond
	 * the window of one search: Milvus's {@code Search}.
	 * @param <T> the entity class
	 * @param query one vector and what else matters; its limit is not looked at
	 * @param type the entity class
	 * @return the entities with their scores, the closest first and each once; read as
	 * the stream is consumed
	 */
	<T> Stream<SearchResult<T>> stream(VectorQuery query, Class<T> type);

	/**
	 * Counts rows.
	 * @param filter which rows
	 * @param type the entity class
	 * @return the number of rows
	 */
	default long count(Filter filter, Class<?> type) {
		return count(filter, type, ReadOptions.DEFAULT);
	}

	/**
	 * Counts rows.
	 * @param filter which rows
	 * @param type the entity class
	 * @param options how to read
	 * @return the number of rows
	 */
	long count(Filter filter, Class<?> type, ReadOptions options);

	/**
	 * Finds the rows that fit a vector, a text or several of them best: Milvus's
	 * {@code Search} or {@code HybridSearch}.
	 * @param <T> the entity class
	 * @param query what to look for: one vector, of the field's dimension, words, or the
	 * legs of a hybrid search
	 * @param type the entity class
	 * @return the entities with their scores, the best first
	 */
	<T> SearchResults<T> search(SearchQuery<?> query, Class<T> type);

	/**
	 * Finds the rows closest to each of many vectors, in one {@code Search}.
	 * @param <T> the entity class
	 * @param query the vectors, each of the field's dimension; without any, nothing is
	 * called
	 * @param type the entity class
	 * @return the results of each vector, in order
	 */
	<T> List<SearchResults<T>> searchAll(VectorQuery query, Class<T> type);

	/**
	 * Returns the same verbs without waiting.
	 * @return verbs that return futures
	 */
	MilvusAsyncOperations async();

	/**
	 * Reads and writes plain rows of any collection.
	 * @param collection the name of the collection
	 * @return its rows
	 */
	RowOperations rows(String collection);

	/**
	 * Creates a collection of a key {@code id}, a vector {@code vector} compared by
	 * cosine and dynamic fields, indexes and loads it, as pymilvus's
	 * {@code create_collection} does.
	 * @param name the name of the new collection
	 * @param dimension the dimension of the vectors
	 */
	default void createCollection(String name, int dimension) {
		collections().create(name, dimension);
	}

	/**
	 * Makes the collection of an entity class ready now, as the schema mode says.
	 * @param type the entity class
	 */
	void ensureCollection(Class<?> type);

	/**
	 * Builds the collection of an entity class anew, for changes that Milvus cannot make
	 * in place: a new one is created, filled with all rows, and the alias with the
	 * entity's collection name is pointed at it. The old one stays until it is dropped.
	 * Does nothing when the collection is as declared.
	 *
	 * <p>
	 * To be called before the entity is used, and again after a crash: then it finishes,
	 * or begins anew. Writers must pause meanwhile, or
	 * {@link RebuildOptions#withChangedSince} must tell which rows change.
	 * @param type the entity class, whose collection name is an alias
	 * @param options what else matters
	 * @return the collections and the number of rows copied
	 * @throws org.springframework.dao.ConcurrencyFailureException when another instance
	 * rebuilds the same, or rows come and go meanwhile; the alias is as it was
	 */
	RebuildResult rebuild(Class<?> type, RebuildOptions options);

	/**
	 * Creates, describes and drops collections.
	 * @return the collections of the database
	 */
	MilvusCollections collections();

	/**
	 * Administers one collection: its name, memory and storage.
	 * @param name the name of the collection or an alias; nothing is called yet
	 * @return the collection
	 */
	default MilvusCollection collection(String name) {
		return collections().named(name);
	}

	/**
	 * Creates, drops, loads and releases partitions.
	 * @param collection the name of the collection; nothing is called yet
	 * @return its partitions
	 */
	default MilvusPartitions partitions(String collection) {
		return collections().named(collection).partitions();
	}

	/**
	 * Creates aliases and points them at collections.
	 * @return the aliases of the database
	 */
	default MilvusAliases aliases() {
		return collections().aliases();
	}

	/**
	 * Creates, drops and alters databases.
	 * @return the databases of the server
	 */
	default MilvusDatabases databases() {
		return collections().databases();
	}

	/**
	 * Does something with the SDK's client, for which there is no method here.
	 * @param <R> the result
	 * @param callback what to do
	 * @return what the callback returned
	 */
	<R> R execute(MilvusClientCallback<R> callback);

	/**
	 * Returns the converter of entities.
	 * @return the converter
	 */
	MilvusConverter getConverter();

	private static <E> Iterable<E> once(Stream<E> stream) {
		return stream::iterator;
	}

}
