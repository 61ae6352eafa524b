package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.List;

import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.wire.JsonColumn;
import io.github.milvusspring.data.wire.ScalarColumn;
import org.jspecify.annotations.Nullable;

/**
 * Nested objects, as JSON.
 */
final class JsonCodec extends FieldCodec {

	private final MilvusJson json;

	JsonCodec(FieldSchema field, MethodHandle getter, MilvusJson json) {
		super(field, getter);
		this.json = json;
	}

	@Override
	ScalarColumn encode(List<?> rows) {
		@Nullable Object[] objects = objects(rows);
		boolean @Nullable [] valid = valid(objects);
		byte[] @Nullable [] values = new byte[objects.length] @Nullable [];
		for (int i = 0; i < objects.length; i++) {
			Object object = objects[i];
			values[i] = (object != null) ? json(i, object) : null;
		}
		return new JsonColumn(field().name(), values, valid, false);
	}

	private byte[] json(int row, Object value) {
		try {
			return this.json.write(value);
		}
		catch (RuntimeException ex) {
			throw problem(row, "cannot be written as JSON: " + ex.getMessage());
		}
	}

}
