package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.FieldType;
import io.github.milvusspring.data.wire.ArrayColumn;
import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.ScalarColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.util.ObjectUtils;

/**
 * Lists of scalars.
 */
final class ArrayCodec extends FieldCodec {

	private final FieldType elementType;

	private final FieldCodec elements;

	ArrayCodec(FieldSchema field, FieldType elementType, MethodHandle getter, FieldCodec elements) {
		super(field, getter);
		this.elementType = elementType;
		this.elements = elements;
	}

	@Override
	Column encode(List<?> rows) {
		@Nullable Object[] objects = objects(rows);
		boolean @Nullable [] valid = valid(objects);
		@Nullable ScalarColumn[] values = new @Nullable ScalarColumn[objects.length];
		for (int i = 0; i < values.length; i++) {
			Object object = objects[i];
			values[i] = (object != null) ? array(i, list(i, object)) : null;
		}
		return new ArrayColumn(field().name(), this.elementType, values, valid);
	}

	private List<?> list(int row, Object value) {
		if (value instanceof List<?> list) {
			return list;
		}
		if (value instanceof Collection<?> collection) {
			return List.copyOf(collection);
		}
		if (value.getClass().isArray()) {
			return Arrays.asList(ObjectUtils.toObjectArray(value));
		}
		throw wrongType(row, value);
	}

	private ScalarColumn array(int row, List<?> list) {
		if (list.size() > field().maxCapacity()) {
			throw problem(row, "has " + list.size() + " elements, and " + field().describeType() + " holds "
					+ field().maxCapacity());
		}
		try {
			return (ScalarColumn) this.elements.encode(list);
		}
		catch (DataIntegrityViolationException ex) {
			throw problem(row,
					"cannot be written: " + String.valueOf(ex.getMessage()).replace(". " + NOTHING_WRITTEN, ""));
		}
	}

}
