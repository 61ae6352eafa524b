package io.github.milvusspring.data.wire;

/**
 * The reply of a server to a {@link Request}; its status tells whether the call
 * succeeded.
 */
public sealed interface Reply permits WriteReply, QueryReply, SearchReply, AdministrationReply {

	/**
	 * Returns whether the call succeeded or why it failed.
	 * @return the status
	 */
	ReplyStatus status();

	/**
	 * Returns the number of rows that the server returned, wrote or deleted.
	 * @return the number, -1 for a call that is not about rows
	 */
	default long rowCount() {
		return -1;
	}

}
