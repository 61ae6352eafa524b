package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.SearchResults;
import org.springframework.util.Assert;

/**
 * The verbs of {@link MilvusOperations} without waiting: their results complete on gRPC's
 * own threads, so that no thread is kept while a call is under way.
 *
 * <p>
 * What is wrong with the input of one call is thrown at once; what the server says
 * completes the future exceptionally, with the same exceptions. The first use of an
 * entity class waits until its collection is ready.
 */
public interface MilvusAsyncOperations {

	/**
	 * Inserts entities of one class: Milvus's {@code Insert}. More than one call carries
	 * are written in batches, several under way at once; when one fails, the future fails
	 * with a {@link BatchWriteException} that says which entities are written.
	 * @param <T> the entity class
	 * @param entities the entities; without any, nothing is called
	 * @param options partition, and time-out of each call
	 * @return the count and the entities with their keys
	 */
	<T> CompletableFuture<InsertResult<T>> insertAll(Collection<? extends T> entities, WriteOptions options);

	/**
	 * Writes entities of one class in place of the rows with the same keys: Milvus's
	 * {@code Upsert}. More than one call carries are written in batches, as
	 * {@link #insertAll} does.
	 * @param <T> the entity class
	 * @param entities the entities; of those with the same key the last one is written
	 * @param options partition, and time-out of each call
	 * @return the count and the entities with their keys
	 */
	<T> CompletableFuture<UpsertResult<T>> upsertAll(Collection<? extends T> entities, WriteOptions options);

	/**
	 * Writes an entity in place of the row with the same key: Milvus's {@code Upsert}.
	 * @param <T> the entity class
	 * @param entity the entity
	 * @return the count and the entity with its key
	 */
	default <T> CompletableFuture<UpsertResult<T>> upsert(T entity) {
		Assert.notNull(entity, "Entity must not be null");
		return upsertAll(List.of(entity), WriteOptions.DEFAULT);
	}

	/**
	 * Writes some properties of entities of one class, as
	 * {@link UpdateOperations#updateAll(Collection, ChosenProperties, WriteOptions)}.
	 * @param <T> the entity class
	 * @param entities the entities, with their keys
	 * @param properties which properties
	 * @param options partition and time-out
	 * @return the count and the entities
	 */
	<T> CompletableFuture<UpdateResult<T>> updateAll(Collection<? extends T> entities, ChosenProperties properties,
			WriteOptions options);

	/**
	 * Writes some properties of an entity; of these a null is written as null.
	 * @param <T> the entity class
	 * @param entity the entity, with its key
	 * @param properties which properties
	 * @return the count and the entity
	 */
	default <T> CompletableFuture<UpdateResult<T>> update(T entity, ChosenProperties properties) {
		Assert.notNull(entity, "Entity must not be null");
		Assert.notNull(properties, "Properties must not be null");
		return updateAll(List.of(entity), properties, WriteOptions.DEFAULT);
	}

	/**
	 * Changes rows, as
	 * {@link UpdateOperations#updateAll(Collection, Class, WriteOptions)}.
	 * @param updates the keys and what changes; of one row in the order given
	 * @param type the entity class
	 * @param options partition and time-out
	 * @return the count and the updates
	 */
	CompletableFuture<UpdateResult<Update>> updateAll(Collection<Update> updates, Class<?> type, WriteOptions options);

	/**
	 * Changes one row.
	 * @param update the key and what changes
	 * @param type the entity class
	 * @return the count and the update
	 */
	default CompletableFuture<UpdateResult<Update>> update(Update update, Class<?> type) {
		Assert.notNull(update, "Update must not be null");
		return updateAll(List.of(update), type, WriteOptions.DEFAULT);
	}

	/**
	 * Deletes rows by their keys: Milvus's {@code Delete}.
	 * @param ids the keys; without any, nothing is called
	 * @param type the entity class
	 * @param options partition and time-out
	 * @return the count
	 */
	CompletableFuture<DeleteResult> deleteAllById(Collection<?> ids, Class<?> type, WriteOptions options);

