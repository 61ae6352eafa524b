package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Window;
import org.springframework.util.Assert;

/**
 * Reads and searches rows as maps, asynchronously.
 */
public interface AsyncRowReadOperations {

	/**
	 * Finds a row by its key: Milvus's {@code Query}.
	 * @param id the key
	 * @return the row, {@code null} when there is none
	 */
	default CompletableFuture<@Nullable Map<String, Object>> findById(Object id) {
		return findById(id, ReadOptions.DEFAULT);
	}

	/**
	 * Finds a row by its key: Milvus's {@code Query}.
	 * @param id the key
	 * @param options partitions, output fields, consistency level and time-out
	 * @return the row, {@code null} when there is none
	 */
	default CompletableFuture<@Nullable Map<String, Object>> findById(Object id, ReadOptions options) {
		Assert.notNull(id, "Id must not be null");
		return findAllById(List.of(id), options).thenApply((found) -> found.isEmpty() ? null : found.get(0));
	}

	/**
	 * Finds rows by their keys: Milvus's {@code Query}.
	 * @param ids the keys; if there are none, no call is made
	 * @return the rows found, in the order in which the server returns them
	 */
	default CompletableFuture<List<Map<String, Object>>> findAllById(Collection<?> ids) {
		return findAllById(ids, ReadOptions.DEFAULT);
	}

	/**
	 * Finds rows by their keys: Milvus's {@code Query}.
	 * @param ids the keys; if there are none, no call is made
	 * @param options partitions, output fields, consistency level and time-out
	 * @return the rows found, in the order in which the server returns them
	 */
	CompletableFuture<List<Map<String, Object>>> findAllById(Collection<?> ids, ReadOptions options);

	/**
	 * Returns whether a row with this key exists; its other fields are not read: Milvus's
	 * {@code Query}.
	 * @param id the key
	 * @return {@code true} when there is one
	 */
	CompletableFuture<Boolean> existsById(Object id);

	/**
	 * Returns whether any row matches a filter; only its key is read: Milvus's {@code
	 * Query}.
	 * @param filter the filter
	 * @return {@code true} when there is one
	 */
	default CompletableFuture<Boolean> exists(Filter filter) {
		return exists(filter, ReadOptions.DEFAULT);
	}

	/**
	 * Returns whether any row matches a filter; only its key is read: Milvus's {@code
	 * Query}.
	 * @param filter the filter
	 * @param options partitions, output fields, consistency level and time-out
	 * @return {@code true} when there is one
	 */
	CompletableFuture<Boolean> exists(Filter filter, ReadOptions options);

	/**
	 * Counts all rows: Milvus's {@code Query} of {@code count(*)}.
	 * @return the number of rows
	 */
	default CompletableFuture<Long> count() {
		return count(Filter.all());
	}

	/**
	 * Counts the rows that match a filter: Milvus's {@code Query} of {@code count(*)}.
	 * @param filter the filter
	 * @return the number of rows
	 */
	default CompletableFuture<Long> count(Filter filter) {
		return count(filter, ReadOptions.DEFAULT);
	}

	/**
	 * Counts the rows that match a filter: Milvus's {@code Query} of {@code count(*)}.
	 * @param filter the filter
	 * @param options partitions, output fields, consistency level and time-out
	 * @return the number of rows
	 */
	CompletableFuture<Long> count(Filter filter, ReadOptions options);

	/**
	 * Finds the rows that match a filter: Milvus's {@code Query}.
	 * @param query the filter, limit, offset and options
	 * @return the rows found
	 */
	CompletableFuture<List<Map<String, Object>>> query(FilterQuery query);

	/**
	 * Finds the rows that match a filter, one window per call: Milvus's {@code Query}.
	 * @param query the filter; its limit is the size of a window
	 * @param position where to continue: {@code ScrollPosition.keyset()} continues after
	 * the last key, so that each row is returned once even if other clients write
	 * meanwhile; {@code ScrollPosition.offset()} continues after a number of rows
	 * @return the rows, and the positions to continue from
	 */
	CompletableFuture<Window<Map<String, Object>>> scroll(FilterQuery query, ScrollPosition position);

	/**
	 * Finds the rows that are closest to a vector or a text, or to several of them:
	 * Milvus's {@code Search} or {@code HybridSearch}.
	 * @param query what to search for: one vector of the dimension of the field, a text,
	 * or the sub-searches of a hybrid search
	 * @return the rows with their scores, the best first
	 */
	CompletableFuture<SearchResults<Map<String, Object>>> search(SearchQuery<?> query);

	/**
	 * Finds the rows that are closest to each of many vectors, with one {@code Search}.
	 * @param query the vectors, each of the dimension of the field; if there are none, no
	 * call is made
	 * @return the results of each vector, in the order of the vectors
	 */
	CompletableFuture<List<SearchResults<Map<String, Object>>>> searchAll(VectorQuery query);

}
