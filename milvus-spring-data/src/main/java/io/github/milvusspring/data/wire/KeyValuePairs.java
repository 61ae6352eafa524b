package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.wire.column.ProtoWriter;

/**
 * Encodes the repeated texts and key-value pairs that several kinds of requests contain.
 */
final class KeyValuePairs {

	private KeyValuePairs() {
	}

	static int size(List<String> texts) {
		int size = 0;
		for (String text : texts) {
			size += ProtoWriter.textSize(text);
		}
		return size;
	}

	static void write(ProtoWriter out, int field, List<String> texts) throws IOException {
		for (String text : texts) {
			out.text(field, text);
		}
	}

	static int size(Map<String, String> pairs) {
		int size = 0;
		for (Map.Entry<String, String> pair : pairs.entrySet()) {
			size += ProtoWriter.messageSize(pairSize(pair));
		}
		return size;
	}

	static void write(ProtoWriter out, int field, Map<String, String> pairs) throws IOException {
		for (Map.Entry<String, String> pair : pairs.entrySet()) {
			out.header(field, pairSize(pair));
			out.text(1, pair.getKey());
			out.text(2, pair.getValue());
		}
	}

	private static int pairSize(Map.Entry<String, String> pair) {
		return ProtoWriter.textSize(pair.getKey()) + ProtoWriter.textSize(pair.getValue());
	}

}
