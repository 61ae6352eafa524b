package io.github.milvusspring.data.connection;

import org.jspecify.annotations.Nullable;

/**
 * The error that a Milvus server reported for a failed call. It is the cause of the
 * {@code DataAccessException} that the caller receives.
 */
public final class MilvusServerException extends RuntimeException {

	private final int code;

	private final String reason;

	private final boolean refusal;

	MilvusServerException(int code, String reason, boolean refusal, @Nullable Throwable cause) {
		super("Milvus error " + code + ": " + reason, cause);
		this.code = code;
		this.reason = reason;
		this.refusal = refusal;
	}

	/**
	 * Returns the error code of the server.
	 * @return an error code of Milvus, for example 100 for a missing collection
	 */
	public int getCode() {
		return this.code;
	}

	/**
	 * Returns the reason as the server reports it.
	 * @return the reason
	 */
	public String getReason() {
		return this.reason;
	}

	/**
	 * Tells whether the server refused the call before it executed any part of it.
	 * @return {@code false} when a part of a write may have been executed
	 */
	public boolean isRefusal() {
		return this.refusal;
	}

}
