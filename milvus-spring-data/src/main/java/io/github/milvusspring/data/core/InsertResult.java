package io.github.milvusspring.data.core;

import java.util.List;

/**
 * What came of an insert.
 *
 * @param <T> the kind of row
 * @param insertCount how many rows were inserted
 * @param ids the key of each row, in order
 * @param rows the rows with the keys that the server gave
 */
public record InsertResult<T>(long insertCount, List<Object> ids, List<T> rows) {
}
