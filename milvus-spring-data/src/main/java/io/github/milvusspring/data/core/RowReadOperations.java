package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
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
 * Reads and searches rows as maps.
 */
public interface RowReadOperations {

	/**
	 * Finds a row by its key: Milvus's {@code Query}.
	 * @param id the key
	 * @return the row, {@code null} when there is none
	 */
	default @Nullable Map<String, Object> findById(Object id) {
		return findById(id, ReadOptions.DEFAULT);
	}

	/**
	 * Finds a row by its key: Milvus's {@code Query}.
	 * @param id the key
	 * @param options partitions, output fields, consistency level and time-out
	 * @return the row, {@code null} when there is none
	 */
	default @Nullable Map<String, Object> findById(Object id, ReadOptions options) {
		Assert.notNull(id, "Id must not be null");
		List<Map<String, Object>> found = findAllById(List.of(id), options);
		return found.isEmpty() ? null : found.get(0);
	}

	/**
	 * Finds rows by their keys: Milvus's {@code Query}.
	 * @param ids the keys; if there are none, no call is made
	 * @return the rows found, in the order in which the server returns them
	 */
	default List<Map<String, Object>> findAllById(Collection<?> ids) {
		return findAllById(ids, ReadOptions.DEFAULT);
	}

	/**
	 * Finds rows by their keys: Milvus's {@code Query}.
	 * @param ids the keys; if there are none, no call is made
	 * @param options partitions, output fields, consistency level and time-out
	 * @return the rows found, in the order in which the server returns them
	 */
	List<Map<String, Object>> findAllById(Collection<?> ids, ReadOptions options);

	/**
	 * Returns whether a row with this key exists; its other fields are not read: Milvus's
	 * {@code Query}.
	 * @param id the key
	 * @return {@code true} when there is one
	 */
	boolean existsById(Object id);

	/**
	 * Returns whether any row matches a filter; only its key is read: Milvus's {@code
	 * Query}.
	 * @param filter the filter
	 * @return {@code true} when there is one
	 */
	default boolean exists(Filter filter) {
		return exists(filter, ReadOptions.DEFAULT);
	}

	/**
	 * Returns whether any row matches a filter; only its key is read: Milvus's {@code
	 * Query}.
	 * @param filter the filter
	 * @param options partitions, output fields, consistency level and time-out
	 * @return {@code true} when there is one
	 */
	boolean exists(Filter filter, ReadOptions options);

	/**
	 * Counts all rows: Milvus's {@code Query} of {@code count(*)}.
	 * @return the number of rows
	 */
	default long count() {
		return count(Filter.all());
	}

	/**
	 * Counts the rows that match a filter: Milvus's {@code Query} of {@code count(*)}.
	 * @param filter the filter
	 * @return the number of rows
	 */
	default long count(Filter filter) {
		return count(filter, ReadOptions.DEFAULT);
	}

	/**
	 * Counts the rows that match a filter: Milvus's {@code Query} of {@code count(*)}.
	 * @param filter the filter
	 * @param options partitions, output fields, consistency level and time-out
	 * @return the number of rows
	 */
	long count(Filter filter, ReadOptions options);

	/**
	 * Finds the rows that match a filter: Milvus's {@code Query}.
	 * @param query the filter, limit, offset and options
	 * @return the rows found
	 */
	List<Map<String, Object>> query(FilterQuery query);

	/**
	 * Finds the rows that match a filter, one window per call: Milvus's {@code Query}.
	 * @param query the filter; its limit is the size of a window
	 * @param position where to continue: {@code ScrollPosition.keyset()} continues after
	 * the last key, so that each row is returned once even if other clients write
	 * meanwhile; {@code ScrollPosition.offset()} continues after a number of rows
	 * @return the rows, and the positions to continue from
	 */
	Window<Map<String, Object>> scroll(FilterQuery query, ScrollPosition position);

	/**
	 * Finds any number of rows that match a filter, page by page in the order of their
	 * keys: Milvus's {@code Query}.
	 * @param query the filter, limit, offset and options
	 * @return the rows, each once; they are read while the stream is consumed
	 */
	Stream<Map<String, Object>> stream(FilterQuery query);

	/**
	 * Finds the rows that are closest to a vector or a text, or to several of them:
	 * Milvus's {@code Search} or {@code HybridSearch}.
	 * @param query what to search for: one vector of the dimension of the field, a text,
	 * or the sub-searches of a hybrid search
	 * @return the rows with their scores, the best first
	 */
	SearchResults<Map<String, Object>> search(SearchQuery<?> query);

	/**
	 * Finds the rows that are closest to each of many vectors, with one {@code Search}.
	 * @param query the vectors, each of the dimension of the field; if there are none, no
	 * call is made
	 * @return the results of each vector, in the order of the vectors
	 */
	List<SearchResults<Map<String, Object>>> searchAll(VectorQuery query);

	/**
	 * Finds any number of rows in the order of their distance from a vector, page by
	 * page, also beyond the maximum window of one search: Milvus's {@code Search}.
	 * @param query one vector, the filter and options; the limit is ignored
	 * @return the rows with their scores, the closest first and each once; they are read
	 * while the stream is consumed
	 */
	Stream<SearchResult<Map<String, Object>>> stream(VectorQuery query);

}
