package io.github.milvusspring.data.wire.column;

import java.io.IOException;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of 32 bit floating point numbers.
 */
public final class FloatColumn extends PackedColumn {

	private final float[] values;

	/**
	 * Creates a column.
	 * @param name the field's name
	 * @param values a value for each row, ignored where the row is null
	 * @param valid which rows have a value, {@code null} when all have
	 */
	public FloatColumn(String name, float[] values, boolean @Nullable [] valid) {
		super(name, FieldType.FLOAT, values.length, valid);
		this.values = values;
	}

	/**
	 * Returns the value of a row.
	 * @param row the row, from 0
	 * @return the value
	 */
	public float get(int row) {
		return this.values[row];
	}

	@Override
	Object box(int row) {
		return this.values[row];
	}

	@Override
	public Column select(int[] selected) {
		float[] result = new float[selected.length];
		for (int i = 0; i < selected.length; i++) {
			result[i] = this.values[selected[i]];
		}
		return new FloatColumn(name(), result, selectValid(selected));
	}

	@Override
	int payloadSize() {
		return 4 * present();
	}

	@Override
	void writeValue(ProtoWriter out, int row) throws IOException {
		out.fixed32(Float.floatToRawIntBits(this.values[row]));
	}

}
