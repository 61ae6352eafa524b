package io.github.milvusspring.data.wire.column;

import java.io.IOException;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of 64 bit integers.
 */
public final class LongColumn extends PackedColumn {

	private final long[] values;

	/**
	 * Creates a column.
	 * @param name the field's name
	 * @param values a value for each row, ignored where the row is null
	 * @param valid which rows have a value, {@code null} when all have
	 */
	public LongColumn(String name, long[] values, boolean @Nullable [] valid) {
		super(name, FieldType.INT64, values.length, valid);
		this.values = values;
	}

	/**
	 * Returns the value of a row.
	 * @param row the row, from 0
	 * @return the value
	 */
	public long get(int row) {
		return this.values[row];
	}

	@Override
	Object box(int row) {
		return this.values[row];
	}

	@Override
	public Column select(int[] selected) {
		long[] result = new long[selected.length];
		for (int i = 0; i < selected.length; i++) {
			result[i] = this.values[selected[i]];
		}
		return new LongColumn(name(), result, selectValid(selected));
	}

	@Override
	int payloadSize() {
		int size = 0;
		for (int row = 0; row < this.values.length; row++) {
			size += isNull(row) ? 0 : ProtoWriter.varintSize(this.values[row]);
		}
		return size;
	}

	@Override
	void writeValue(ProtoWriter out, int row) throws IOException {
		out.varint(this.values[row]);
	}

}
