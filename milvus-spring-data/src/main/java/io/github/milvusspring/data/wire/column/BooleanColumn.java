package io.github.milvusspring.data.wire.column;

import java.io.IOException;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of booleans.
 */
public final class BooleanColumn extends PackedColumn {

	private final boolean[] values;

	/**
	 * Creates a column.
	 * @param name the field's name
	 * @param values a value for each row, ignored where the row is null
	 * @param valid which rows have a value, {@code null} when all have
	 */
	public BooleanColumn(String name, boolean[] values, boolean @Nullable [] valid) {
		super(name, FieldType.BOOL, values.length, valid);
		this.values = values;
	}

	/**
	 * Returns the value of a row.
	 * @param row the row, from 0
	 * @return the value
	 */
	public boolean get(int row) {
		return this.values[row];
	}

	@Override
	Object box(int row) {
		return this.values[row];
	}

	@Override
	public Column select(int[] selected) {
		boolean[] result = new boolean[selected.length];
		for (int i = 0; i < selected.length; i++) {
			result[i] = this.values[selected[i]];
		}
		return new BooleanColumn(name(), result, selectValid(selected));
	}

	@Override
	int payloadSize() {
		return present();
	}

	@Override
	void writeValue(ProtoWriter out, int row) throws IOException {
		out.bool(this.values[row]);
	}

}
