package io.github.milvusspring.data.core;

/**
 * What came of a delete.
 *
 * @param deleteCount how many keys the server marked as deleted, whether or not there
 * were rows of all of them
 */
public record DeleteResult(long deleteCount) {
}
