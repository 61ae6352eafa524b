package io.github.milvusspring.data.core;

/**
 * The reads and writes of one kind of row in one collection.
 *
 * @param <T> the kind of row
 * @param reads the reads
 * @param writes the writes
 */
record CollectionRows<T>(RowReads<T> reads, RowWrites<T> writes) {
}
