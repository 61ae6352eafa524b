package io.github.milvusspring.data.model;

/**
 * The consistency level of a read: which earlier writes it is guaranteed to see.
 */
public enum ConsistencyLevel {

	/** The read sees all writes that any client completed before it. */
	STRONG(0),

	/** The read sees all writes that this client completed before it. */
	SESSION(1),

	/**
	 * The read sees all writes until shortly before it, and may miss the most recent
	 * ones.
	 */
	BOUNDED(2),

	/** The read does not wait: it sees whatever writes have arrived so far. */
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
