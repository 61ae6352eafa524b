package io.github.milvusspring.data.wire.column;

import java.io.IOException;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of 64 bit floating point numbers.
 */
public final class DoubleColumn extends PackedColumn {

	private final double[] values;

	/**
	 * Creates a column.
	 * @param name the field's name
	 * @param values a value for each row, ignored where the row is null
	 * @param valid which rows have a value, {@code null} when all have
	 */
	public DoubleColumn(String name, double[] values, boolean @Nullable [] valid) {
		super(name, FieldType.DOUBLE, values.length, valid);
		this.values = values;
	}

	/**
	 * Returns the value of a row.
	 * @param row the row, from 0
	 * @return the value
	 */
	public double get(int row) {
		return this.values[row];
	}

	@Override
	Object box(int row) {
		return this.values[row];
	}

	@Override
	public Column select(int[] selected) {
		double[] result = new double[selected.length];
		for (int i = 0; i < selected.length; i++) {
			result[i] = this.values[selected[i]];
		}
		return new DoubleColumn(name(), result, selectValid(selected));
	}

	@Override
	int payloadSize() {
		return 8 * present();
	}

	@Override
	void writeValue(ProtoWriter out, int row) throws IOException {
		out.fixed64(Double.doubleToRawLongBits(this.values[row]));
	}

}
