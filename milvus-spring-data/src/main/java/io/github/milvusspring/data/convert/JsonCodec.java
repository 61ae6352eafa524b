package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.milvusspring.data.convert.json.JsonFormat;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.wire.column.JsonColumn;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import io.github.milvusspring.data.wire.column.Utf8Length;
import org.jspecify.annotations.Nullable;

/**
 * Encodes nested objects as JSON, and texts that already are JSON documents.
 */
final class JsonCodec extends FieldCodec {

	private final JsonFormat format;

	private final boolean documents;

	/**
	 * Creates a codec.
	 * @param field the field
	 * @param getter a handle that gets the value of a row
	 * @param format writes JSON
	 * @param documents whether a text already is a JSON document, rather than a text to
	 * write as JSON
	 */
	JsonCodec(FieldSchema field, MethodHandle getter, JsonFormat format, boolean documents) {
		super(field, getter);
		this.format = format;
		this.documents = documents;
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
			if (this.documents && value instanceof String text) {
				Utf8Length.size(text);
				return this.format.check(text.getBytes(StandardCharsets.UTF_8));
			}
			return this.format.write(value);
		}
		catch (RuntimeException ex) {
			throw problem(row, "cannot be written as JSON: " + ex.getMessage());
		}
	}

}
