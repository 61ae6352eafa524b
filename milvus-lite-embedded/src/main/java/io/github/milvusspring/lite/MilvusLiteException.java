package io.github.milvusspring.lite;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when Milvus Lite cannot be started; the message is written for the user.
 */
public class MilvusLiteException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message a sentence that says what to do
	 * @param cause the cause, or {@code null}
	 */
	public MilvusLiteException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
