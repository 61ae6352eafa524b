package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.List;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.wire.column.FloatColumn;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import org.jspecify.annotations.Nullable;

/**
 * Encodes floating point numbers of 32 bits.
 */
final class FloatCodec extends FieldCodec {

	FloatCodec(FieldSchema field, MethodHandle getter) {
		super(field, getter);
	}

	@Override
	ScalarColumn encode(List<?> rows) {
		float[] values = new float[rows.size()];
		if (primitive()) {
			try {
				for (int i = 0; i < values.length; i++) {
					values[i] = (float) getter().invokeExact((Object) rows.get(i));
				}
			}
			catch (Throwable ex) {
				throw failure(ex);
			}
			return new FloatColumn(field().name(), values, allValid(values.length));
		}
		@Nullable Object[] objects = objects(rows);
		boolean @Nullable [] valid = valid(objects);
		for (int i = 0; i < values.length; i++) {
			Object object = objects[i];
			if (object != null) {
				if (!(object instanceof Number number)) {
					throw wrongType(i, object);
				}
				values[i] = number.floatValue();
				if (Float.isInfinite(values[i]) && !Double.isInfinite(number.doubleValue())) {
					throw problem(i, "is of type FLOAT and cannot hold " + number + ": it is out of range");
				}
			}
		}
		return new FloatColumn(field().name(), values, valid);
	}

}
