package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.List;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.FloatVectorColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Vector;

/**
 * Encodes dense vectors of 32 bit floats; a {@code float[]} is used without a copy.
 */
final class FloatVectorCodec extends FieldCodec {

	FloatVectorCodec(FieldSchema field, MethodHandle getter) {
		super(field, getter);
	}

	@Override
	Column encode(List<?> rows) {
		@Nullable Object[] objects = objects(rows);
		boolean @Nullable [] valid = valid(objects);
		float[] @Nullable [] values = new float[objects.length] @Nullable [];
		for (int i = 0; i < objects.length; i++) {
			Object object = objects[i];
			if (object != null) {
				float[] vector = floats(this, i, object);
				String problem = FloatVectorChecks.problemOf(vector, field().dimension());
				if (problem != null) {
					throw problem(i, problem);
				}
				values[i] = vector;
			}
		}
		return new FloatVectorColumn(field().name(), field().dimension(), values, valid);
	}

	static float[] floats(FieldCodec codec, int row, Object value) {
		if (value instanceof float[] vector) {
			return vector;
		}
		if (value instanceof Vector vector) {
			return vector.toFloatArray();
		}
		if (value instanceof double[] doubles) {
			return Vector.of(doubles).toFloatArray();
		}
		if (value instanceof List<?> list) {
			float[] vector = new float[list.size()];
			for (int i = 0; i < vector.length; i++) {
				Object element = list.get(i);
				if (!(element instanceof Number number)) {
					throw codec.problem(row, "is a vector, and its element " + i + " is " + element + ", not a number");
				}
				vector[i] = number.floatValue();
			}
			return vector;
		}
		throw codec.wrongType(row, value);
	}

}
