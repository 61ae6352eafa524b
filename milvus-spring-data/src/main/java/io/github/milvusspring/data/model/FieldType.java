package io.github.milvusspring.data.model;

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

	/** A shape on a plane, written as WKT. */
	GEOMETRY(24),

	/** A text of any length. */
	TEXT(25),

	/** A point in time, in microseconds. */
	TIMESTAMPTZ(26),

	/** A dense vector of bits. */
	BINARY_VECTOR(100),

	/** A dense vector of 32 bit floats. */
	FLOAT_VECTOR(101),

	/** A dense vector of IEEE 754 half precision floats. */
	FLOAT16_VECTOR(102),

	/** A dense vector of floats cut to their upper 16 bits. */
	BFLOAT16_VECTOR(103),

	/** A vector of which only the entries that are not zero are kept. */
	SPARSE_FLOAT_VECTOR(104),

	/** A dense vector of 8 bit integers. */
	INT8_VECTOR(105),

	/** A list of vectors, within an array of structs. */
	ARRAY_OF_VECTOR(106),

	/** A list of structs, each of the same fields. */
	ARRAY_OF_STRUCT(200);

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
	 * Tells whether fields of this type hold one vector per row, which an index is made
	 * of and a search looks at.
	 * @return {@code true} for vectors
	 */
	public boolean isVector() {
		return this.number >= BINARY_VECTOR.number && this.number <= INT8_VECTOR.number;
	}

	/**
	 * Tells whether vectors of this type have a dimension.
	 * @return {@code true} for vectors that are not sparse
	 */
	public boolean isDense() {
		return isVector() && this != SPARSE_FLOAT_VECTOR;
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