	/**
	 * Deletes the rows that match a filter: Milvus's {@code Delete}.
	 * @param filter which rows; one that matches every row is refused
	 * @param type the entity class
	 * @param options partition and time-out
	 * @return the count
	 */
	CompletableFuture<DeleteResult> delete(Filter filter, Class<?> type, WriteOptions options);

	/**
	 * Finds a row by its key: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param id the key
	 * @param type the entity class
	 * @return the entity, {@code null} when there is none
	 */
	default <T> CompletableFuture<@Nullable T> findById(Object id, Class<T> type) {
		Assert.notNull(id, "Id must not be null");
		return findAllById(List.of(id), type, ReadOptions.DEFAULT)
			.thenApply((found) -> found.isEmpty() ? null : found.get(0));
	}

	/**
	 * Finds rows by their keys: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param ids the keys; without any, nothing is found
	 * @param type the entity class
	 * @param options how to read
	 * @return the entities found, in the server's order
	 */
	<T> CompletableFuture<List<T>> findAllById(Collection<?> ids, Class<T> type, ReadOptions options);

	/**
	 * Finds rows by a filter: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param query the filter, limit and offset
	 * @param type the entity class
	 * @return the entities found
	 */
	default <T> CompletableFuture<List<T>> query(ScalarQuery query, Class<T> type) {
		return query(query, type, type);
	}

	/**
	 * Finds rows by a filter and reads no more of them than is shown: Milvus's
	 * {@code Query}.
	 * @param <T> the entity class
	 * @param <R> the type of the results
	 * @param query the filter, limit and offset
	 * @param type the entity class
	 * @param result an interface that shows some properties of the entity, or a class or
	 * record whose constructor takes some
	 * @return the results
	 */
	<T, R> CompletableFuture<List<R>> query(ScalarQuery query, Class<T> type, Class<R> result);

	/**
	 * Tells whether there is a row, of which only the key is read: Milvus's
	 * {@code Query}.
	 * @param filter which row
	 * @param type the entity class
	 * @param options how to read
	 * @return {@code true} when there is one
	 */
	CompletableFuture<Boolean> exists(Filter filter, Class<?> type, ReadOptions options);

	/**
	 * Counts rows.
	 * @param filter which rows
	 * @param type the entity class
	 * @param options how to read
	 * @return the number of rows
	 */
	CompletableFuture<Long> count(Filter filter, Class<?> type, ReadOptions options);

	/**
	 * Finds the rows that fit a vector, a text or several of them best: Milvus's
	 * {@code Search} or {@code HybridSearch}.
	 * @param <T> the entity class
	 * @param query what to look for: one vector, of the field's dimension, words, or the
	 * legs of a hybrid search
	 * @param type the entity class
	 * @return the entities with their scores, the best first
	 */
	default <T> CompletableFuture<SearchResults<T>> search(SearchQuery<?> query, Class<T> type) {
		return search(query, type, type);
	}

	/**
	 * Finds the rows that fit a vector, a text or several of them best, and reads no more
	 * of them than is shown: Milvus's {@code Search} or {@code HybridSearch}.
	 * @param <T> the entity class
	 * @param <R> the type of the results
	 * @param query what to look for
	 * @param type the entity class
	 * @param result an interface that shows some properties of the entity, or a class or
	 * record whose constructor takes some
	 * @return the results with their scores, the best first
	 */
	<T, R> CompletableFuture<SearchResults<R>> search(SearchQuery<?> query, Class<T> type, Class<R> result);

	/**
	 * Finds the rows closest to each of many vectors, in one {@code Search}.
	 * @param <T> the entity class
	 * @param query the vectors, each of the field's dimension; without any, nothing is
	 * called
	 * @param type the entity class
	 * @return the results of each vector, in order
	 */
	<T> CompletableFuture<List<SearchResults<T>>> searchAll(VectorQuery query, Class<T> type);

}
