package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchProgress;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;

import org.springframework.util.Assert;

/**
 * Writes and deletes rows as maps.
 *
 * <p>
 * Input that does not fit the collection is refused before anything is written.
 */
public interface RowWriteOperations extends RowUpdateOperations {

	/**
	 * Inserts one row without checking whether its key exists: Milvus's {@code Insert}.
	 * @param row the row
	 * @return the count, and the row with its key
	 */
	default WriteResult<Map<String, Object>> insert(Map<String, ?> row) {
		return insert(row, WriteOptions.DEFAULT);
	}

	/**
	 * Inserts one row without checking whether its key exists: Milvus's {@code Insert}.
	 * @param row the row
	 * @param options the partition, and the time-out of each call
	 * @return the count, and the row with its key
	 */
	default WriteResult<Map<String, Object>> insert(Map<String, ?> row, WriteOptions options) {
		Assert.notNull(row, "Row must not be null");
		return insertAll(List.of(row), options);
	}

	/**
	 * Inserts rows: Milvus's {@code Insert}.
	 * @param rows the rows; if there are none, no call is made
	 * @return the count, and the rows with their keys
	 */
	default WriteResult<Map<String, Object>> insertAll(Collection<? extends Map<String, ?>> rows) {
		return insertAll(rows, WriteOptions.DEFAULT);
	}

	/**
	 * Inserts rows: Milvus's {@code Insert}. A list that is too large for one call is
	 * written in batches.
	 * @param rows the rows; if there are none, no call is made
	 * @param options the partition, and the time-out of each call
	 * @return the count, and the rows with their keys
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	WriteResult<Map<String, Object>> insertAll(Collection<? extends Map<String, ?>> rows, WriteOptions options);

	/**
	 * Inserts any number of rows in batches, in memory that does not grow with the number
	 * of rows: Milvus's {@code Insert}.
	 * @param rows the rows, which are read while others are written; two rows with the
	 * same key are refused if they are in the same batch, and both are stored if they are
	 * in different batches
	 * @param options batch sizes, batches in flight, retries and progress
	 * @return what was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	BatchProgress insertAll(Iterable<? extends Map<String, ?>> rows, BatchOptions options);

	/**
	 * Inserts any number of rows in batches, as the method for an {@code Iterable} does.
	 * @param rows the rows; the stream is closed at the end
	 * @param options batch sizes, batches in flight, retries and progress
	 * @return what was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	default BatchProgress insertAll(Stream<? extends Map<String, ?>> rows, BatchOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		try (rows) {
			return insertAll(once(rows), options);
		}
	}

	/**
	 * Writes one row in place of the row with the same key: Milvus's {@code Upsert}.
	 * @param row the row
	 * @return the count, and the row with its key
	 */
	default WriteResult<Map<String, Object>> upsert(Map<String, ?> row) {
		return upsert(row, WriteOptions.DEFAULT);
	}

	/**
	 * Writes one row in place of the row with the same key: Milvus's {@code Upsert}.
	 * @param row the row
	 * @param options the partition, and the time-out of each call
	 * @return the count, and the row with its key
	 */
	default WriteResult<Map<String, Object>> upsert(Map<String, ?> row, WriteOptions options) {
		Assert.notNull(row, "Row must not be null");
		return upsertAll(List.of(row), options);
	}

	/**
	 * Writes rows in place of the rows with the same keys: Milvus's {@code Upsert}.
	 * @param rows the rows; of several rows with the same key, only the last one is
	 * written
	 * @return the count, and the rows with their keys
	 */
	default WriteResult<Map<String, Object>> upsertAll(Collection<? extends Map<String, ?>> rows) {
		return upsertAll(rows, WriteOptions.DEFAULT);
	}

	/**
	 * Writes rows in place of the rows with the same keys: Milvus's {@code Upsert}. A
	 * list that is too large for one call is written in batches.
	 * @param rows the rows; of several rows with the same key, only the last one is
	 * written
	 * @param options the partition, and the time-out of each call
	 * @return the count, and the rows with their keys
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	WriteResult<Map<String, Object>> upsertAll(Collection<? extends Map<String, ?>> rows, WriteOptions options);

	/**
	 * Writes any number of rows in batches in place of the rows with the same keys, in
	 * memory that does not grow with the number of rows: Milvus's {@code Upsert}.
	 * @param rows the rows, which are read while others are written; of several rows with
	 * the same key the last one remains, unless the server generates a new key for each
	 * upsert
	 * @param options batch sizes, batches in flight, retries and progress
	 * @return what was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	BatchProgress upsertAll(Iterable<? extends Map<String, ?>> rows, BatchOptions options);

	/**
	 * Writes any number of rows in batches, as the method for an {@code Iterable} does.
	 * @param rows the rows; the stream is closed at the end
	 * @param options batch sizes, batches in flight, retries and progress
	 * @return what was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	default BatchProgress upsertAll(Stream<? extends Map<String, ?>> rows, BatchOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		try (rows) {
			return upsertAll(once(rows), options);
		}
	}

	/**
	 * Deletes a row by its key: Milvus's {@code Delete}.
	 * @param id the key
	 * @return the number of keys that the server marked as deleted, including keys
	 * without a row
	 */
	default long deleteById(Object id) {
		Assert.notNull(id, "Id must not be null");
		return deleteAllById(List.of(id));
	}

	/**
	 * Deletes rows by their keys: Milvus's {@code Delete}.
	 * @param ids the keys; if there are none, no call is made
	 * @return the number of keys that the server marked as deleted, including keys
	 * without a row
	 */
	default long deleteAllById(Collection<?> ids) {
		return deleteAllById(ids, WriteOptions.DEFAULT);
	}

	/**
	 * Deletes rows by their keys: Milvus's {@code Delete}.
	 * @param ids the keys; if there are none, no call is made
	 * @param options partition and time-out
	 * @return the number of keys that the server marked as deleted, including keys
	 * without a row
	 */
	long deleteAllById(Collection<?> ids, WriteOptions options);

	/**
	 * Deletes the rows that match a filter: Milvus's {@code Delete}.
	 * @param filter the filter; one that matches every row is refused
	 * @return the number of rows that the server marked as deleted
	 */
	default long delete(Filter filter) {
		return delete(filter, WriteOptions.DEFAULT);
	}

	/**
	 * Deletes the rows that match a filter: Milvus's {@code Delete}.
	 * @param filter the filter; one that matches every row is refused
	 * @param options partition and time-out
	 * @return the number of rows that the server marked as deleted
	 */
	long delete(Filter filter, WriteOptions options);

	/**
	 * Deletes every row of the collection, but not the collection: Milvus's {@code
	 * Delete}.
	 * @return the number of rows that the server marked as deleted
	 */
	long deleteAll();

	// The rows are checked one by one, because a raw stream may contain anything.
	@SuppressWarnings("unchecked")
	private static Iterable<Map<String, ?>> once(Stream<? extends Map<String, ?>> rows) {
		return () -> (Iterator<Map<String, ?>>) rows.iterator();
	}

}
