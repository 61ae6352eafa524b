package io.github.milvusspring.data.admin;

/**
 * The progress of the build of an index.
 *
 * @param collection the name of the collection
 * @param index the name of the index
 * @param indexedRows the number of rows that are in the index
 * @param totalRows the number of rows that the index will have
 * @param pendingRows the number of rows that are still being added
 * @param finished whether the index is built
 */
public record IndexProgress(String collection, String index, long indexedRows, long totalRows, long pendingRows,
		boolean finished) {
}
