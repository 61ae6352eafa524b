package io.github.milvusspring.data.convert;

import java.util.List;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.Columns;
import io.github.milvusspring.data.wire.StructArrayColumn;
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
		Columns fields = structs.structs(row);
		return this.reader.read(structs.names(), fields.columns(), fields.rows());
	}

}
