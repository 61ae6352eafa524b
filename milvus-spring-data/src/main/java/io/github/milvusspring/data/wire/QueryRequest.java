package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.Map;

import io.github.milvusspring.data.wire.column.ProtoWriter;
import io.milvus.shaded.io.grpc.MethodDescriptor;

/**
 * A {@code Query} request for the rows that match a filter.
 *
 * @param scope what to read, and how fresh it must be
 * @param filter the filter expression, possibly empty
 * @param parameters the limit, the offset and other parameters
 */
public record QueryRequest(ReadScope scope, String filter,
		Map<String, String> parameters) implements Request<QueryReply> {

	/**
	 * Returns a copy with another scope.
	 * @param scope the new scope
	 * @return the copy
	 */
	QueryRequest withScope(ReadScope scope) {
		return new QueryRequest(scope, this.filter, this.parameters);
	}

	@Override
	public int encodedSize() {
		int size = ProtoWriter.textSize(this.scope.collection());
		size += this.filter.isEmpty() ? 0 : ProtoWriter.textSize(this.filter);
		size += KeyValuePairs.size(this.scope.outputFields()) + KeyValuePairs.size(this.scope.partitions());
		size += 1 + ProtoWriter.varintSize(this.scope.guaranteeTimestamp());
		size += KeyValuePairs.size(this.parameters);
		return size + 2;
	}

	@Override
	public MethodDescriptor<Request<?>, QueryReply> method() {
		return RowMethods.QUERY;
	}

	@Override
	public CallDetails details() {
		return new CallDetails(this.scope.partitions(), this.filter, 0, this.parameters);
	}

	@Override
	public Operation operation() {
		return new Operation("Query", this.scope.collection(), Operation.Effect.READ);
	}

	@Override
	public QueryRequest inSession(SessionTimestamps timestamps) {
		return withScope(timestamps.guarantee(this.scope));
	}

	@Override
	public void writeTo(ProtoWriter out) throws IOException {
		out.text(3, this.scope.collection());
		if (!this.filter.isEmpty()) {
			out.text(4, this.filter);
		}
		KeyValuePairs.write(out, 5, this.scope.outputFields());
		KeyValuePairs.write(out, 6, this.scope.partitions());
		out.varintField(8, this.scope.guaranteeTimestamp());
		KeyValuePairs.write(out, 9, this.parameters);
		out.varintField(11, this.scope.consistency().number());
	}

}
