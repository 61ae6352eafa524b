package io.github.milvusspring.data.model;

/**
 * How fresh the data must be that a read sees.
 */
public enum ConsistencyLevel {

	/** Everything that was written before the read, by anyone. */
	STRONG(0),

	/** Everything that this client wrote before the read. */
	SESSION(1),

	/** Everything that was written until shortly before the read. */
	BOUNDED(2),

	/** Whatever has arrived, at once. */
	EVENTUALLY(3);

	private final int number;

	ConsistencyLevel(int number) {
		this.number = number;
	}

	/**
	 * Returns the number of this level in the Milvus protocol.
	 * @return the value of {@code ConsistencyLevel}
	 */
	public int number() {
		return this.number;
	}

}
