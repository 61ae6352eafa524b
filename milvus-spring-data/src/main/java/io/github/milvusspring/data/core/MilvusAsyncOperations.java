package io.github.milvusspring.data.core;

/**
 * The operations of {@link MilvusOperations} without waiting: each returns a future that
 * completes on a thread of gRPC, so that no thread waits while a call is in flight.
 *
 * <p>
 * Input that does not fit the collection is refused at once, by an exception. A call that
 * fails completes its future with the same exception that the blocking operation throws.
 * The first use of an entity class waits until its collection is ready, and texts are
 * embedded on the thread of the caller. There is no {@code stream}: a stream waits where
 * it is consumed; use {@code query} or {@code scroll}.
 */
public interface MilvusAsyncOperations extends AsyncWriteOperations, AsyncReadOperations {

}
