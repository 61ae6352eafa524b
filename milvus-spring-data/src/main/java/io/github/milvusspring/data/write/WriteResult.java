package io.github.milvusspring.data.write;

import java.util.List;

/**
 * The result of an insert, upsert or partial update.
 *
 * @param <T> the type of the rows: an entity class, a map, or {@link Update}
 * @param count the number of rows that the server wrote. If several rows have the same
 * key (in an update: the same key and the same fields), only the last one is written and
 * counted
 * @param ids the keys of the given rows, in the same order
 * @param rows the given rows, in the same order, with the keys that the server generated
 */
public record WriteResult<T>(long count, List<Object> ids, List<T> rows) {

	/**
	 * Returns the result of a write without rows, which makes no call.
	 * @param <T> the type of the rows
	 * @return a result with a count of 0, no ids and no rows
	 */
	public static <T> WriteResult<T> empty() {
		return new WriteResult<>(0, List.of(), List.of());
	}

}
