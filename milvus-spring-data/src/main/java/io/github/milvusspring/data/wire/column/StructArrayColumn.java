package io.github.milvusspring.data.wire.column;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of lists of structs. It consists of one column of lists for each field of the
 * structs.
 */
public final class StructArrayColumn extends Column {

	private final List<Column> fields;

	/**
	 * Creates a column.
	 * @param name the field's name
	 * @param rows the number of rows
	 * @param fields an {@link ArrayColumn} or a {@link VectorArrayColumn} for each field
	 * of the structs
	 */
	public StructArrayColumn(String name, int rows, List<Column> fields) {
		super(name, FieldType.ARRAY_OF_STRUCT, rows, null);
		this.fields = List.copyOf(fields);
	}

	/**
	 * Returns the structs of a row.
	 * @param row the row, from 0
	 * @return one row for each struct; the columns are in the order of {@link #names()}
	 */
	public ColumnSet structs(int row) {
		List<Column> columns = new ArrayList<>(this.fields.size());
		int count = 0;
		for (Column field : this.fields) {
			Column elements = elements(field, row);
			columns.add(elements);
			count = elements.rows();
		}
		return new ColumnSet(count, columns);
	}

	private static Column elements(Column field, int row) {
		return (field instanceof VectorArrayColumn vectors) ? vectors.elements(row)
				: ((ArrayColumn) field).elements(row);
	}

	/**
	 * Returns the names of the fields of the structs.
	 * @return the names
	 */
	public List<String> names() {
		return this.fields.stream().map(Column::name).toList();
	}

	@Override
	Object box(int row) {
		ColumnSet structs = structs(row);
		List<Object> list = new ArrayList<>(structs.rows());
		for (int i = 0; i < structs.rows(); i++) {
			Map<String, @Nullable Object> struct = new LinkedHashMap<>();
			for (int field = 0; field < this.fields.size(); field++) {
				struct.put(this.fields.get(field).name(), structs.columns().get(field).value(i));
			}
			list.add(struct);
		}
		return list;
	}

	@Override
	public Column select(int[] selected) {
		return new StructArrayColumn(name(), selected.length,
				this.fields.stream().map((field) -> field.select(selected)).toList());
	}

	@Override
	int bodyField() {
		return 8;
	}

	@Override
	int bodySize() {
		int size = 0;
		for (Column field : this.fields) {
			size += ProtoWriter.messageSize(field.encodedSize());
		}
		return size;
	}

	@Override
	void writeBody(ProtoWriter out) throws IOException {
		for (Column field : this.fields) {
			out.header(1, field.encodedSize());
			field.writeTo(out);
		}
	}

}
