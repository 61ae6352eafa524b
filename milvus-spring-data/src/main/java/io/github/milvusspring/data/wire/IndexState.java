package io.github.milvusspring.data.wire;

import io.github.milvusspring.data.model.IndexSchema;

/**
 * An index as a server describes it, and how far it is built.
 *
 * @param index the index
 * @param indexedRows the rows that are in it
 * @param totalRows the rows that shall be
 * @param pendingRows the rows that are being added
 * @param finished whether it is built
 * @param failure why it cannot be built, empty when nothing failed
 */
public record IndexState(IndexSchema index, long indexedRows, long totalRows, long pendingRows, boolean finished,
		String failure) {
}
