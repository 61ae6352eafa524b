package io.github.milvusspring.data.core;

import java.util.List;

import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.WriteRequest;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are ready to be sent.
 *
 * @param <T> the kind of row
 * @param request what is sent
 * @param rows the rows
 * @param kept which of the rows are sent, {@code null} for all
 * @param keys the keys that are sent, {@code null} when the server generates them
 */
record RowBatch<T>(WriteRequest request, List<T> rows, int @Nullable [] kept, @Nullable Column keys) {

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
		return this.request.operation() != WriteRequest.Operation.INSERT && this.request.arrayChanges().isEmpty();
	}

}
