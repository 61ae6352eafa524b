package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.List;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.wire.column.IntColumn;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import org.jspecify.annotations.Nullable;

/**
 * Encodes integers of 8, 16 or 32 bits.
 */
final class IntCodec extends FieldCodec {

	private final int min;

	private final int max;

	IntCodec(FieldSchema field, MethodHandle getter) {
		super(field, getter);
		this.max = switch (field.type()) {
			case INT8 -> Byte.MAX_VALUE;
			case INT16 -> Short.MAX_VALUE;
			default -> Integer.MAX_VALUE;
		};
		this.min = -this.max - 1;
	}

	@Override
	ScalarColumn encode(List<?> rows) {
		int[] values = new int[rows.size()];
		if (primitive()) {
			try {
				for (int i = 0; i < values.length; i++) {
					values[i] = (int) getter().invokeExact((Object) rows.get(i));
				}
			}
			catch (Throwable ex) {
				throw failure(ex);
			}
			return new IntColumn(field().name(), field().type(), values, allValid(values.length));
		}
		@Nullable Object[] objects = objects(rows);
		boolean @Nullable [] valid = valid(objects);
		for (int i = 0; i < values.length; i++) {
			Object object = objects[i];
			values[i] = (object != null) ? (int) integer(i, object, this.min, this.max) : 0;
		}
		return new IntColumn(field().name(), field().type(), values, valid);
	}

}
