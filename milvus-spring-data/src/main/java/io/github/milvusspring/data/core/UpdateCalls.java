package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

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
	 * @param rows what was handed in
	 */
	UpdateCalls(List<T> rows) {
		this.rows = rows;
		this.ids = new Object[rows.size()];
	}

	void add(RowBatch<T> batch, List<Integer> positions) {
		this.batches.add(batch);
		this.positions.add(positions);
	}

	CompletableFuture<UpdateResult<T>> send(Function<RowBatch<T>, CompletableFuture<Written<T>>> send) {
		return send(send, 0);
	}

	// A loop as long as answers are there at once: thousands of calls would fill the
	// stack.
	private CompletableFuture<UpdateResult<T>> send(Function<RowBatch<T>, CompletableFuture<Written<T>>> send,
			int from) {
		for (int call = from; call < this.batches.size(); call++) {
			int index = call;
			CompletableFuture<Written<T>> sent = send.apply(this.batches.get(index))
				.exceptionallyCompose((ex) -> CompletableFuture.failedFuture(failed(index, RowCalls.cause(ex))));
			if (!sent.isDone()) {
				return sent.thenCompose((written) -> {
					add(index, written);
					return send(send, index + 1);
				});
			}
			if (sent.isCompletedExceptionally()) {
				return sent.thenApply((written) -> UpdateResult.nothing());
			}
			add(index, sent.join());
		}
		return CompletableFuture.completedFuture(new UpdateResult<>(this.count, List.of(this.ids), this.rows));
	}

	private void add(int call, Written<T> written) {
		List<Integer> changed = this.positions.get(call);
		for (int i = 0; i < changed.size(); i++) {
			this.rows.set(changed.get(i), written.rows().get(i));
			this.ids[changed.get(i)] = written.ids().get(i);
		}
		this.count += written.count();
	}

	// Where nothing of anything can be written, the reason says it all.
	private Throwable failed(int call, Throwable cause) {
		boolean unknown = SentBatch.mayHaveArrived(cause);
		if (call == 0 && (!unknown || this.batches.size() == 1)) {
			return cause;
		}
		RowRanges written = new RowRanges();
		RowRanges notWritten = new RowRanges();
		RowRanges uncertain = new RowRanges();
		for (int i = 0; i < this.positions.size(); i++) {
			RowRanges ranges = (i < call) ? written : (i == call && unknown) ? uncertain : notWritten;
			this.positions.get(i).forEach((position) -> ranges.add(position, position + 1L));
		}
		return new BatchWriteException(written.toList(), notWritten.toList(), uncertain.toList(), this.rows.size(),
				cause);
	}

}
