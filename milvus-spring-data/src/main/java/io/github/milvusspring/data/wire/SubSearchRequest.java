package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.Map;

import io.github.milvusspring.data.wire.column.ProtoWriter;

/**
 * The part of a request that a search and a sub-search of a hybrid search have in common.
 *
 * @param vectors the vectors to search for, at least one
 * @param filter the filter expression, possibly empty
 * @param parameters the field, the limit, the metric and other parameters
 */
public record SubSearchRequest(SearchVectors vectors, String filter, Map<String, String> parameters) {

	private static final String TAG = "$0";

	private int placeholderSize() {
		int size = ProtoWriter.textSize(TAG) + 1 + ProtoWriter.varintSize(this.vectors.type());
		for (int i = 0; i < this.vectors.count(); i++) {
			size += ProtoWriter.messageSize(this.vectors.size(i));
		}
		return size;
	}

	int encodedSize() {
		int size = this.filter.isEmpty() ? 0 : ProtoWriter.textSize(this.filter);
		size += ProtoWriter.messageSize(ProtoWriter.messageSize(placeholderSize()));
		size += 2 + KeyValuePairs.size(this.parameters);
		return size + 1 + ProtoWriter.varintSize(this.vectors.count());
	}

	void writeTo(ProtoWriter out) throws IOException {
		if (!this.filter.isEmpty()) {
			out.text(5, this.filter);
		}
		int placeholder = placeholderSize();
		out.header(6, ProtoWriter.messageSize(placeholder));
		out.header(1, placeholder);
		out.text(1, TAG);
		out.varintField(2, this.vectors.type());
		for (int i = 0; i < this.vectors.count(); i++) {
			this.vectors.write(out, i);
		}
		out.varintField(7, 1);
		KeyValuePairs.write(out, 9, this.parameters);
		out.varintField(12, this.vectors.count());
	}

}
