package io.github.milvusspring.data.convert;

import java.util.List;

import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.StructArrayColumn;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of structs.
 */
final class StructReader {

	private final EntityReader<?> reader;

	StructReader(MilvusPersistentEntity<?> struct, MilvusJson json) {
		this.reader = new EntityReader<>(struct, json);
	}

	@Nullable List<?> read(@Nullable Column column, int row) {
		if (column == null) {
			return null;
		}
		StructArrayColumn structs = (StructArrayColumn) column;
		ColumnSet fields = structs.structs(row);
		return this.reader.read(structs.names(), fields.columns(), fields.rows());
	}

}
