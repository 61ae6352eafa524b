package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;

import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.util.Assert;

/**
 * Reads and writes plain rows of any collection, as pymilvus does: a row is a map from
 * the name of a field to its value, for example {@code Map.of("id", 1, "vector", new
 * float[] { 0.1f, 0.2f })}.
 *
 * <p>
 * Vectors may be {@code float[]}, {@code double[]}, {@code List<Number>} or Spring Data's
 * {@code Vector}. All methods throw {@code DataAccessException}s, and write nothing when
 * a row does not fit the collection.
 */
public interface RowOperations {

	/**
	 * Inserts one row: Milvus's {@code Insert}.
	 * @param row the row
	 * @return the count and the key
	 */
	default InsertResult<Map<String, Object>> insert(Map<String, ?> row) {
		Assert.notNull(row, "Row must not be null");
		return insert(List.of(row), WriteOptions.DEFAULT);
	}

	/**
	 * Inserts rows: Milvus's {@code Insert}.
	 * @param rows the rows; without any, nothing is called
	 * @return the count and the keys
	 */
	default InsertResult<Map<String, Object>> insert(Collection<? extends Map<String, ?>> rows) {
		return insert(rows, WriteOptions.DEFAULT);
	}

	/**
	 * Inserts rows: Milvus's {@code Insert}.
	 * @param rows the rows; without any, nothing is called
	 * @param options partition and time-out
	 * @return the count and the keys
	 */
	InsertResult<Map<String, Object>> insert(Collection<? extends Map<String, ?>> rows, WriteOptions options);

	/**
	 * Writes one row in place of the one with the same key: Milvus's {@code Upsert}.
	 * @param row the row
	 * @return the count and the key
	 */
	default UpsertResult<Map<String, Object>> upsert(Map<String, ?> row) {
		Assert.notNull(row, "Row must not be null");
		return upsert(row, WriteOptions.DEFAULT);
	}

	/**
	 * Writes one row in place of the one with the same key: Milvus's {@code Upsert}.
	 * @param row the row
	 * @param options partition and time-out
	 * @return the count and the key
	 */
	default UpsertResult<Map<String, Object>> upsert(Map<String, ?> row, WriteOptions options) {
		Assert.notNull(row, "Row must not be null");
		Assert.notNull(options, "Options must not be null");
		return upsert(List.of(row), options);
	}

	/**
	 * Writes rows in place of those with the same keys: Milvus's {@code Upsert}.
	 * @param rows the rows; of those with the same key the last one is written
	 * @return the count and the keys
	 */
	default UpsertResult<Map<String, Object>> upsert(Collection<? extends Map<String, ?>> rows) {
		return upsert(rows, WriteOptions.DEFAULT);
	}

	/**
	 * Writes rows in place of those with the same keys: Milvus's {@code Upsert}.
	 * @param rows the rows; of those with the same key the last one is written
	 * @param options partition and time-out
	 * @return the count and the keys
	 */
	UpsertResult<Map<String, Object>> upsert(Collection<? extends Map<String, ?>> rows, WriteOptions options);

	/**
	 * Writes the fields that a row names: Milvus's partial {@code Upsert}. Those that it
	 * does not name stay as they are, and a null is written as null.
	 * @param row the key and what changes
	 * @return the count and the key
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key; see {@link UpdateOperations} for what a server does not tell
	 */
	default UpdateResult<Map<String, Object>> update(Map<String, ?> row) {
		Assert.notNull(row, "Row must not be null");
		return update(List.of(row), WriteOptions.DEFAULT);
	}

	/**
	 * Writes the fields that rows name, by one call for all that name the same ones.
	 * @param rows the keys and what changes; of one row in the order given
	 * @param options partition and time-out
	 * @return the count and the keys
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others could not be,
	 * saying which
	 */
	UpdateResult<Map<String, Object>> update(Collection<? extends Map<String, ?>> rows, WriteOptions options);

