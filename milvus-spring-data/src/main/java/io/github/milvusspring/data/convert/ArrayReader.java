package io.github.milvusspring.data.convert;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.milvusspring.data.mapping.type.ValueConversion;
import io.github.milvusspring.data.wire.column.ArrayColumn;
import io.github.milvusspring.data.wire.column.Column;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists, sets and arrays of scalars.
 */
final class ArrayReader {

	private final boolean set;

	private final boolean primitives;

	private final Object @Nullable [] prototype;

	private final @Nullable ValueConversion elements;

	ArrayReader(Class<?> type, @Nullable ValueConversion elements) {
		this.set = type == Set.class;
		this.primitives = type.isArray() && type.getComponentType().isPrimitive();
		this.prototype = (type.isArray() && !this.primitives) ? (Object[]) Array.newInstance(type.getComponentType(), 0)
				: null;
		this.elements = elements;
	}

	@Nullable Object read(@Nullable Column column, int row) {
		if (column == null || column.isNull(row)) {
			return null;
		}
		if (this.primitives) {
			return PrimitiveArrays.array(((ArrayColumn) column).elements(row));
		}
		List<Object> stored = ((ArrayColumn) column).get(row);
		if (stored == null) {
			return null;
		}
		Collection<Object> list = this.set ? new LinkedHashSet<>() : stored;
		if (this.elements != null) {
			list = this.set ? list : new ArrayList<>(stored.size());
			convert(stored, list, this.elements);
		}
		else if (this.set) {
			list.addAll(stored);
		}
		return (this.prototype != null) ? list.toArray(Arrays.copyOf(this.prototype, list.size())) : list;
	}

	@SuppressWarnings("NullAway") // an element is null only if a converter makes it so
	private static void convert(List<Object> stored, Collection<Object> list, ValueConversion conversion) {
		for (Object element : stored) {
			list.add(conversion.read(element));
		}
	}

}
