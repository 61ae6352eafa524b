package io.github.milvusspring.data.wire.column;

import java.io.IOException;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of 8, 16 or 32 bit integers.
 */
public final class IntColumn extends PackedColumn {

	private final int[] values;

	/**
	 * Creates a column.
	 * @param name the field's name
	 * @param type {@code INT8}, {@code INT16} or {@code INT32}
	 * @param values a value for each row, ignored where the row is null
	 * @param valid which rows have a value, {@code null} when all have
	 */
	public IntColumn(String name, FieldType type, int[] values, boolean @Nullable [] valid) {
		super(name, type, values.length, valid);
		this.values = values;
	}

	/**
	 * Returns the value of a row.
	 * @param row the row, from 0
	 * @return the value
	 */
	public int get(int row) {
		return this.values[row];
	}

	@Override
	Object box(int row) {
		return switch (type()) {
			case INT8 -> (byte) this.values[row];
			case INT16 -> (short) this.values[row];
			default -> this.values[row];
		};
	}

	@Override
	public Column select(int[] selected) {
		int[] result = new int[selected.length];
		for (int i = 0; i < selected.length; i++) {
			result[i] = this.values[selected[i]];
		}
		return new IntColumn(name(), type(), result, selectValid(selected));
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
