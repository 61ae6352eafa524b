package io.github.milvusspring.data.wire;

import io.github.milvusspring.data.model.IndexSchema;

/**
 * An index as the server describes it, with the progress of its build.
 *
 * @param index the index
 * @param indexedRows the number of rows that are in the index
 * @param totalRows the number of rows that the index will have
 * @param pendingRows the number of rows that are still being added
 * @param finished whether the index is built
 * @param failure the reason why the build failed, empty when it did not
 */
public record IndexState(IndexSchema index, long indexedRows, long totalRows, long pendingRows, boolean finished,
		String failure) {
}
