package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.List;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.wire.column.ByteVectorColumn;
import io.github.milvusspring.data.wire.column.Column;
import org.jspecify.annotations.Nullable;

/**
 * Encodes dense vectors of 16 bit floats.
 */
final class HalfVectorCodec extends FieldCodec {

	HalfVectorCodec(FieldSchema field, MethodHandle getter) {
		super(field, getter);
	}

	@Override
	Column encode(List<?> rows) {
		@Nullable Object[] objects = objects(rows);
		boolean @Nullable [] valid = valid(objects);
		byte[] @Nullable [] values = new byte[objects.length] @Nullable [];
		for (int i = 0; i < objects.length; i++) {
			Object object = objects[i];
			values[i] = (object != null) ? bytes(i, object) : null;
		}
		return new ByteVectorColumn(field().name(), field().type(), field().dimension(), values, valid);
	}

	private byte[] bytes(int row, Object value) {
		float[] vector = FloatVectorCodec.floats(this, row, value);
		String problem = FloatVectorChecks.problemOf(vector, field().dimension());
		if (problem != null) {
			throw problem(row, problem);
		}
		try {
			return HalfFloats.pack(field().type(), vector);
		}
		catch (IllegalArgumentException ex) {
			throw problem(row, "cannot be written: " + ex.getMessage());
		}
	}

}
