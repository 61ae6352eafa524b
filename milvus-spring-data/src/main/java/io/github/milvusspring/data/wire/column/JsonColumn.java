package io.github.milvusspring.data.wire.column;

import java.io.IOException;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A column of JSON documents, encoded in UTF-8.
 */
public final class JsonColumn extends ScalarColumn {

	private static final byte[] NOTHING = {};

	private final byte[] @Nullable [] values;

	private final boolean dynamic;

	/**
	 * Creates a column.
	 * @param name the field's name
	 * @param values a document for each row, ignored where the row is null
	 * @param valid which rows have a value, {@code null} when all have
	 * @param dynamic whether the documents hold the dynamic fields, which the collection
	 * does not declare
	 */
	public JsonColumn(String name, byte[] @Nullable [] values, boolean @Nullable [] valid, boolean dynamic) {
		super(name, FieldType.JSON, values.length, valid);
		this.values = values;
		this.dynamic = dynamic;
	}

	/**
	 * Returns the document of a row.
	 * @param row the row, from 0
	 * @return the JSON in UTF-8, {@code null} when the row is null
	 */
	public byte @Nullable [] get(int row) {
		return isNull(row) ? null : this.values[row];
	}

	/**
	 * Tells whether this column holds the dynamic fields, which the collection does not
	 * declare.
	 * @return {@code true} for dynamic fields
	 */
	@Override
	public boolean dynamic() {
		return this.dynamic;
	}

	@Override
	Object box(int row) {
		return document(row);
	}

	private byte[] document(int row) {
		byte[] document = this.values[row];
		return (document != null) ? document : NOTHING;
	}

	@Override
	public Column select(int[] selected) {
		byte[] @Nullable [] result = new byte[selected.length] @Nullable [];
		for (int i = 0; i < selected.length; i++) {
			result[i] = this.values[selected[i]];
		}
		return new JsonColumn(name(), result, selectValid(selected), this.dynamic);
	}

	@Override
	int computeArraySize() {
		int size = 0;
		for (int row = 0; row < this.values.length; row++) {
			size += isNull(row) ? 0 : ProtoWriter.messageSize(document(row).length);
		}
		return size;
	}

	@Override
	void writeArray(ProtoWriter out) throws IOException {
		for (int row = 0; row < this.values.length; row++) {
			if (!isNull(row)) {
				out.bytes(1, document(row));
			}
		}
	}

}
