package io.github.milvusspring.data.wire.column;

import java.io.IOException;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of texts, or of values that are sent as text: geometries as WKT, and
 * timestamps as ISO 8601.
 */
public final class StringColumn extends ScalarColumn {

	private final @Nullable String[] values;

	/**
	 * Creates a column.
	 * @param name the field's name
	 * @param values a value for each row, ignored where the row is null
	 * @param valid which rows have a value, {@code null} when all have
	 */
	public StringColumn(String name, @Nullable String[] values, boolean @Nullable [] valid) {
		this(name, FieldType.VARCHAR, values, valid);
	}

	/**
	 * Creates a column of a type that is sent as text.
	 * @param name the field's name
	 * @param type {@code VARCHAR}, {@code TEXT}, {@code GEOMETRY} or {@code TIMESTAMPTZ}
	 * @param values a value for each row, ignored where the row is null
	 * @param valid which rows have a value, {@code null} when all have
	 */
	public StringColumn(String name, FieldType type, @Nullable String[] values, boolean @Nullable [] valid) {
		super(name, type, values.length, valid);
		this.values = values;
	}

	/**
	 * Returns the value of a row.
	 * @param row the row, from 0
	 * @return the value, {@code null} when the row is null
	 */
	public @Nullable String get(int row) {
		return isNull(row) ? null : this.values[row];
	}

	@Override
	Object box(int row) {
		return text(row);
	}

	private String text(int row) {
		String text = this.values[row];
		return (text != null) ? text : "";
	}

	@Override
	public Column select(int[] selected) {
		@Nullable String[] result = new @Nullable String[selected.length];
		for (int i = 0; i < selected.length; i++) {
			result[i] = this.values[selected[i]];
		}
		return new StringColumn(name(), type(), result, selectValid(selected));
	}

	@Override
	int computeArraySize() {
		int size = 0;
		for (int row = 0; row < this.values.length; row++) {
			size += isNull(row) ? 0 : ProtoWriter.textSize(text(row));
		}
		return size;
	}

	@Override
	void writeArray(ProtoWriter out) throws IOException {
		for (int row = 0; row < this.values.length; row++) {
			if (!isNull(row)) {
				out.text(1, text(row));
			}
		}
	}

}
