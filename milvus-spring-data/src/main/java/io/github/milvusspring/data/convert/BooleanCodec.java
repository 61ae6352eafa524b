package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.List;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.wire.column.BooleanColumn;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import org.jspecify.annotations.Nullable;

/**
 * Encodes booleans.
 */
final class BooleanCodec extends FieldCodec {

	BooleanCodec(FieldSchema field, MethodHandle getter) {
		super(field, getter);
	}

	@Override
	ScalarColumn encode(List<?> rows) {
		boolean[] values = new boolean[rows.size()];
		if (primitive()) {
			try {
				for (int i = 0; i < values.length; i++) {
					values[i] = (boolean) getter().invokeExact((Object) rows.get(i));
				}
			}
			catch (Throwable ex) {
				throw failure(ex);
			}
			return new BooleanColumn(field().name(), values, allValid(values.length));
		}
		@Nullable Object[] objects = objects(rows);
		boolean @Nullable [] valid = valid(objects);
		for (int i = 0; i < values.length; i++) {
			Object object = objects[i];
			if (object != null) {
				if (!(object instanceof Boolean value)) {
					throw wrongType(i, object);
				}
				values[i] = value;
			}
		}
		return new BooleanColumn(field().name(), values, valid);
	}

}
