package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.convert.json.JsonFormat;
import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.JsonColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * The column of the dynamic fields, which the collection does not declare. It holds one
 * JSON document for each row.
 */
final class DynamicColumn {

	/** The name of the column. */
	static final String NAME = "$meta";

	/** The schema of the field, for filters that name one of its keys. */
	static final FieldSchema FIELD = FieldSchema.of(NAME, FieldType.JSON).build();

	private DynamicColumn() {
	}

	/** Returns the format in which dynamic fields are written and read. */
	static JsonFormat format(MilvusJson json) {
		return json.format(ResolvableType.forClassWithGenerics(Map.class, String.class, Object.class).getType());
	}

	static Column of(List<Map<String, Object>> rows, JsonFormat format) {
		byte[] @Nullable [] documents = new byte[rows.size()] @Nullable [];
		for (int i = 0; i < documents.length; i++) {
			Map<String, Object> fields = rows.get(i);
			if (fields.containsKey(NAME)) {
				throw new DataIntegrityViolationException("Row " + i + " has the dynamic field '" + NAME
						+ "', which is Milvus's own name for all of them: take another name. Nothing was written");
			}
			try {
				documents[i] = format.write(fields);
			}
			catch (RuntimeException ex) {
				throw new DataIntegrityViolationException("The dynamic fields " + fields.keySet() + " of row " + i
						+ " cannot be written as JSON: " + ex.getMessage() + ". Nothing was written", ex);
			}
		}
		return new JsonColumn(NAME, documents, null, true);
	}

	/**
	 * Returns a method handle that reads the dynamic fields of a row.
	 * @param json reads JSON
	 * @return a handle from {@code (Column, int)} to {@code Map}
	 */
	static MethodHandle reader(MilvusJson json) {
		JsonFormat format = format(json);
		try {
			MethodHandle read = MethodHandles.lookup()
				.findStatic(DynamicColumn.class, "read",
						MethodType.methodType(Map.class, JsonFormat.class, Column.class, int.class));
			return MethodHandles.insertArguments(read, 0, format);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> read(JsonFormat format, @Nullable Column column, int row) {
		byte[] document = (column instanceof JsonColumn documents) ? documents.get(row) : null;
		Object fields = (document != null && document.length > 0) ? format.read(document) : null;
		return (fields instanceof Map<?, ?> map) ? (Map<String, Object>) map : new LinkedHashMap<>();
	}

}
