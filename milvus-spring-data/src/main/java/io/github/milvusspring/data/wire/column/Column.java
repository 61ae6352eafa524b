package io.github.milvusspring.data.wire.column;

import java.io.IOException;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * The values of one field for a number of rows.
 */
public abstract sealed class Column permits ScalarColumn, VectorColumn, StructArrayColumn {

	private final String name;

	private final FieldType type;

	private final int rows;

	private final boolean @Nullable [] valid;

	private final int present;

	private int encodedSize = -1;

	Column(String name, FieldType type, int rows, boolean @Nullable [] valid) {
		this.name = name;
		this.type = type;
		this.rows = rows;
		this.valid = valid;
		this.present = (valid != null) ? count(valid) : rows;
	}

	static int count(boolean[] valid) {
		int count = 0;
		for (boolean value : valid) {
			count += value ? 1 : 0;
		}
		return count;
	}

	/**
	 * Returns the name of the field.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Returns the type of the field.
	 * @return the type
	 */
	public FieldType type() {
		return this.type;
	}

	/**
	 * Returns the number of rows.
	 * @return the number of values, nulls included
	 */
	public int rows() {
		return this.rows;
	}

	/**
	 * Tells whether a row has no value.
	 * @param row the row, from 0
	 * @return {@code true} for null
	 */
	public boolean isNull(int row) {
		return this.valid != null && !this.valid[row];
	}

	/**
	 * Tells whether this column records which rows are null.
	 * @return {@code true} when rows can be null
	 */
	public boolean nullable() {
		return this.valid != null;
	}

	/**
	 * Returns the value of a row as an object. The typed accessors of the subclasses
	 * avoid boxing.
	 * @param row the row, from 0
	 * @return the value, {@code null} for null
	 */
	public final @Nullable Object value(int row) {
		return isNull(row) ? null : box(row);
	}

	abstract Object box(int row);

	/**
	 * Returns a column of some of the rows.
	 * @param selected the indexes of the rows to keep, in the new order
	 * @return the new column
	 */
	public abstract Column select(int[] selected);

	final boolean @Nullable [] selectValid(int[] selected) {
		if (this.valid == null) {
			return null;
		}
		boolean[] result = new boolean[selected.length];
		for (int i = 0; i < selected.length; i++) {
			result[i] = this.valid[selected[i]];
		}
		return result;
	}

	public boolean dynamic() {
		return false;
	}

	/** Returns the number of rows that have a value; only these values are sent. */
	final int present() {
		return this.present;
	}

	/**
	 * Returns the number of the field of the protocol's {@code FieldData} message that
	 * holds the body.
	 */
	abstract int bodyField();

	abstract int bodySize();

	abstract void writeBody(ProtoWriter out) throws IOException;

	public final int encodedSize() {
		if (this.encodedSize < 0) {
			int size = 1 + ProtoWriter.varintSize(this.type.number()) + ProtoWriter.textSize(this.name)
					+ ProtoWriter.messageSize(bodySize());
			size += dynamic() ? 2 : 0;
			size += (this.valid != null) ? ProtoWriter.messageSize(this.valid.length) : 0;
			this.encodedSize = size;
		}
		return this.encodedSize;
	}

	public final void writeTo(ProtoWriter out) throws IOException {
		out.varintField(1, this.type.number());
		out.text(2, this.name);
		out.header(bodyField(), bodySize());
		writeBody(out);
		if (dynamic()) {
			out.varintField(6, 1);
		}
		if (this.valid != null) {
			out.header(7, this.valid.length);
			for (boolean value : this.valid) {
				out.bool(value);
			}
		}
	}

}
