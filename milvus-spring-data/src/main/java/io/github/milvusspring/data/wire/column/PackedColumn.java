package io.github.milvusspring.data.wire.column;

import java.io.IOException;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers or booleans, which protobuf encodes as one packed field.
 */
public abstract sealed class PackedColumn extends ScalarColumn
		permits BooleanColumn, IntColumn, LongColumn, FloatColumn, DoubleColumn {

	PackedColumn(String name, FieldType type, int rows, boolean @Nullable [] valid) {
		super(name, type, rows, valid);
	}

	abstract int payloadSize();

	abstract void writeValue(ProtoWriter out, int row) throws IOException;

	@Override
	final int computeArraySize() {
		int size = payloadSize();
		return (size == 0) ? 0 : ProtoWriter.messageSize(size);
	}

	@Override
	final void writeArray(ProtoWriter out) throws IOException {
		if (arraySize() == 0) {
			return;
		}
		out.header(1, payloadSize());
		for (int row = 0; row < rows(); row++) {
			if (!isNull(row)) {
				writeValue(out, row);
			}
		}
	}

}
