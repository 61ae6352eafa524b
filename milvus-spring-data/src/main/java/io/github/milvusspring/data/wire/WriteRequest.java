package io.github.milvusspring.data.wire;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * An {@code Insert} or {@code Upsert} of columns.
 *
 * @param operation which of both
 * @param database the database, empty for the connection's
 * @param collection the collection
 * @param partition the partition, {@code null} for the default one
 * @param rows the rows
 */
public record WriteRequest(Operation operation, String database, String collection, @Nullable String partition,
		Columns rows) implements Request {

	@Override
	public int encodedSize() {
		int size = ProtoWriter.messageSize(1 + ProtoWriter.varintSize(this.operation.messageType));
		size += this.database.isEmpty() ? 0 : ProtoWriter.textSize(this.database);
		size += ProtoWriter.textSize(this.collection);
		size += (this.partition != null) ? ProtoWriter.textSize(this.partition) : 0;
		for (Column column : this.rows.columns()) {
			size += ProtoWriter.messageSize(column.encodedSize());
		}
		return size + 1 + ProtoWriter.varintSize(this.rows.rows());
	}

	@Override
	public void writeTo(ProtoWriter out) throws IOException {
		out.header(1, 1 + ProtoWriter.varintSize(this.operation.messageType));
		out.varintField(1, this.operation.messageType);
		if (!this.database.isEmpty()) {
			out.text(2, this.database);
		}
		out.text(3, this.collection);
		if (this.partition != null) {
			out.text(4, this.partition);
		}
		for (Column column : this.rows.columns()) {
			out.header(5, column.encodedSize());
			column.writeTo(out);
		}
		out.varintField(7, this.rows.rows());
	}

	/**
	 * The two ways to write rows.
	 */
	public enum Operation {

		/** Writes rows without a look at their keys. */
		INSERT(400),

		/** Writes rows in place of those with the same keys. */
		UPSERT(404);

		private final int messageType;

		Operation(int messageType) {
			this.messageType = messageType;
		}

	}

}
