package io.github.milvusspring.data.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.wire.column.ProtoWriter;
import org.jspecify.annotations.Nullable;

/**
 * A step of a Milvus function chain, by which the server processes the hits of a search.
 *
 * @param operator the operation that the step performs
 * @param function the function that computes a column, {@code null} for none
 * @param columns the columns that are arguments of the function
 * @param settings the parameters of the function
 * @param inputs the columns that the step itself reads
 * @param outputs the columns that the step computes
 * @param parameters the parameters of the step itself
 */
public record ChainStep(String operator, @Nullable String function, List<String> columns, Map<String, Object> settings,
		List<String> inputs, List<String> outputs, Map<String, Object> parameters) {

	private static final int RERANK_OF_ALL_HITS = 5;

	/**
	 * Encodes the protocol's {@code FunctionChain} message, which is small enough for one
	 * array.
	 */
	static byte[] chain(List<ChainStep> steps) {
		return message((out) -> {
			out.varintField(2, RERANK_OF_ALL_HITS);
			for (ChainStep step : steps) {
				out.bytes(3, step.encode());
			}
		});
	}

	private byte[] encode() {
		return message((out) -> {
			out.text(1, this.operator);
			if (this.function != null) {
				out.bytes(2, call(this.function));
			}
			for (String input : this.inputs) {
				out.text(3, input);
			}
			for (String output : this.outputs) {
				out.text(4, output);
			}
			entries(out, 5, this.parameters);
		});
	}

	private byte[] call(String name) {
		return message((out) -> {
			out.text(1, name);
			for (String column : this.columns) {
				byte[] argument = message((inner) -> inner.text(1, column));
				out.bytes(2, message((inner) -> inner.bytes(1, argument)));
			}
			entries(out, 3, this.settings);
		});
	}

	private static void entries(ProtoWriter out, int field, Map<String, Object> values) throws IOException {
		for (Map.Entry<String, Object> entry : values.entrySet()) {
			byte[] value = value(entry.getValue());
			out.bytes(field, message((inner) -> {
				inner.text(1, entry.getKey());
				inner.bytes(2, value);
			}));
		}
	}

	private static byte[] value(Object value) {
		return message((out) -> {
			if (value instanceof Boolean flag) {
				out.varintField(1, flag ? 1 : 0);
			}
			else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
				out.varintField(2, ((Number) value).longValue());
			}
			else if (value instanceof Number number) {
				out.tag(3, 1);
				out.fixed64(Double.doubleToRawLongBits(number.doubleValue()));
			}
			else if (value instanceof Collection<?> values) {
				byte[] array = message((inner) -> {
					for (Object element : values) {
						inner.bytes(1, value(element));
					}
				});
				out.bytes(5, array);
			}
			else {
				out.text(4, value.toString());
			}
		});
	}

	private static byte[] message(Body body) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ProtoWriter out = new ProtoWriter(bytes, 256);
		try {
			body.write(out);
			out.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private interface Body {

		void write(ProtoWriter out) throws IOException;

	}

}
