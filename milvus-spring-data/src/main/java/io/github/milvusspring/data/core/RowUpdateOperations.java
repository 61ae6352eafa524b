package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.Update;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;

import org.springframework.util.Assert;

/**
 * Updates some fields of rows, with rows as maps: Milvus's partial {@code Upsert}. The
 * other fields of a row stay as they are. An update is one call, and no row is read
 * before it.
 *
 * <p>
 * A key without a row is reported as an
 * {@link org.springframework.dao.EmptyResultDataAccessException} that names the key.
 * There is one exception: an update that sets every required field creates a new row. The
 * server looks for the row in the partition of the {@link WriteOptions}, or in the
 * default partition, so a row in another partition needs its partition named. Partial
 * updates need Milvus 2.6.2 or newer, or Milvus Lite; changes of the elements of an array
 * need Milvus 2.6.17 or newer.
 */
public interface RowUpdateOperations {

	/**
	 * Writes the fields that the map contains, and leaves the others as they are:
	 * Milvus's partial {@code Upsert}. A field whose value in the map is null is written
	 * as null.
	 * @param row the key and the fields that change
	 * @return the count and the key
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key
	 */
	default WriteResult<Map<String, Object>> update(Map<String, ?> row) {
		Assert.notNull(row, "Row must not be null");
		return updateAll(List.of(row), PropertySelection.PRESENT);
	}

	/**
	 * Writes some fields of rows, with one call for all rows that write the same fields.
	 * @param rows the rows, with their keys
	 * @param properties the fields to write; {@link PropertySelection#PRESENT} selects
	 * the fields that each map contains
	 * @return the count and the rows
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	default WriteResult<Map<String, Object>> updateAll(Collection<? extends Map<String, ?>> rows,
			PropertySelection properties) {
		return updateAll(rows, properties, WriteOptions.DEFAULT);
	}

	/**
	 * Writes some fields of rows, with one call for all rows that write the same fields.
	 * @param rows the rows, with their keys
	 * @param properties the fields to write; {@link PropertySelection#PRESENT} selects
	 * the fields that each map contains
	 * @param options partition and time-out
	 * @return the count and the rows
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	WriteResult<Map<String, Object>> updateAll(Collection<? extends Map<String, ?>> rows, PropertySelection properties,
			WriteOptions options);

	/**
	 * Changes some fields of one row.
	 * @param update the key and the changes
	 * @return the count and the update
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key
	 */
	default WriteResult<Update> update(Update update) {
		Assert.notNull(update, "Update must not be null");
		return updateAll(List.of(update));
	}

	/**
	 * Changes some fields of rows, with one call for all updates that change the same
	 * fields.
	 * @param updates the keys and the changes; several updates of the same row are
	 * written in this order
	 * @return the count and the updates
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	default WriteResult<Update> updateAll(Collection<Update> updates) {
		return updateAll(updates, WriteOptions.DEFAULT);
	}

	/**
	 * Changes some fields of rows, with one call for all updates that change the same
	 * fields.
	 * @param updates the keys and the changes; several updates of the same row are
	 * written in this order
	 * @param options partition and time-out
	 * @return the count and the updates
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws BatchWriteException when some rows were written and others were not; it
	 * lists both
	 */
	WriteResult<Update> updateAll(Collection<Update> updates, WriteOptions options);

}
