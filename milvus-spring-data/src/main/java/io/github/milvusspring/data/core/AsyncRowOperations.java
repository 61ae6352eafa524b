package io.github.milvusspring.data.core;

/**
 * The operations of {@link RowOperations} without waiting, as
 * {@link MilvusAsyncOperations} are for entities. The first use of a collection waits
 * until its schema is known.
 */
public interface AsyncRowOperations extends AsyncRowWriteOperations, AsyncRowReadOperations {

}
