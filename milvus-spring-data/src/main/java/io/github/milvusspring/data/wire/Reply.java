package io.github.milvusspring.data.wire;

/**
 * A message that says whether the call succeeded.
 */
public sealed interface Reply permits WriteReply, QueryReply, SearchReply, AdministrationReply {

	/**
	 * Returns how the call went.
	 * @return the status
	 */
	ReplyStatus status();

}
