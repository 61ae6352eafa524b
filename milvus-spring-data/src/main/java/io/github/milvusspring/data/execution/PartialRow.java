package io.github.milvusspring.data.execution;

import java.util.Collection;
import java.util.Map;

import io.github.milvusspring.data.model.ArrayChange;

/**
 * A row of which only some fields are written.
 *
 * @param <T> the kind of row
 * @param row the row
 * @param fields the names of the properties or fields to write
 * @param arrayChanges how values change the elements of array fields, by the name of the
 * field
 */
record PartialRow<T>(T row, Collection<String> fields, Map<String, ArrayChange> arrayChanges) {
}
