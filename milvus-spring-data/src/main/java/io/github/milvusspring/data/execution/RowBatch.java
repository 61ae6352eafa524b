package io.github.milvusspring.data.execution;

import java.util.List;

import io.github.milvusspring.data.wire.WriteRequest;
import io.github.milvusspring.data.wire.column.Column;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are ready to be sent.
 *
 * @param <T> the kind of row
 * @param request what is sent
 * @param rows the rows
 * @param places for each row, where the one with its key is among those that are sent;
 * {@code null} when all are sent
 * @param keys the keys that are sent, {@code null} when the server generates them
 */
record RowBatch<T>(WriteRequest request, List<T> rows, int @Nullable [] places, @Nullable Column keys) {

	/** The number of bytes on the wire, as far as an {@code int} can tell. */
	int bytes() {
		try {
			return this.request.encodedSize();
		}
		catch (ArithmeticException ex) {
			return Integer.MAX_VALUE;
		}
	}

	/** Whether the batch may be sent again when it is not known if it has arrived. */
	boolean repeatable() {
		return this.request.kind() != WriteRequest.Kind.INSERT && this.request.arrayChanges().isEmpty();
	}

}
