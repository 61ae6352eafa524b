package io.github.milvusspring.data.wire;

/**
 * The reply to an {@link AdministrationRequest}.
 *
 * @param <R> the type of the returned value
 * @param status the status of the call
 * @param value the value that the server returned; meaningless when the call failed
 */
public record AdministrationReply<R>(ReplyStatus status, R value) implements Reply {
}
