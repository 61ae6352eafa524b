package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A {@code Search}: the rows whose vectors are closest to the given ones.
 *
 * @param scope where to look
 * @param vectors the vectors to look for, at least one
 * @param filter the filter, possibly empty
 * @param parameters field, limit, metric and the like
 */
public record SearchRequest(ReadScope scope, List<float[]> vectors, String filter,
		Map<String, String> parameters) implements Request {

	private static final int FLOAT_VECTOR = 101;

	private static final String TAG = "$0";

	/**
	 * Returns a copy with another scope.
	 * @param scope the new scope
	 * @return the copy
	 */
	SearchRequest withScope(ReadScope scope) {
		return new SearchRequest(scope, this.vectors, this.filter, this.parameters);
	}

	private int placeholderSize() {
		int size = ProtoWriter.textSize(TAG) + 2;
		for (float[] vector : this.vectors) {
			size += ProtoWriter.messageSize(4 * vector.length);
		}
		return size;
	}

	@Override
	public int encodedSize() {
		int size = this.scope.database().isEmpty() ? 0 : ProtoWriter.textSize(this.scope.database());
		size += ProtoWriter.textSize(this.scope.collection()) + Parameters.size(this.scope.partitions());
		size += this.filter.isEmpty() ? 0 : ProtoWriter.textSize(this.filter);
		size += ProtoWriter.messageSize(ProtoWriter.messageSize(placeholderSize()));
		size += 2 + Parameters.size(this.scope.outputFields()) + Parameters.size(this.parameters);
		size += 1 + ProtoWriter.varintSize(this.scope.guaranteeTimestamp());
		size += 1 + ProtoWriter.varintSize(this.vectors.size());
		return size + 2;
	}

	@Override
	public void writeTo(ProtoWriter out) throws IOException {
		if (!this.scope.database().isEmpty()) {
			out.text(2, this.scope.database());
		}
		out.text(3, this.scope.collection());
		Parameters.write(out, 4, this.scope.partitions());
		if (!this.filter.isEmpty()) {
			out.text(5, this.filter);
		}
		int placeholder = placeholderSize();
		out.header(6, ProtoWriter.messageSize(placeholder));
		out.header(1, placeholder);
		out.text(1, TAG);
		out.varintField(2, FLOAT_VECTOR);
		for (float[] vector : this.vectors) {
			out.header(3, 4 * vector.length);
			out.floats(vector);
		}
		out.varintField(7, 1);
		Parameters.write(out, 8, this.scope.outputFields());
		Parameters.write(out, 9, this.parameters);
		out.varintField(11, this.scope.guaranteeTimestamp());
		out.varintField(12, this.vectors.size());
		out.varintField(14, this.scope.consistency().number());
	}

}
