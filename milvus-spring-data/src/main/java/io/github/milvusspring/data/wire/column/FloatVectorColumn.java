package io.github.milvusspring.data.wire.column;

import java.io.IOException;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of dense vectors of 32 bit floats. The arrays are not copied.
 */
public final class FloatVectorColumn extends VectorColumn {

	private final int dimension;

	private final float[] @Nullable [] values;

	/**
	 * Creates a column.
	 * @param name the field's name
	 * @param dimension the length of every vector
	 * @param values a vector for each row, ignored where the row is null
	 * @param valid which rows have a value, {@code null} when all have
	 */
	public FloatVectorColumn(String name, int dimension, float[] @Nullable [] values, boolean @Nullable [] valid) {
		super(name, FieldType.FLOAT_VECTOR, values.length, valid);
		this.dimension = dimension;
		this.values = values;
	}

	/**
	 * Returns the vector of a row.
	 * @param row the row, from 0
	 * @return the array itself, not a copy; {@code null} when the row is null
	 */
	public float @Nullable [] get(int row) {
		return isNull(row) ? null : this.values[row];
	}

	@Override
	Object box(int row) {
		return vector(row);
	}

	private float[] vector(int row) {
		float[] vector = this.values[row];
		return (vector != null) ? vector : new float[this.dimension];
	}

	@Override
	public Column select(int[] selected) {
		float[] @Nullable [] result = new float[selected.length] @Nullable [];
		for (int i = 0; i < selected.length; i++) {
			result[i] = this.values[selected[i]];
		}
		return new FloatVectorColumn(name(), this.dimension, result, selectValid(selected));
	}

	private int payloadSize() {
		return 4 * this.dimension * present();
	}

	@Override
	int bodySize() {
		return 1 + ProtoWriter.varintSize(this.dimension)
				+ ProtoWriter.messageSize(ProtoWriter.messageSize(payloadSize()));
	}

	@Override
	void writeBody(ProtoWriter out) throws IOException {
		out.varintField(1, this.dimension);
		out.header(2, ProtoWriter.messageSize(payloadSize()));
		out.header(1, payloadSize());
		for (int row = 0; row < this.values.length; row++) {
			if (!isNull(row)) {
				out.floats(vector(row));
			}
		}
	}

}
