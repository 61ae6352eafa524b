package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.List;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import io.github.milvusspring.data.wire.column.StringColumn;
import io.github.milvusspring.data.wire.column.Utf8Length;
import org.jspecify.annotations.Nullable;

/**
 * Encodes texts, and values of other types that are sent as text.
 */
final class TextCodec extends FieldCodec {

	TextCodec(FieldSchema field, MethodHandle getter) {
		super(field, getter);
	}

	@Override
	ScalarColumn encode(List<?> rows) {
		@Nullable Object[] objects = objects(rows);
		boolean @Nullable [] valid = valid(objects);
		@Nullable String[] values = new @Nullable String[objects.length];
		for (int i = 0; i < values.length; i++) {
			Object object = objects[i];
			values[i] = (object != null) ? text(i, object) : null;
		}
		return new StringColumn(field().name(), field().type(), values, valid);
	}

	private String text(int row, Object value) {
		String text;
		if (value instanceof String string) {
			text = string;
		}
		else if (value instanceof Enum<?> constant) {
			text = constant.name();
		}
		else {
			throw wrongType(row, value);
		}
		int size;
		try {
			size = Utf8Length.size(text);
		}
		catch (IllegalArgumentException ex) {
			throw problem(row, "cannot be written: " + ex.getMessage());
		}
		boolean limited = field().maxLength() > 0;
		if (limited && size > field().maxLength()) {
			throw problem(row, "is too long: " + size + " bytes of UTF-8, and " + field().describeType() + " holds "
					+ field().maxLength());
		}
		return text;
	}

}
