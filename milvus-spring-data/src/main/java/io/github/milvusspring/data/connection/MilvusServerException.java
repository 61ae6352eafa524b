package io.github.milvusspring.data.connection;

import org.jspecify.annotations.Nullable;

/**
 * What a Milvus server said when it refused a call: always the cause of the
 * {@code DataAccessException} that the caller sees.
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
	 * Returns the server's code.
	 * @return a code of Milvus, for example 100 for a missing collection
	 */
	public int getCode() {
		return this.code;
	}

	/**
	 * Returns the server's own words.
	 * @return the reason
	 */
	public String getReason() {
		return this.reason;
	}

	/**
	 * Tells whether the server refused the call before it did any of it.
	 * @return {@code false} when a part of a write may have been done
	 */
	public boolean isRefusal() {
		return this.refusal;
	}

}
