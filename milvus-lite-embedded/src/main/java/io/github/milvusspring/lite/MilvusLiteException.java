package io.github.milvusspring.lite;

import org.jspecify.annotations.Nullable;

/**
 * Milvus Lite could not be started; the message is a sentence for the user.
 */
public class MilvusLiteException extends RuntimeException {

	/**
	 * Create an exception.
	 * @param message a sentence that says what to do
	 * @param cause what was caught, or {@code null}
	 */
	public MilvusLiteException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
