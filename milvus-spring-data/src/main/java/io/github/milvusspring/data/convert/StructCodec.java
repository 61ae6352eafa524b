package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.wire.column.ArrayColumn;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import io.github.milvusspring.data.wire.column.StructArrayColumn;
import io.github.milvusspring.data.wire.column.VectorArrayColumn;
import io.github.milvusspring.data.wire.column.VectorColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;

/**
 * Encodes lists of structs; each sub-field has a separate codec.
 */
final class StructCodec extends FieldCodec {

	private final List<FieldCodec> codecs;

	StructCodec(FieldSchema field, MethodHandle getter, List<FieldCodec> codecs) {
		super(field, getter);
		this.codecs = codecs;
	}

	@Override
	Column encode(List<?> rows) {
		@Nullable Object[] objects = objects(rows);
		valid(objects);
		List<List<?>> structs = new ArrayList<>(objects.length);
		for (int i = 0; i < objects.length; i++) {
			structs.add(list(i, Objects.requireNonNull(objects[i])));
		}
		List<Column> fields = new ArrayList<>(this.codecs.size());
		for (FieldCodec codec : this.codecs) {
			fields.add(column(codec, structs));
		}
		return new StructArrayColumn(field().name(), structs.size(), fields);
	}

	private List<?> list(int row, Object value) {
		if (!(value instanceof Collection<?> collection)) {
			throw wrongType(row, value);
		}
		if (collection.size() > field().maxCapacity()) {
			throw problem(row, "has " + collection.size() + " structs, and " + field().describeType() + " holds "
					+ field().maxCapacity());
		}
		List<?> list = new ArrayList<>(collection);
		if (list.contains(null)) {
			throw problem(row, "has a struct that is null");
		}
		return list;
	}

	private Column column(FieldCodec codec, List<List<?>> structs) {
		FieldSchema field = codec.field();
		if (field.type().isVector()) {
			VectorColumn[] vectors = new VectorColumn[structs.size()];
			for (int row = 0; row < vectors.length; row++) {
				vectors[row] = (VectorColumn) encode(codec, row, structs.get(row));
			}
			return new VectorArrayColumn(field.name(), field.type(), field.dimension(), vectors);
		}
		@Nullable ScalarColumn[] values = new @Nullable ScalarColumn[structs.size()];
		for (int row = 0; row < values.length; row++) {
			values[row] = (ScalarColumn) encode(codec, row, structs.get(row));
		}
		return new ArrayColumn(field.name(), field.type(), values, null);
	}

	private Column encode(FieldCodec codec, int row, List<?> structs) {
		try {
			return codec.encode(structs);
		}
		catch (DataIntegrityViolationException ex) {
			throw within(row, ex);
		}
	}

}
