package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.RowRange;
import io.github.milvusspring.data.write.RowRangeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rows with and without a key. They are written by separate calls: first the rows with
 * keys, then the others.
 *
 * @param <T> the kind of row
 * @param rows all rows
 * @param hasKey which of them have a key
 */
record RowsByKey<T>(List<T> rows, boolean[] hasKey) {

	static <T> RowsByKey<T> of(List<T> rows, Function<T, @Nullable Object> key) {
		boolean[] hasKey = new boolean[rows.size()];
		for (int i = 0; i < hasKey.length; i++) {
			hasKey[i] = key.apply(rows.get(i)) != null;
		}
		return new RowsByKey<>(rows, hasKey);
	}

	List<T> keyed() {
		return part(true);
	}

	List<T> fresh() {
		return part(false);
	}

	private List<T> part(boolean keyed) {
		List<T> part = new ArrayList<>();
		for (int i = 0; i < this.hasKey.length; i++) {
			if (this.hasKey[i] == keyed) {
				part.add(this.rows.get(i));
			}
		}
		return part;
	}

	/**
	 * Creates an exception that reports, for every row, whether it was written when the
	 * write of one part failed.
	 * @param keyed {@code true} if the rows with keys failed; {@code false} if the rows
	 * without keys failed, after those with keys were written
	 * @param failure the failure of that part
	 * @return the exception, with positions in the original list of rows
	 */
	BatchWriteException failed(boolean keyed, Throwable failure) {
		RowRangeSet written = new RowRangeSet();
		RowRangeSet notWritten = new RowRangeSet();
		RowRangeSet unknown = new RowRangeSet();
		int[] positions = IntStream.range(0, this.hasKey.length).filter((i) -> this.hasKey[i] == keyed).toArray();
		Throwable cause = failure;
		if (failure instanceof BatchWriteException batches) {
			batches.getWritten().forEach((range) -> add(written, positions, range));
			batches.getNotWritten().forEach((range) -> add(notWritten, positions, range));
			batches.getUnknown().forEach((range) -> add(unknown, positions, range));
			add(notWritten, positions, new RowRange(batches.getRead(), positions.length));
			cause = Objects.requireNonNullElse(batches.getCause(), batches);
		}
		else {
			add(BatchAttempt.mayHaveArrived(failure) ? unknown : notWritten, positions,
					new RowRange(0, positions.length));
		}
		int[] others = IntStream.range(0, this.hasKey.length).filter((i) -> this.hasKey[i] != keyed).toArray();
		add(keyed ? notWritten : written, others, new RowRange(0, others.length));
		return new BatchWriteException(written.toList(), notWritten.toList(), unknown.toList(), this.hasKey.length,
				cause);
	}

	private static void add(RowRangeSet ranges, int[] positions, RowRange part) {
		for (int i = (int) part.from(); i < part.to(); i++) {
			ranges.add(positions[i], positions[i] + 1L);
		}
	}

}
