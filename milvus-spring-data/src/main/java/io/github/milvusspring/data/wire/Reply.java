package io.github.milvusspring.data.wire;

/**
 * A message that says whether the call succeeded.
 */
sealed interface Reply permits WriteReply, QueryReply, SearchReply {

	ReplyStatus status();

}
