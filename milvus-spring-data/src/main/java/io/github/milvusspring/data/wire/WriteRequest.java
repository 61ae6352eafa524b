package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.Map;

import io.milvus.shaded.io.grpc.MethodDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * An {@code Insert} or {@code Upsert} of columns, whole rows or parts of them.
 *
 * @param operation which of both
 * @param database the database, empty for the connection's
 * @param collection the collection
 * @param partition the partition, {@code null} for the default one
 * @param rows the rows
 * @param arrayChanges how the values of an update go into arrays, by the field's name; an
 * array without an entry is replaced
 */
public record WriteRequest(Operation operation, String database, String collection, @Nullable String partition,
		Columns rows, Map<String, ArrayChange> arrayChanges) implements Request<WriteReply> {

	/**
	 * Creates a request without changes of arrays.
	 * @param operation which of both
	 * @param database the database, empty for the connection's
	 * @param collection the collection
	 * @param partition the partition, {@code null} for the default one
	 * @param rows the rows
	 */
	public WriteRequest(Operation operation, String database, String collection, @Nullable String partition,
			Columns rows) {
		this(operation, database, collection, partition, rows, Map.of());
	}

	/**
	 * Returns a copy with other rows.
	 * @param rows the rows
	 * @return the copy
	 */
	public WriteRequest withRows(Columns rows) {
		return new WriteRequest(this.operation, this.database, this.collection, this.partition, rows,
				this.arrayChanges);
	}

	/**
	 * Returns the number of bytes.
	 * @throws ArithmeticException when it is no {@code int}
	 */
	@Override
	public int encodedSize() {
		int size = ProtoWriter.messageSize(1 + ProtoWriter.varintSize(this.operation.messageType));
		size += this.database.isEmpty() ? 0 : ProtoWriter.textSize(this.database);
		size += ProtoWriter.textSize(this.collection);
		size += (this.partition != null) ? ProtoWriter.textSize(this.partition) : 0;
		for (Column column : this.rows.columns()) {
			size = Math.addExact(size, ProtoWriter.messageSize(column.encodedSize()));
		}
		size += 1 + ProtoWriter.varintSize(this.rows.rows());
		size += (this.operation == Operation.UPDATE) ? 2 : 0;
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
		return (this.operation == Operation.INSERT) ? MilvusMethods.INSERT : MilvusMethods.UPSERT;
	}

	@Override
	public Action action() {
		String name = switch (this.operation) {
			case INSERT -> "Insert";
			case UPSERT -> "Upsert";
			case UPDATE -> "Partial update";
		};
		return new Action(name, this.collection, Action.Effect.WRITE);
	}

	@Override
	public void succeeded(WriteReply reply, SessionTimestamps timestamps, long begun) {
		timestamps.wrote(this.database, this.collection, reply.timestamp(), begun);
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
		if (this.operation == Operation.UPDATE) {
			out.varintField(9, 1);
		}
		for (Map.Entry<String, ArrayChange> change : this.arrayChanges.entrySet()) {
			out.header(11, changeSize(change.getKey()));
			out.text(1, change.getKey());
			out.varintField(2, change.getValue().number);
		}
	}

	/**
	 * The ways to write rows.
	 */
	public enum Operation {

		/** Writes rows without a look at their keys. */
		INSERT(400),

		/** Writes rows in place of those with the same keys. */
		UPSERT(404),

		/** Writes some fields of rows: an {@code Upsert} that leaves the others alone. */
		UPDATE(404);

		private final int messageType;

		Operation(int messageType) {
			this.messageType = messageType;
		}

	}

	/**
	 * The ways in which a value goes into an array that is there.
	 */
	public enum ArrayChange {

		/** The elements come after those that are there. */
		APPEND(1),

		/** The elements are taken out, wherever they are. */
		REMOVE(2);

		private final int number;

		ArrayChange(int number) {
			this.number = number;
		}

	}

}
