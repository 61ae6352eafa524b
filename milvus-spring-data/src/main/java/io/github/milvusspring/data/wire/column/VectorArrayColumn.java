package io.github.milvusspring.data.wire.column;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.model.FieldType;

/**
 * A column of lists of vectors. Milvus stores the vector field of an array of structs in
 * this form.
 */
public final class VectorArrayColumn extends VectorColumn {

	private final FieldType elementType;

	private final int dimension;

	private final VectorColumn[] values;

	/**
	 * Creates a column.
	 * @param name the field's name
	 * @param elementType the type of the vectors
	 * @param dimension the number of entries of every vector
	 * @param values the vectors of each row
	 */
	public VectorArrayColumn(String name, FieldType elementType, int dimension, VectorColumn[] values) {
		super(name, FieldType.ARRAY_OF_VECTOR, values.length, null);
		this.elementType = elementType;
		this.dimension = dimension;
		this.values = values;
	}

	/**
	 * Returns the type of the vectors.
	 * @return the type
	 */
	public FieldType elementType() {
		return this.elementType;
	}

	/**
	 * Returns the vectors of a row.
	 * @param row the row, from 0
	 * @return a column of the vectors
	 */
	public VectorColumn elements(int row) {
		return this.values[row];
	}

	@Override
	Object box(int row) {
		VectorColumn vectors = this.values[row];
		List<Object> list = new ArrayList<>(vectors.rows());
		for (int i = 0; i < vectors.rows(); i++) {
			list.add(vectors.box(i));
		}
		return list;
	}

	@Override
	public Column select(int[] selected) {
		VectorColumn[] result = new VectorColumn[selected.length];
		for (int i = 0; i < selected.length; i++) {
			result[i] = this.values[selected[i]];
		}
		return new VectorArrayColumn(name(), this.elementType, this.dimension, result);
	}

	private int dimensionSize() {
		return (this.dimension > 0) ? 1 + ProtoWriter.varintSize(this.dimension) : 0;
	}

	private int arraySize() {
		int size = dimensionSize() + 1 + ProtoWriter.varintSize(this.elementType.number());
		for (VectorColumn vectors : this.values) {
			size += ProtoWriter.messageSize(vectors.bodySize());
		}
		return size;
	}

	@Override
	int bodySize() {
		return dimensionSize() + ProtoWriter.messageSize(arraySize());
	}

	@Override
	void writeBody(ProtoWriter out) throws IOException {
		writeDimension(out);
		out.header(8, arraySize());
		writeDimension(out);
		for (VectorColumn vectors : this.values) {
			out.header(2, vectors.bodySize());
			vectors.writeBody(out);
		}
		out.varintField(3, this.elementType.number());
	}

	private void writeDimension(ProtoWriter out) throws IOException {
		if (this.dimension > 0) {
			out.varintField(1, this.dimension);
		}
	}

}
