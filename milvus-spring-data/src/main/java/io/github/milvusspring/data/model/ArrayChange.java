package io.github.milvusspring.data.model;

/**
 * The changes that a partial update can make to an array without replacing it.
 */
public enum ArrayChange {

	/** Adds the elements after the existing ones. */
	APPEND(1),

	/** Removes the elements, wherever they are in the array. */
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
