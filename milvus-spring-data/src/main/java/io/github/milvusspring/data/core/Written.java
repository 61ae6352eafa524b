package io.github.milvusspring.data.core;

import java.util.List;

/**
 * What came of a write.
 *
 * @param <T> the kind of row
 * @param count how many rows the server has written
 * @param ids the key of each row
 * @param rows all rows, with the keys that the server gave
 */
record Written<T>(long count, List<Object> ids, List<T> rows) {

	static <T> Written<T> nothing() {
		return new Written<>(0, List.of(), List.of());
	}

}
