package io.github.milvusspring.data.core;

import java.util.List;

/**
 * What came of a partial update.
 *
 * @param <T> the kind of row
 * @param updateCount how many rows were written; of rows with the same key and the same
 * fields only the last
 * @param ids the key of each row that was given, in order
 * @param rows what was handed in, with the keys that the server gave
 */
public record UpdateResult<T>(long updateCount, List<Object> ids, List<T> rows) {

	static <T> UpdateResult<T> nothing() {
		return new UpdateResult<>(0, List.of(), List.of());
	}

}
