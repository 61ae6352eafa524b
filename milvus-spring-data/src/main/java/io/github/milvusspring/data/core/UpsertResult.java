package io.github.milvusspring.data.core;

import java.util.List;

/**
 * What came of an upsert.
 *
 * @param <T> the kind of row
 * @param upsertCount how many rows were written; of rows with the same key only the last
 * @param ids the key of each row that was given, in order
 * @param rows the rows with the keys that the server gave
 */
public record UpsertResult<T>(long upsertCount, List<Object> ids, List<T> rows) {
}
