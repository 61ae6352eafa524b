package io.github.milvusspring.data.mapping;

import org.jspecify.annotations.Nullable;

/**
 * The type of a Milvus field.
 */
public enum FieldType {

	/** A boolean. */
	BOOL(1),

	/** An integer of 8 bits. */
	INT8(2),

	/** An integer of 16 bits. */
	INT16(3),

	/** An integer of 32 bits. */
	INT32(4),

	/** An integer of 64 bits. */
	INT64(5),

	/** A floating point number of 32 bits. */
	FLOAT(10),

	/** A floating point number of 64 bits. */
	DOUBLE(11),

	/** A text of limited length. */
	VARCHAR(21),

	/** A list of scalars of one type. */
	ARRAY(22),

	/** A JSON document. */
	JSON(23),

	/** A dense vector of 32 bit floats. */
	FLOAT_VECTOR(101);

	private final int number;

	FieldType(int number) {
		this.number = number;
	}

	/**
	 * Returns the number of this type in the Milvus protocol.
	 * @return the value of {@code DataType}
	 */
	public int number() {
		return this.number;
	}

	/**
	 * Tells whether fields of this type hold vectors.
	 * @return {@code true} for vectors
	 */
	public boolean isVector() {
		return this.number >= 100;
	}

	/**
	 * Tells whether this is one of the integer types.
	 * @return {@code true} for 8 to 64 bits
	 */
	public boolean isInteger() {
		return this.number >= INT8.number && this.number <= INT64.number;
	}

	/**
	 * Finds the type by its number in the Milvus protocol.
	 * @param number the value of {@code DataType}
	 * @return the type, {@code null} when the number is not known here
	 */
	public static @Nullable FieldType ofNumber(int number) {
		for (FieldType type : values()) {
			if (type.number == number) {
				return type;
			}
		}
		return null;
	}

}
