package io.github.milvusspring.data.wire;

import io.github.milvusspring.data.connection.MilvusExceptionTranslator;

/**
 * Failures of writes as a server's codes become them.
 */
public final class ServerFailures {

	private ServerFailures() {
	}

	/**
	 * What a complete server's answer to a write becomes.
	 * @param code the server's code
	 * @param retriable whether the server says that it may work later
	 */
	public static RuntimeException ofWrite(int code, boolean retriable) {
		return new MilvusExceptionTranslator("http://host:19530", false).translate(
				new Operation("Insert", "points", Operation.Effect.WRITE),
				new ReplyStatus(code, 0, "the server's words", retriable, false));
	}

}
