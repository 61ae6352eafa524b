package io.github.milvusspring.data.execution;

import java.util.List;

import io.github.milvusspring.data.wire.WriteRequest;
import io.github.milvusspring.data.wire.column.Column;
import org.jspecify.annotations.Nullable;

/**
 * Rows with their encoded request.
 *
 * @param <T> the kind of row
 * @param request the encoded request
 * @param rows the rows
 * @param places for each row, the position among the sent rows of the row with the same
 * key; {@code null} if all rows are sent
 * @param keys the keys that are sent, {@code null} when the server generates them
 */
record RowBatch<T>(WriteRequest request, List<T> rows, int @Nullable [] places, @Nullable Column keys) {

	/**
	 * Returns the number of bytes of the encoded request, at most {@code
	 * Integer.MAX_VALUE}.
	 */
	int bytes() {
		try {
			return this.request.encodedSize();
		}
		catch (ArithmeticException ex) {
			return Integer.MAX_VALUE;
		}
	}

	/**
	 * Returns whether the batch may be sent again if it is unknown whether the server
	 * received it.
	 */
	boolean repeatable() {
		return this.request.kind() != WriteRequest.Kind.INSERT && this.request.arrayChanges().isEmpty();
	}

}
