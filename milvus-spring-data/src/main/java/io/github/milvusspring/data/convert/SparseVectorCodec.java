package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.SparseVector;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.SparseVectorColumn;
import org.jspecify.annotations.Nullable;

/**
 * Encodes sparse vectors, given as such or as maps of their entries.
 */
final class SparseVectorCodec extends FieldCodec {

	SparseVectorCodec(FieldSchema field, MethodHandle getter) {
		super(field, getter);
	}

	@Override
	Column encode(List<?> rows) {
		@Nullable Object[] objects = objects(rows);
		boolean @Nullable [] valid = valid(objects);
		@Nullable SparseVector[] values = new @Nullable SparseVector[objects.length];
		for (int i = 0; i < objects.length; i++) {
			Object object = objects[i];
			values[i] = (object != null) ? vector(i, object) : null;
		}
		return new SparseVectorColumn(field().name(), values, valid);
	}

	@SuppressWarnings("unchecked")
	private SparseVector vector(int row, Object value) {
		if (value instanceof SparseVector vector) {
			return vector;
		}
		if (!(value instanceof Map<?, ?> map)) {
			throw wrongType(row, value);
		}
		try {
			return SparseVector.of((Map<? extends Number, ? extends Number>) map);
		}
		catch (IllegalArgumentException | ClassCastException | NullPointerException ex) {
			throw problem(row, "is no sparse vector: " + ex.getMessage());
		}
	}

}
