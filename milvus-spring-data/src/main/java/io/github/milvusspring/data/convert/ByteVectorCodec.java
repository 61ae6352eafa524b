package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import java.util.List;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.wire.column.ByteVectorColumn;
import io.github.milvusspring.data.wire.column.Column;
import org.jspecify.annotations.Nullable;

/**
 * Encodes dense vectors of bits or of 8 bit integers; a {@code byte[]} is used without a
 * copy.
 */
final class ByteVectorCodec extends FieldCodec {

	ByteVectorCodec(FieldSchema field, MethodHandle getter) {
		super(field, getter);
	}

	@Override
	Column encode(List<?> rows) {
		@Nullable Object[] objects = objects(rows);
		boolean @Nullable [] valid = valid(objects);
		byte[] @Nullable [] values = new byte[objects.length] @Nullable [];
		int length = field().type().bytes(field().dimension());
		for (int i = 0; i < objects.length; i++) {
			Object object = objects[i];
			values[i] = (object != null) ? bytes(i, object, length) : null;
		}
		return new ByteVectorColumn(field().name(), field().type(), field().dimension(), values, valid);
	}

	private byte[] bytes(int row, Object value, int length) {
		byte[] bytes;
		if (value instanceof byte[] array) {
			bytes = array;
		}
		else if (value instanceof BitSet bits && field().type() == FieldType.BINARY_VECTOR) {
			bytes = ByteVectorColumn.ofBits(bits, field().dimension());
		}
		else {
			throw wrongType(row, value);
		}
		if (bytes.length != length) {
			throw problem(row,
					"is a vector of " + bytes.length + " bytes, where " + field().describeType() + " has " + length);
		}
		return bytes;
	}

}
