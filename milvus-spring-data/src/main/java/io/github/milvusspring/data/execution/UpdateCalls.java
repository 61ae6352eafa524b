package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.RowRangeSet;
import io.github.milvusspring.data.write.WriteResult;

/**
 * The calls of one update, sent one after the other.
 *
 * @param <T> the kind of row
 */
final class UpdateCalls<T> {

	private final List<RowBatch<T>> batches = new ArrayList<>();

	private final List<List<Integer>> positions = new ArrayList<>();

	private final List<T> rows;

	private final Object[] ids;

	private long count;

	/**
	 * Creates an update without calls.
	 * @param rows the rows to update, in the order of the caller
	 */
	UpdateCalls(List<T> rows) {
		this.rows = rows;
		this.ids = new Object[rows.size()];
	}

	void add(RowBatch<T> batch, List<Integer> positions) {
		this.batches.add(batch);
		this.positions.add(positions);
	}

	CompletableFuture<WriteResult<T>> send(Function<RowBatch<T>, CompletableFuture<WriteResult<T>>> send) {
		return send(send, 0);
	}

	// Loops while replies are already complete; with
	// thousands of calls, recursion would overflow the stack.
	private CompletableFuture<WriteResult<T>> send(Function<RowBatch<T>, CompletableFuture<WriteResult<T>>> send,
			int from) {
		for (int call = from; call < this.batches.size(); call++) {
			int index = call;
			CompletableFuture<WriteResult<T>> sent = send.apply(this.batches.get(index))
				.exceptionallyCompose((ex) -> CompletableFuture.failedFuture(failed(index, RowTransport.cause(ex))));
			if (!sent.isDone()) {
				return sent.thenCompose((written) -> {
					add(index, written);
					return send(send, index + 1);
				});
			}
			if (sent.isCompletedExceptionally()) {
				return sent.thenApply((written) -> WriteResult.empty());
			}
			add(index, sent.join());
		}
		return CompletableFuture.completedFuture(new WriteResult<>(this.count, List.of(this.ids), this.rows));
	}

	private void add(int call, WriteResult<T> written) {
		List<Integer> changed = this.positions.get(call);
		for (int i = 0; i < changed.size(); i++) {
			this.rows.set(changed.get(i), written.rows().get(i));
			this.ids[changed.get(i)] = written.ids().get(i);
		}
		this.count += written.count();
	}

	// If the first call certainly wrote nothing, or if it is
	// the only call, the cause alone describes the failure.
	private Throwable failed(int call, Throwable cause) {
		boolean unknown = BatchAttempt.mayHaveArrived(cause);
		if (call == 0 && (!unknown || this.batches.size() == 1)) {
			return cause;
		}
		RowRangeSet written = new RowRangeSet();
		RowRangeSet notWritten = new RowRangeSet();
		RowRangeSet uncertain = new RowRangeSet();
		for (int i = 0; i < this.positions.size(); i++) {
			RowRangeSet ranges = (i < call) ? written : (i == call && unknown) ? uncertain : notWritten;
			this.positions.get(i).forEach((position) -> ranges.add(position, position + 1L));
		}
		return new BatchWriteException(written.toList(), notWritten.toList(), uncertain.toList(), this.rows.size(),
				cause);
	}

}
