package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.List;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.wire.column.DoubleColumn;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import org.jspecify.annotations.Nullable;

/**
 * Encodes floating point numbers of 64 bits.
 */
final class DoubleCodec extends FieldCodec {

	DoubleCodec(FieldSchema field, MethodHandle getter) {
		super(field, getter);
	}

	@Override
	ScalarColumn encode(List<?> rows) {
		double[] values = new double[rows.size()];
		if (primitive()) {
			try {
				for (int i = 0; i < values.length; i++) {
					values[i] = (double) getter().invokeExact((Object) rows.get(i));
				}
			}
			catch (Throwable ex) {
				throw failure(ex);
			}
			return new DoubleColumn(field().name(), values, allValid(values.length));
		}
		@Nullable Object[] objects = objects(rows);
		boolean @Nullable [] valid = valid(objects);
		for (int i = 0; i < values.length; i++) {
			Object object = objects[i];
			if (object != null) {
				if (!(object instanceof Number number)) {
					throw wrongType(i, object);
				}
				values[i] = number.doubleValue();
			}
		}
		return new DoubleColumn(field().name(), values, valid);
	}

}
