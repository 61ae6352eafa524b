package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.wire.column.ArrayColumn;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.util.ObjectUtils;

/**
 * Encodes lists of scalars as the column of an array field.
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
			ScalarColumn primitives = (object != null) ? PrimitiveArrays.column(this.elementType, object) : null;
			values[i] = (object == null) ? null
					: (primitives != null) ? checked(i, primitives) : array(i, list(i, object));
		}
		return new ArrayColumn(field().name(), this.elementType, values, valid);
	}

	private List<?> list(int row, Object value) {
		if (value instanceof List<?> list) {
			return list;
		}
		if (value instanceof Collection<?> collection) {
			return new ArrayList<>(collection);
		}
		if (value.getClass().isArray()) {
			return Arrays.asList(ObjectUtils.toObjectArray(value));
		}
		throw wrongType(row, value);
	}

	private ScalarColumn array(int row, List<?> list) {
		checkSize(row, list.size());
		try {
			return (ScalarColumn) this.elements.encode(list);
		}
		catch (DataIntegrityViolationException ex) {
			throw within(row, ex);
		}
	}

	private ScalarColumn checked(int row, ScalarColumn elements) {
		checkSize(row, elements.rows());
		return elements;
	}

	private void checkSize(int row, int size) {
		if (size > field().maxCapacity()) {
			throw problem(row,
					"has " + size + " elements, and " + field().describeType() + " holds " + field().maxCapacity());
		}
	}

}
