package io.github.milvusspring.lite;

import org.jspecify.annotations.Nullable;

/**
 * No Milvus Lite can be found on this machine, nor installed.
 */
public final class MilvusLiteUnavailableException extends MilvusLiteException {

	/**
	 * Create an exception.
	 * @param message a sentence that says what to do
	 * @param cause what was caught, or {@code null}
	 */
	public MilvusLiteUnavailableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * A reason and a remedy, with the way out that is always there.
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
