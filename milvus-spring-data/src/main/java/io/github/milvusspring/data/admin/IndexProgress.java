package io.github.milvusspring.data.admin;

/**
 * How far an index is built.
 *
 * @param collection the name of the collection
 * @param index the name of the index
 * @param indexedRows the rows that are in it
 * @param totalRows the rows that shall be
 * @param pendingRows the rows that are being added
 * @param finished whether it is built
 */
public record IndexProgress(String collection, String index, long indexedRows, long totalRows, long pendingRows,
		boolean finished) {
}
