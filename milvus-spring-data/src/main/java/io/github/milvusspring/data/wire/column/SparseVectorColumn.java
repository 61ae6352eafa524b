package io.github.milvusspring.data.wire.column;

import java.io.IOException;

import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.SparseVector;
import org.jspecify.annotations.Nullable;

/**
 * A column of sparse vectors.
 */
public final class SparseVectorColumn extends VectorColumn {

	private static final int ENTRY = 8;

	private final @Nullable SparseVector[] values;

	/**
	 * Creates a column.
	 * @param name the field's name
	 * @param values a vector for each row, ignored where the row is null
	 * @param valid which rows have a value, {@code null} when all have
	 */
	public SparseVectorColumn(String name, @Nullable SparseVector[] values, boolean @Nullable [] valid) {
		super(name, FieldType.SPARSE_FLOAT_VECTOR, values.length, valid);
		this.values = values;
	}

	/**
	 * Returns the vector of a row.
	 * @param row the row, from 0
	 * @return the vector, {@code null} when the row is null
	 */
	public @Nullable SparseVector get(int row) {
		return isNull(row) ? null : this.values[row];
	}

	@Override
	Object box(int row) {
		return vector(row);
	}

	private SparseVector vector(int row) {
		SparseVector vector = this.values[row];
		return (vector != null) ? vector : SparseVector.EMPTY;
	}

	@Override
	public Column select(int[] selected) {
		@Nullable SparseVector[] result = new @Nullable SparseVector[selected.length];
		for (int i = 0; i < selected.length; i++) {
			result[i] = this.values[selected[i]];
		}
		return new SparseVectorColumn(name(), result, selectValid(selected));
	}

	// Returns the number of entries of the longest vector, as the SDK does. Servers
	// determine the dimension themselves.
	private int dimension() {
		int dimension = 0;
		for (int row = 0; row < this.values.length; row++) {
			dimension = isNull(row) ? dimension : Math.max(dimension, vector(row).size());
		}
		return dimension;
	}

	private static int dimensionSize(int dimension) {
		return (dimension > 0) ? 1 + ProtoWriter.varintSize(dimension) : 0;
	}

	private int arraySize(int dimension) {
		int size = dimensionSize(dimension);
		for (int row = 0; row < this.values.length; row++) {
			size += isNull(row) ? 0 : ProtoWriter.messageSize(ENTRY * vector(row).size());
		}
		return size;
	}

	@Override
	int bodySize() {
		int dimension = dimension();
		return dimensionSize(dimension) + ProtoWriter.messageSize(arraySize(dimension));
	}

	@Override
	void writeBody(ProtoWriter out) throws IOException {
		int dimension = dimension();
		if (dimension > 0) {
			out.varintField(1, dimension);
		}
		out.header(6, arraySize(dimension));
		for (int row = 0; row < this.values.length; row++) {
			if (!isNull(row)) {
				write(out, vector(row));
			}
		}
		if (dimension > 0) {
			out.varintField(2, dimension);
		}
	}

	private static void write(ProtoWriter out, SparseVector vector) throws IOException {
		out.header(1, ENTRY * vector.size());
		for (int i = 0; i < vector.size(); i++) {
			out.fixed32((int) vector.index(i));
			out.fixed32(Float.floatToRawIntBits(vector.value(i)));
		}
	}

}
