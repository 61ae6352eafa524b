package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Window;
import org.springframework.util.Assert;

/**
 * Reads and searches entities.
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
	 * @param options partitions, output fields, consistency level and time-out
	 * @return the entity, {@code null} when there is none
	 */
	default <T> @Nullable T findById(Object id, Class<T> type, ReadOptions options) {
		Assert.notNull(id, "Id must not be null");
		List<T> found = findAllById(List.of(id), type, options);
		return found.isEmpty() ? null : found.get(0);
	}

	/**
	 * Finds rows by their keys: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param ids the keys; if there are none, no call is made
	 * @param type the entity class
	 * @return the entities found, in the order in which the server returns them
	 */
	default <T> List<T> findAllById(Collection<?> ids, Class<T> type) {
		return findAllById(ids, type, ReadOptions.DEFAULT);
	}

	/**
	 * Finds rows by their keys: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param ids the keys; if there are none, no call is made
	 * @param type the entity class
	 * @param options partitions, output fields, consistency level and time-out
	 * @return the entities found, in the order in which the server returns them
	 */
	<T> List<T> findAllById(Collection<?> ids, Class<T> type, ReadOptions options);

	/**
	 * Returns whether a row with this key exists; its other fields are not read: Milvus's
	 * {@code Query}.
	 * @param id the key
	 * @param type the entity class
	 * @return {@code true} when there is one
	 */
	boolean existsById(Object id, Class<?> type);

	/**
	 * Returns whether any row matches a filter; only its key is read: Milvus's {@code
	 * Query}.
	 * @param filter the filter
	 * @param type the entity class
	 * @return {@code true} when there is one
	 */
	default boolean exists(Filter filter, Class<?> type) {
		return exists(filter, type, ReadOptions.DEFAULT);
	}

	/**
	 * Returns whether any row matches a filter; only its key is read: Milvus's {@code
	 * Query}.
	 * @param filter the filter
	 * @param type the entity class
	 * @param options partitions, output fields, consistency level and time-out
	 * @return {@code true} when there is one
	 */
	boolean exists(Filter filter, Class<?> type, ReadOptions options);

	/**
	 * Counts the rows that match a filter: Milvus's {@code Query} of {@code count(*)}.
	 * @param filter the filter
	 * @param type the entity class
	 * @return the number of rows
	 */
	default long count(Filter filter, Class<?> type) {
		return count(filter, type, ReadOptions.DEFAULT);
	}

	/**
	 * Counts the rows that match a filter: Milvus's {@code Query} of {@code count(*)}.
	 * @param filter the filter
	 * @param type the entity class
	 * @param options partitions, output fields, consistency level and time-out
	 * @return the number of rows
	 */
	long count(Filter filter, Class<?> type, ReadOptions options);

	/**
	 * Finds the rows that match a filter: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param query the filter, limit, offset and options
	 * @param type the entity class
	 * @return the entities found
	 */
	default <T> List<T> query(FilterQuery query, Class<T> type) {
		return query(query, type, type);
	}

	/**
	 * Finds the rows that match a filter, and reads only the fields that the result type
	 * needs: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param <R> the type of the results
	 * @param query the filter, limit, offset and options
	 * @param type the entity class
	 * @param result a projection of the entity: an interface with getters for some of its
	 * properties, or a class or record whose constructor takes some of them
	 * @return the results found
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when a row
	 * cannot become such a result
	 */
	<T, R> List<R> query(FilterQuery query, Class<T> type, Class<R> result);

	/**
	 * Finds the rows that match a filter, one window per call: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param query the filter; its limit is the size of a window
	 * @param position where to continue: {@code ScrollPosition.keyset()} continues after
	 * the last key, so that each row is returned once even if other clients write
	 * meanwhile; {@code ScrollPosition.offset()} continues after a number of rows
	 * @param type the entity class
	 * @return the entities, and the positions to continue from
	 */
	default <T> Window<T> scroll(FilterQuery query, ScrollPosition position, Class<T> type) {
		return scroll(query, position, type, type);
	}

	/**
	 * Finds the rows that match a filter, one window per call, and reads only the fields
	 * that the result type needs: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param <R> the type of the results
	 * @param query the filter; its limit is the size of a window
	 * @param position where to continue: {@code ScrollPosition.keyset()} continues after
	 * the last key, so that each row is returned once even if other clients write
	 * meanwhile; {@code ScrollPosition.offset()} continues after a number of rows
	 * @param type the entity class
	 * @param result a projection of the entity: an interface with getters for some of its
	 * properties, or a class or record whose constructor takes some of them
	 * @return the results, and the positions to continue from
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when a row
	 * cannot become such a result
	 */
	<T, R> Window<R> scroll(FilterQuery query, ScrollPosition position, Class<T> type, Class<R> result);

	/**
	 * Finds any number of rows that match a filter, page by page in the order of their
	 * keys: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param query the filter, limit, offset and options
	 * @param type the entity class
	 * @return the entities, each once; they are read while the stream is consumed
	 */
	default <T> Stream<T> stream(FilterQuery query, Class<T> type) {
		return stream(query, type, type);
	}

	/**
	 * Finds any number of rows that match a filter, page by page in the order of their
	 * keys, and reads only the fields that the result type needs: Milvus's {@code Query}.
	 * @param <T> the entity class
	 * @param <R> the type of the results
	 * @param query the filter, limit, offset and options
	 * @param type the entity class
	 * @param result a projection of the entity: an interface with getters for some of its
	 * properties, or a class or record whose constructor takes some of them
	 * @return the results, each once; they are read while the stream is consumed
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when a row
	 * cannot become such a result
	 */
	<T, R> Stream<R> stream(FilterQuery query, Class<T> type, Class<R> result);

	/**
	 * Finds the rows that are closest to a vector or a text, or to several of them:
	 * Milvus's {@code Search} or {@code HybridSearch}.
	 * @param <T> the entity class
	 * @param query what to search for: one vector of the dimension of the field, a text,
	 * or the sub-searches of a hybrid search
	 * @param type the entity class
	 * @return the entities with their scores, the best first
	 */
	default <T> SearchResults<T> search(SearchQuery<?> query, Class<T> type) {
		return search(query, type, type);
	}

	/**
	 * Finds the rows that are closest to a vector or a text, or to several of them, and
	 * reads only the fields that the result type needs: Milvus's {@code Search} or {@code
	 * HybridSearch}.
	 * @param <T> the entity class
	 * @param <R> the type of the results
	 * @param query what to search for: one vector of the dimension of the field, a text,
	 * or the sub-searches of a hybrid search
	 * @param type the entity class
	 * @param result a projection of the entity: an interface with getters for some of its
	 * properties, or a class or record whose constructor takes some of them
	 * @return the results with their scores, the best first
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when a row
	 * cannot become such a result
	 */
	<T, R> SearchResults<R> search(SearchQuery<?> query, Class<T> type, Class<R> result);

	/**
	 * Finds the rows that are closest to each of many vectors, with one {@code Search}.
	 * @param <T> the entity class
	 * @param query the vectors, each of the dimension of the field; if there are none, no
	 * call is made
	 * @param type the entity class
	 * @return the results of each vector, in the order of the vectors
	 */
	<T> List<SearchResults<T>> searchAll(VectorQuery query, Class<T> type);

	/**
	 * Finds any number of rows in the order of their distance from a vector, page by
	 * page, also beyond the maximum window of one search: Milvus's {@code Search}.
	 * @param <T> the entity class
	 * @param query one vector, the filter and options; the limit is ignored
	 * @param type the entity class
	 * @return the entities with their scores, the closest first and each once; they are
	 * read while the stream is consumed
	 */
	<T> Stream<SearchResult<T>> stream(VectorQuery query, Class<T> type);

}
