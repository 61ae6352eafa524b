package io.github.milvusspring.data.execution;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.JsonColumn;
import org.jspecify.annotations.Nullable;

/**
 * Prepares JSON documents for Milvus Lite. If a document is a JSON string, Milvus Lite
 * returns its content without the quotes; so such a document is encoded once more, as a
 * string that contains the quotes.
 */
final class LiteDocuments {

	private LiteDocuments() {
	}

	static ColumnSet quoted(ColumnSet columns) {
		List<Column> all = new ArrayList<>(columns.columns());
		all.replaceAll(
				(column) -> (column instanceof JsonColumn documents && !documents.dynamic() && hasText(documents))
						? quoted(documents) : column);
		return new ColumnSet(columns.rows(), all);
	}

	private static boolean hasText(JsonColumn documents) {
		for (int row = 0; row < documents.rows(); row++) {
			if (isText(documents.get(row))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isText(byte @Nullable [] document) {
		int at = 0;
		while (document != null && at < document.length && document[at] <= ' ') {
			at++;
		}
		return document != null && at < document.length && document[at] == '"';
	}

	private static JsonColumn quoted(JsonColumn documents) {
		byte[] @Nullable [] values = new byte[documents.rows()] @Nullable [];
		boolean[] valid = new boolean[values.length];
		for (int row = 0; row < values.length; row++) {
			byte[] document = documents.get(row);
			valid[row] = document != null;
			values[row] = (document != null && isText(document)) ? quoted(document) : document;
		}
		boolean nullable = documents.nullable();
		return new JsonColumn(documents.name(), values, nullable ? valid : null, false);
	}

	private static byte[] quoted(byte[] text) {
		ByteArrayOutputStream quoted = new ByteArrayOutputStream(text.length + 8);
		quoted.write('"');
		for (byte c : text) {
			if (c == '"' || c == '\\') {
				quoted.write('\\');
			}
			// In valid JSON a character below the space
			// can only be white space around the text.
			quoted.write((c >= 0 && c < ' ') ? ' ' : c);
		}
		quoted.write('"');
		return quoted.toByteArray();
	}

}
