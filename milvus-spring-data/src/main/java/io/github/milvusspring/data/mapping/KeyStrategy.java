package io.github.milvusspring.data.mapping;

/**
 * The kinds of keys that are made here; keys of one process are in the order in which
 * they were made.
 */
public enum KeyStrategy {

	/** A UUID of version 7, which begins with the time: 36 characters as text. */
	UUID(36),

	/** A ULID, which begins with the time: 26 characters, letters and digits only. */
	ULID(26);

	private final int length;

	KeyStrategy(int length) {
		this.length = length;
	}

	/**
	 * Returns the length of a key as text.
	 * @return the number of characters
	 */
	public int length() {
		return this.length;
	}

}
