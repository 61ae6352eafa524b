package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.ArrayChange;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.ProtoWriter;
import io.milvus.shaded.io.grpc.MethodDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * An {@code Insert} or {@code Upsert} request, whose columns hold complete rows or only
 * some fields of them.
 *
 * @param kind how the rows are written
 * @param collection the name of the collection
 * @param partition the name of the partition, {@code null} for the default one
 * @param rows the rows
 * @param arrayChanges how an update changes array fields, by the name of the field; an
 * array without an entry is replaced
 */
public record WriteRequest(Kind kind, String collection, @Nullable String partition, ColumnSet rows,
		Map<String, ArrayChange> arrayChanges) implements Request<WriteReply> {

	/**
	 * Creates a request in which arrays are replaced.
	 * @param kind how the rows are written
	 * @param collection the name of the collection
	 * @param partition the name of the partition, {@code null} for the default one
	 * @param rows the rows
	 */
	public WriteRequest(Kind kind, String collection, @Nullable String partition, ColumnSet rows) {
		this(kind, collection, partition, rows, Map.of());
	}

	/**
	 * Returns a copy with other rows.
	 * @param rows the rows
	 * @return the copy
	 */
	public WriteRequest withRows(ColumnSet rows) {
		return new WriteRequest(this.kind, this.collection, this.partition, rows, this.arrayChanges);
	}

	/**
	 * Returns the size of the encoded message.
	 * @throws ArithmeticException when the size does not fit into an {@code int}
	 */
	@Override
	public int encodedSize() {
		int size = ProtoWriter.messageSize(1 + ProtoWriter.varintSize(this.kind.messageType));
		size += ProtoWriter.textSize(this.collection);
		size += (this.partition != null) ? ProtoWriter.textSize(this.partition) : 0;
		for (Column column : this.rows.columns()) {
			size = Math.addExact(size, ProtoWriter.messageSize(column.encodedSize()));
		}
		size += 1 + ProtoWriter.varintSize(this.rows.rows());
		size += (this.kind == Kind.UPDATE) ? 2 : 0;
		for (Map.Entry<String, ArrayChange> change : this.arrayChanges.entrySet()) {
			size += ProtoWriter.messageSize(changeSize(change.getKey()));
		}
		return size;
	}

	private static int changeSize(String field) {
		return ProtoWriter.textSize(field) + 2;
	}

	@Override
	public MethodDescriptor<Request<?>, WriteReply> method() {
		return (this.kind == Kind.INSERT) ? RowMethods.INSERT : RowMethods.UPSERT;
	}

	@Override
	public CallDetails details() {
		return new CallDetails((this.partition != null) ? List.of(this.partition) : List.of(), null, this.rows.rows(),
				Map.of());
	}

	@Override
	public Operation operation() {
		String name = switch (this.kind) {
			case INSERT -> "Insert";
			case UPSERT -> "Upsert";
			case UPDATE -> "Partial update";
		};
		return new Operation(name, this.collection, Operation.Effect.WRITE);
	}

	@Override
	public void succeeded(WriteReply reply, SessionTimestamps timestamps, long begun) {
		timestamps.wrote(this.collection, reply.timestamp(), begun);
	}

	@Override
	public void writeTo(ProtoWriter out) throws IOException {
		out.header(1, 1 + ProtoWriter.varintSize(this.kind.messageType));
		out.varintField(1, this.kind.messageType);
		out.text(3, this.collection);
		if (this.partition != null) {
			out.text(4, this.partition);
		}
		for (Column column : this.rows.columns()) {
			out.header(5, column.encodedSize());
			column.writeTo(out);
		}
		out.varintField(7, this.rows.rows());
		if (this.kind == Kind.UPDATE) {
			out.varintField(9, 1);
		}
		for (Map.Entry<String, ArrayChange> change : this.arrayChanges.entrySet()) {
			out.header(11, changeSize(change.getKey()));
			out.text(1, change.getKey());
			out.varintField(2, change.getValue().number());
		}
	}

	/**
	 * The ways to write rows.
	 */
	public enum Kind {

		/** Adds rows without checking whether their keys already exist. */
		INSERT(400),

		/** Replaces the rows that have the same keys, and adds the others. */
		UPSERT(404),

		/**
		 * Writes some fields of rows: a partial {@code Upsert}, which keeps the other
		 * fields.
		 */
		UPDATE(404);

		private final int messageType;

		Kind(int messageType) {
			this.messageType = messageType;
		}

	}

}
