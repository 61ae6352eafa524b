package io.github.milvusspring.data.wire.column;

import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.SparseVector;
import org.jspecify.annotations.Nullable;

/**
 * A column of vectors, or of lists of vectors.
 */
public abstract sealed class VectorColumn extends Column
		permits FloatVectorColumn, ByteVectorColumn, SparseVectorColumn, VectorArrayColumn {

	VectorColumn(String name, FieldType type, int rows, boolean @Nullable [] valid) {
		super(name, type, rows, valid);
	}

	static VectorColumn empty(FieldType type, int dimension) {
		return switch (type) {
			case FLOAT_VECTOR -> new FloatVectorColumn("", dimension, new float[0][], null);
			case SPARSE_FLOAT_VECTOR -> new SparseVectorColumn("", new SparseVector[0], null);
			default -> new ByteVectorColumn("", type, dimension, new byte[0][], null);
		};
	}

	@Override
	final int bodyField() {
		return 4;
	}

}
