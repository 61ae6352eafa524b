package io.github.milvusspring.data.write;

import java.util.List;

/**
 * The result of an insert, upsert or partial update.
 *
 * @param <T> the kind of row: an entity, a map, or an {@link Update}
 * @param count the number of rows that the server wrote; of rows with the same key, and
 * in an update with the same fields, only the last one is written and counted
 * @param ids the key of each row that was given, in the same order
 * @param rows the rows that were given, in the same order, with the keys that the server
 * generated
 */
public record WriteResult<T>(long count, List<Object> ids, List<T> rows) {

	/**
	 * Returns the result of a write without rows, for which no call is made.
	 * @param <T> the kind of row
	 * @return a count of 0, no ids and no rows
	 */
	public static <T> WriteResult<T> empty() {
		return new WriteResult<>(0, List.of(), List.of());
	}

}
