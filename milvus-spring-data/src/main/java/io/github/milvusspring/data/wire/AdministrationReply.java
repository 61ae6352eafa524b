package io.github.milvusspring.data.wire;

/**
 * The reply to an {@link AdministrationRequest}.
 *
 * @param <R> the type of the value
 * @param status the status of the call
 * @param value what the server answered; of no meaning when the call failed
 */
public record AdministrationReply<R>(ReplyStatus status, R value) implements Reply {
}
