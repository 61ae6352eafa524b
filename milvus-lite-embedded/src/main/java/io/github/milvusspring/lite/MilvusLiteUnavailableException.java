package io.github.milvusspring.lite;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when Milvus Lite is neither found on this machine nor can be installed.
 */
public final class MilvusLiteUnavailableException extends MilvusLiteException {

	/**
	 * Creates an exception.
	 * @param message a sentence that says what to do
	 * @param cause the cause, or {@code null}
	 */
	public MilvusLiteUnavailableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Creates an exception from a reason and a remedy, and adds the remedy that always
	 * works: to set {@code milvus.uri} to a running server.
	 */
	static MilvusLiteUnavailableException because(String reason, String remedy) {
		return because(reason, remedy, null);
	}

	static MilvusLiteUnavailableException because(String reason, String remedy, @Nullable Throwable cause) {
		String detail = (cause != null) ? " (" + cause.getMessage() + ")" : "";
		return new MilvusLiteUnavailableException(
				reason + detail + ": " + remedy + ", or set milvus.uri to a running Milvus.", cause);
	}

}
