package io.github.milvusspring.data.core;

/**
 * The asynchronous variant of {@link RowOperations}: every operation returns a future.
 * {@link MilvusAsyncOperations} is the same for entities. The first use of a collection
 * blocks until its schema is known.
 */
public interface AsyncRowOperations extends AsyncRowWriteOperations, AsyncRowReadOperations {

}
