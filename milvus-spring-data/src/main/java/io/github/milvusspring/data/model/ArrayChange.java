package io.github.milvusspring.data.model;

/**
 * The changes of an array that leave its other elements as they are.
 */
public enum ArrayChange {

	/** The elements are added after the existing ones. */
	APPEND(1),

	/** The elements are removed, wherever they are. */
	REMOVE(2);

	private final int number;

	ArrayChange(int number) {
		this.number = number;
	}

	/**
	 * Returns the number of this change in the Milvus protocol.
	 * @return the value of {@code FieldPartialUpdateOp.OpType}
	 */
	public int number() {
		return this.number;
	}

}