	/**
	 * Changes one row.
	 * @param update the key and what changes
	 * @return the count and the update
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key
	 */
	default UpdateResult<Update> update(Update update) {
		Assert.notNull(update, "Update must not be null");
		return updateAll(List.of(update), WriteOptions.DEFAULT);
	}

	/**
	 * Changes rows, by one call for all that change the same fields.
	 * @param updates the keys and what changes; of one row in the order given
	 * @param options partition and time-out
	 * @return the count and the updates
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others could not be,
	 * saying which
	 */
	UpdateResult<Update> updateAll(Collection<Update> updates, WriteOptions options);

	/**
	 * Deletes rows by their keys: Milvus's {@code Delete}.
	 * @param ids the keys; without any, nothing is called
	 * @return the count
	 */
	default DeleteResult delete(Collection<?> ids) {
		return delete(ids, WriteOptions.DEFAULT);
	}

	/**
	 * Deletes rows by their keys: Milvus's {@code Delete}.
	 * @param ids the keys; without any, nothing is called
	 * @param options partition and time-out
	 * @return the count
	 */
	DeleteResult delete(Collection<?> ids, WriteOptions options);

	/**
	 * Deletes the rows that match a filter: Milvus's {@code Delete}.
	 * @param filter which rows; one that matches every row is refused
	 * @return the count
	 */
	default DeleteResult delete(Filter filter) {
		return delete(filter, WriteOptions.DEFAULT);
	}

	/**
	 * Deletes the rows that match a filter: Milvus's {@code Delete}.
	 * @param filter which rows; one that matches every row is refused
	 * @param options partition and time-out
	 * @return the count
	 */
	DeleteResult delete(Filter filter, WriteOptions options);

	/**
	 * Finds rows by their keys: Milvus's {@code Query}.
	 * @param ids the keys; without any, nothing is found
	 * @return the rows found, in the server's order
	 */
	default List<Map<String, Object>> get(Collection<?> ids) {
		return get(ids, ReadOptions.DEFAULT);
	}

	/**
	 * Finds rows by their keys: Milvus's {@code Query}.
	 * @param ids the keys; without any, nothing is found
	 * @param options how to read
	 * @return the rows found, in the server's order
	 */
	List<Map<String, Object>> get(Collection<?> ids, ReadOptions options);

	/**
	 * Finds rows by a filter: Milvus's {@code Query}.
	 * @param query the filter, limit and offset
	 * @return the rows found
	 */
	List<Map<String, Object>> query(ScalarQuery query);

	/**
	 * Counts all rows.
	 * @return the number of rows
	 */
	default long count() {
		return count(Filter.all(), ReadOptions.DEFAULT);
	}

	/**
	 * Counts rows.
	 * @param filter which rows
	 * @param options how to read
	 * @return the number of rows
	 */
	long count(Filter filter, ReadOptions options);

	/**
	 * Finds any number of rows by a filter, page by page in the order of their keys:
	 * Milvus's {@code Query}.
	 * @param query the filter, limit and offset
	 * @return the rows, each once; read as the stream is consumed
	 */
	Stream<Map<String, Object>> stream(ScalarQuery query);

	/**
	 * Finds any number of rows by their distance from a vector, page by page, also beyond
	 * the window of one search: Milvus's {@code Search}.
	 * @param query one vector and what else matters; its limit is not looked at
	 * @return the rows with their scores, the closest first and each once; read as the
	 * stream is consumed
	 */
	Stream<SearchResult<Map<String, Object>>> stream(VectorQuery query);

	/**
	 * Finds the rows that fit a vector, a text or several of them best: Milvus's
	 * {@code Search} or {@code HybridSearch}.
	 * @param query what to look for: one vector, words, or the legs of a hybrid search
	 * @return the rows with their scores, the best first
	 */
	SearchResults<Map<String, Object>> search(SearchQuery<?> query);

}
