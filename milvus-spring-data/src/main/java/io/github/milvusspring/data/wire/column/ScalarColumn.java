package io.github.milvusspring.data.wire.column;

import java.io.IOException;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of scalars, arrays or JSON documents.
 */
public abstract sealed class ScalarColumn extends Column permits PackedColumn, StringColumn, JsonColumn, ArrayColumn {

	private int arraySize = -1;

	ScalarColumn(String name, FieldType type, int rows, boolean @Nullable [] valid) {
		super(name, type, rows, valid);
	}

	/**
	 * Returns the number of the field of the protocol's {@code ScalarField} message that
	 * holds the values.
	 */
	final int slot() {
		return type().slot();
	}

	abstract int computeArraySize();

	abstract void writeArray(ProtoWriter out) throws IOException;

	final int arraySize() {
		if (this.arraySize < 0) {
			this.arraySize = computeArraySize();
		}
		return this.arraySize;
	}

	@Override
	final int bodyField() {
		return 3;
	}

	@Override
	final int bodySize() {
		return ProtoWriter.messageSize(arraySize());
	}

	@Override
	final void writeBody(ProtoWriter out) throws IOException {
		out.header(slot(), arraySize());
		writeArray(out);
	}

}
