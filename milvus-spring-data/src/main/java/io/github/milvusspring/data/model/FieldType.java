package io.github.milvusspring.data.model;

import org.jspecify.annotations.Nullable;

/**
 * The type of a Milvus field.
 */
public enum FieldType {

	/** A boolean. */
	BOOL(1, 1, "2.0", true),

	/** An 8-bit integer. */
	INT8(2, 2, "2.0", true),

	/** A 16-bit integer. */
	INT16(3, 2, "2.0", true),

	/** A 32-bit integer. */
	INT32(4, 2, "2.0", true),

	/** A 64-bit integer. */
	INT64(5, 3, "2.0", true),

	/** A 32-bit floating point number. */
	FLOAT(10, 4, "2.0", true),

	/** A 64-bit floating point number. */
	DOUBLE(11, 5, "2.0", true),

	/** A text with a maximum length. */
	VARCHAR(21, 6, "2.1", true),

	/** A list of scalars of one type. */
	ARRAY(22, 8, "2.3", true),

	/** A JSON document. */
	JSON(23, 9, "2.2.9", true),

	/** A shape in the plane, written as well-known text (WKT). */
	GEOMETRY(24, 12, "2.6", true),

	/** A text of any length. */
	TEXT(25, 6, "3.0", false),

	/** A point in time with microsecond precision. */
	TIMESTAMPTZ(26, 6, "2.6", true),

	/** A dense vector of bits. */
	BINARY_VECTOR(100, 3, "2.0", false, 1),

	/** A dense vector of 32-bit floats. */
	FLOAT_VECTOR(101, 2, "2.0", true),

	/** A dense vector of 16-bit floats (IEEE 754 half precision). */
	FLOAT16_VECTOR(102, 4, "2.4", false, 16),

	/** A dense vector of {@code bfloat16} values: the upper 16 bits of 32-bit floats. */
	BFLOAT16_VECTOR(103, 5, "2.4", false, 16),

	/** A sparse vector, of which only the non-zero entries are stored. */
	SPARSE_FLOAT_VECTOR(104, 6, "2.4", true),

	/** A dense vector of 8-bit integers. */
	INT8_VECTOR(105, 7, "2.6", false, 8),

	/** A list of vectors: the type of a vector field inside an array of structs. */
	ARRAY_OF_VECTOR(106, 8, "2.6", false),

	/** A list of structs that all have the same fields. */
	ARRAY_OF_STRUCT(200, 0, "2.6", false);

	private final int number;

	private final int slot;

	private final String since;

	private final boolean onLite;

	private final int bitsPerEntry;

	FieldType(int number, int slot, String since, boolean onLite) {
		this(number, slot, since, onLite, 0);
	}

	FieldType(int number, int slot, String since, boolean onLite, int bitsPerEntry) {
		this.number = number;
		this.slot = slot;
		this.since = since;
		this.onLite = onLite;
		this.bitsPerEntry = bitsPerEntry;
	}

	/**
	 * Returns the number of this type in the Milvus protocol.
	 * @return the value of {@code DataType}
	 */
	public int number() {
		return this.number;
	}

	/**
	 * Returns the number of the field that carries the values of this type in the
	 * messages {@code ScalarField} and {@code VectorField} of the protocol.
	 * @return the number, 0 for an array of structs, whose fields carry the values
	 */
	public int slot() {
		return this.slot;
	}

	/**
	 * Returns the first version of Milvus that supports this type.
	 * @return for example {@code 2.4}
	 */
	public String since() {
		return this.since;
	}

	/**
	 * Tells whether Milvus Lite supports this type.
	 * @return {@code false} where only a complete server does
	 */
	public boolean isOnLite() {
		return this.onLite;
	}

	/**
	 * Returns the length of a vector that is sent as bytes.
	 * @param dimension the number of entries
	 * @return the number of bytes
	 * @throws IllegalStateException when vectors of this type are not sent as bytes
	 */
	public int bytes(int dimension) {
		if (this.bitsPerEntry == 0) {
			throw new IllegalStateException(this + " is not sent as bytes");
		}
		return this.bitsPerEntry * dimension / Byte.SIZE;
	}

	/**
	 * Tells whether fields of this type hold one vector per row, which can be indexed and
	 * searched.
	 * @return {@code true} for vectors
	 */
	public boolean isVector() {
		return this.number >= BINARY_VECTOR.number && this.number <= INT8_VECTOR.number;
	}

	/**
	 * Tells whether this is a dense vector type, which has a fixed dimension.
	 * @return {@code true} for the vector types except the sparse one
	 */
	public boolean isDense() {
		return isVector() && this != SPARSE_FLOAT_VECTOR;
	}

	/**
	 * Tells whether the values are texts that filters match and analyzers split.
	 * @return {@code true} for {@link #VARCHAR} and {@link #TEXT}
	 */
	public boolean isText() {
		return this == VARCHAR || this == TEXT;
	}

	/**
	 * Tells whether a vector of this type is a {@code byte[]} in Java.
	 * @return {@code true} for vectors of bits and of 8-bit integers
	 */
	public boolean isByteVector() {
		return this.bitsPerEntry > 0 && this.bitsPerEntry <= Byte.SIZE;
	}

	/**
	 * Tells whether this is one of the integer types.
	 * @return {@code true} for the types of 8 to 64 bits
	 */
	public boolean isInteger() {
		return this.number >= INT8.number && this.number <= INT64.number;
	}

	/**
	 * Finds the type by its number in the Milvus protocol.
	 * @param number the value of {@code DataType}
	 * @return the type, {@code null} when this library does not know the number
	 */
	public static @Nullable FieldType ofNumber(int number) {
		for (FieldType type : values()) {
			if (type.number == number) {
				return type;
			}
		}
		return null;
	}

	/**
	 * Returns the vector type that is sent as bytes in a field of the message
	 * {@code VectorField}.
	 * @param slot the number of the field
	 * @return the type, {@code null} when no such type has this number
	 */
	public static @Nullable FieldType ofBytes(int slot) {
		for (FieldType type : values()) {
			if (type.bitsPerEntry > 0 && type.slot == slot) {
				return type;
			}
		}
		return null;
	}

}
