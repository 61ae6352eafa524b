package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Window;

/**
 * The verbs that read entities.
 */
public interface ReadOperations {

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
	default <T> List<T> query(ScalarQuery query, Class<T> type) {
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
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when rows cannot
	 * become such results
	 */
	<T, R> List<R> query(ScalarQuery query, Class<T> type, Class<R> result);

	/**
	 * Finds any number of rows by a filter, page by page in the order of their keys:
	 * Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param query the filter, limit and offset
	 * @param type the entity class
	 * @return the entities, each once; read as the stream is consumed
	 */
	default <T> Stream<T> stream(ScalarQuery query, Class<T> type) {
		return stream(query, type, type);
	}

	/**
	 * Finds any number of rows by a filter, page by page in the order of their keys, and
	 * reads no more of them than is shown: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param <R> the type of the results
	 * @param query the filter, limit and offset
	 * @param type the entity class
	 * @param result an interface that shows some properties of the entity, or a class or
	 * record whose constructor takes some
	 * @return the results, read as the stream is consumed
	 */
	<T, R> Stream<R> stream(ScalarQuery query, Class<T> type, Class<R> result);

	/**
	 * Finds rows by a filter, one window after the other: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param query the filter, and how large a window is as its limit
	 * @param position where to go on: {@code ScrollPosition.keyset()} goes by the key,
	 * each row once whoever writes meanwhile; {@code ScrollPosition.offset()} counts rows
	 * @param type the entity class
	 * @return the rows, and the positions to go on from
	 */
	default <T> Window<T> scroll(ScalarQuery query, ScrollPosition position, Class<T> type) {
		return scroll(query, position, type, type);
	}

	/**
	 * Finds rows by a filter, one window after the other, and reads no more of them than
	 * is shown: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param <R> the type of the results
	 * @param query the filter, and how large a window is as its limit
	 * @param position where to go on
	 * @param type the entity class
	 * @param result an interface that shows some properties of the entity, or a class or
	 * record whose constructor takes some
	 * @return the results, and the positions to go on from
	 */
	<T, R> Window<R> scroll(ScalarQuery query, ScrollPosition position, Class<T> type, Class<R> result);

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
	 * Tells whether there is a row with a key, of which nothing else is read: Milvus's
	 * {@code Query}.
	 * @param id the key
	 * @param type the entity class
	 * @return {@code true} when there is one
	 */
	boolean existsById(Object id, Class<?> type);

	/**
	 * Tells whether there is a row, of which only the key is read: Milvus's
	 * {@code Query}.
	 * @param filter which row
	 * @param type the entity class
	 * @return {@code true} when there is one
	 */
	default boolean exists(Filter filter, Class<?> type) {
		return exists(filter, type, ReadOptions.DEFAULT);
	}

	/**
	 * Tells whether there is a row, of which only the key is read: Milvus's
	 * {@code Query}.
	 * @param filter which row
	 * @param type the entity class
	 * @param options how to read
	 * @return {@code true} when there is one
	 */
	boolean exists(Filter filter, Class<?> type, ReadOptions options);

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
	default <T> SearchResults<T> search(SearchQuery<?> query, Class<T> type) {
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
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when rows cannot
	 * become such results
	 */
	<T, R> SearchResults<R> search(SearchQuery<?> query, Class<T> type, Class<R> result);

	/**
	 * Finds the rows closest to each of many vectors, in one {@code Search}.
	 * @param <T> the entity class
	 * @param query the vectors, each of the field's dimension; without any, nothing is
	 * called
	 * @param type the entity class
	 * @return the results of each vector, in order
	 */
	<T> List<SearchResults<T>> searchAll(VectorQuery query, Class<T> type);

}
