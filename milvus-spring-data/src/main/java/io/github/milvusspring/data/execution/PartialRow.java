package io.github.milvusspring.data.execution;

import java.util.Collection;
import java.util.Map;

import io.github.milvusspring.data.model.ArrayChange;

/**
 * A row of which some fields are written.
 *
 * @param <T> the kind of row
 * @param row the row
 * @param fields what is written, by the name of a property or field
 * @param arrayChanges how values go into arrays, by the field's name
 */
record PartialRow<T>(T row, Collection<String> fields, Map<String, ArrayChange> arrayChanges) {
}
