package io.github.milvusspring.data.core;

/**
 * The asynchronous variant of {@link MilvusOperations}: each operation returns a future
 * that completes on a thread of gRPC, so that no thread waits while a call is in flight.
 *
 * <p>
 * Input that does not fit the collection is refused immediately: the method throws an
 * exception and returns no future. A call that fails completes its future with the same
 * exception that the blocking operation throws. The first use of an entity class blocks
 * until its collection is created or checked, and loaded. Texts are embedded on the
 * thread of the caller. There is no {@code stream}, because a stream blocks the thread
 * that consumes it; use {@code query} or {@code scroll}.
 */
public interface MilvusAsyncOperations extends AsyncWriteOperations, AsyncReadOperations {

}
