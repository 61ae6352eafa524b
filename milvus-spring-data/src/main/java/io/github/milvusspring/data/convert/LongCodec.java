package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.List;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import org.jspecify.annotations.Nullable;

/**
 * Encodes integers of 64 bits.
 */
final class LongCodec extends FieldCodec {

	LongCodec(FieldSchema field, MethodHandle getter) {
		super(field, getter);
	}

	@Override
	ScalarColumn encode(List<?> rows) {
		long[] values = new long[rows.size()];
		if (primitive()) {
			try {
				for (int i = 0; i < values.length; i++) {
					values[i] = (long) getter().invokeExact((Object) rows.get(i));
				}
			}
			catch (Throwable ex) {
				throw failure(ex);
			}
			return new LongColumn(field().name(), values, allValid(values.length));
		}
		@Nullable Object[] objects = objects(rows);
		boolean @Nullable [] valid = valid(objects);
		for (int i = 0; i < values.length; i++) {
			Object object = objects[i];
			values[i] = (object != null) ? integer(i, object, Long.MIN_VALUE, Long.MAX_VALUE) : 0;
		}
		return new LongColumn(field().name(), values, valid);
	}

}
