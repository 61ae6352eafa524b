package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.wire.column.ProtoWriter;
import io.milvus.shaded.io.grpc.MethodDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Delete} request for the rows that match a filter.
 *
 * @param collection the name of the collection
 * @param partition the name of the partition, {@code null} for all partitions
 * @param filter the filter expression, not blank
 */
public record DeleteRequest(String collection, @Nullable String partition,
		String filter) implements Request<WriteReply> {

	private static final int MESSAGE_TYPE = 401;

	public DeleteRequest {
		if (filter.isBlank()) {
			throw new IllegalArgumentException("A delete needs a filter: without one it would touch every row");
		}
	}

	@Override
	public int encodedSize() {
		int size = ProtoWriter.messageSize(1 + ProtoWriter.varintSize(MESSAGE_TYPE));
		size += ProtoWriter.textSize(this.collection);
		size += (this.partition != null) ? ProtoWriter.textSize(this.partition) : 0;
		return size + ProtoWriter.textSize(this.filter);
	}

	@Override
	public MethodDescriptor<Request<?>, WriteReply> method() {
		return RowMethods.DELETE;
	}

	@Override
	public CallDetails details() {
		return new CallDetails((this.partition != null) ? List.of(this.partition) : List.of(), this.filter, 0,
				Map.of());
	}

	@Override
	public Operation operation() {
		return new Operation("Delete", this.collection, Operation.Effect.DELETE);
	}

	@Override
	public void succeeded(WriteReply reply, SessionTimestamps timestamps, long begun) {
		timestamps.wrote(this.collection, reply.timestamp(), begun);
	}

	@Override
	public void writeTo(ProtoWriter out) throws IOException {
		out.header(1, 1 + ProtoWriter.varintSize(MESSAGE_TYPE));
		out.varintField(1, MESSAGE_TYPE);
		out.text(3, this.collection);
		if (this.partition != null) {
			out.text(4, this.partition);
		}
		out.text(5, this.filter);
	}

}
