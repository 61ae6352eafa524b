package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.wire.column.ProtoWriter;

/**
 * A Milvus function with which the server rescores the hits of a search.
 *
 * @param name the function's name
 * @param inputs the names of the fields that it reads
 * @param parameters its parameters, including {@code reranker}
 */
public record ScoreFunction(String name, List<String> inputs, Map<String, String> parameters) {

	private static final int RERANK = 3;

	static int size(int field, List<ScoreFunction> functions) {
		// The tag of a field number above 15 takes two bytes.
		return functions.isEmpty() ? 0 : ProtoWriter.messageSize(bodySize(functions)) + ((field > 15) ? 1 : 0);
	}

	private static int bodySize(List<ScoreFunction> functions) {
		int size = 0;
		for (ScoreFunction function : functions) {
			size += ProtoWriter.messageSize(function.encodedSize());
		}
		return size;
	}

	/** Writes the protocol's {@code FunctionScore} message. */
	static void write(ProtoWriter out, int field, List<ScoreFunction> functions) throws IOException {
		if (functions.isEmpty()) {
			return;
		}
		out.header(field, bodySize(functions));
		for (ScoreFunction function : functions) {
			out.header(1, function.encodedSize());
			out.text(1, function.name);
			out.varintField(4, RERANK);
			KeyValuePairs.write(out, 5, function.inputs);
			KeyValuePairs.write(out, 9, function.parameters);
		}
	}

	private int encodedSize() {
		return ProtoWriter.textSize(this.name) + 2 + KeyValuePairs.size(this.inputs)
				+ KeyValuePairs.size(this.parameters);
	}

}
