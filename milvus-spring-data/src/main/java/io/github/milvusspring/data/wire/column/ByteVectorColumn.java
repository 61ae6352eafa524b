package io.github.milvusspring.data.wire.column;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of dense vectors that are sent as bytes: bits, 8 bit integers, or 16 bit
 * floats in little-endian order. The arrays are not copied.
 */
public final class ByteVectorColumn extends VectorColumn {

	private final int dimension;

	private final byte[] @Nullable [] values;

	/**
	 * Creates a column.
	 * @param name the field's name
	 * @param type {@code BINARY_VECTOR}, {@code INT8_VECTOR}, {@code FLOAT16_VECTOR} or
	 * {@code BFLOAT16_VECTOR}
	 * @param dimension the number of entries of every vector
	 * @param values the bytes of the vector of each row, ignored where the row is null
	 * @param valid which rows have a value, {@code null} when all have
	 */
	public ByteVectorColumn(String name, FieldType type, int dimension, byte[] @Nullable [] values,
			boolean @Nullable [] valid) {
		super(name, type, values.length, valid);
		this.dimension = dimension;
		this.values = values;
	}

	/**
	 * Returns the bytes of a binary vector.
	 * @param bits the bits that are set
	 * @param dimension the number of bits
	 * @return the bytes of that dimension, or more bytes when a bit lies beyond the
	 * dimension
	 */
	public static byte[] ofBits(BitSet bits, int dimension) {
		byte[] set = bits.toByteArray();
		return Arrays.copyOf(set, Math.max(set.length, FieldType.BINARY_VECTOR.bytes(dimension)));
	}

	/**
	 * Returns the vector of a row.
	 * @param row the row, from 0
	 * @return the array itself, not a copy; {@code null} when the row is null
	 */
	public byte @Nullable [] get(int row) {
		return isNull(row) ? null : this.values[row];
	}

	@Override
	Object box(int row) {
		return vector(row);
	}

	private byte[] vector(int row) {
		byte[] vector = this.values[row];
		return (vector != null) ? vector : new byte[type().bytes(this.dimension)];
	}

	@Override
	public Column select(int[] selected) {
		byte[] @Nullable [] result = new byte[selected.length] @Nullable [];
		for (int i = 0; i < selected.length; i++) {
			result[i] = this.values[selected[i]];
		}
		return new ByteVectorColumn(name(), type(), this.dimension, result, selectValid(selected));
	}

	private int payloadSize() {
		return type().bytes(this.dimension) * present();
	}

	@Override
	int bodySize() {
		return 1 + ProtoWriter.varintSize(this.dimension) + ProtoWriter.messageSize(payloadSize());
	}

	@Override
	void writeBody(ProtoWriter out) throws IOException {
		out.varintField(1, this.dimension);
		out.header(type().slot(), payloadSize());
		for (int row = 0; row < this.values.length; row++) {
			if (!isNull(row)) {
				out.raw(vector(row));
			}
		}
	}

}
