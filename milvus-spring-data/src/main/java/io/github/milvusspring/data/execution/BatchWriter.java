package io.github.milvusspring.data.execution;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchProgress;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.RowRangeSet;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * Writes any number of rows in batches, with several batches in flight, in memory that
 * does not grow with the number of rows.
 *
 * <p>
 * Two batches that may share a key are never in flight at the same time, so the last row
 * of a key is the one that remains, across batches as within one. One executor runs the
 * steps one at a time, and no step blocks: a step sends the batches that may be sent, and
 * each reply triggers the next step.
 *
 * @param <T> the kind of row
 */
final class BatchWriter<T> {

	private static final int FIRST_BATCH = 500;

	private final RowWriter<T> writes;

	private final BatchOptions options;

	private final BiFunction<List<T>, WriteOptions, RowBatch<T>> encode;

	private final Consumer<WriteResult<T>> results;

	private final RowSource<T> source;

	private final Executor steps;

	private final CompletableFuture<BatchProgress> done = new CompletableFuture<>();

	private final Deque<Piece<T>> pieces = new ArrayDeque<>();

	private final Deque<BatchAttempt<T>> underWay = new ArrayDeque<>();

	private final RowRangeSet written = new RowRangeSet();

	private final RowRangeSet notWritten = new RowRangeSet();

	private final RowRangeSet unknown = new RowRangeSet();

	private final long start = System.nanoTime();

	private @Nullable BatchAttempt<T> next;

	private @Nullable Throwable failure;

	private int rowsPerBatch;

	private long read;

	private long rows;

	private long bytes;

	/**
	 * Creates a writer for the rows of one source.
	 * @param writes sends batches without waiting
	 * @param options batch sizes, maximum number of batches in flight, retries and
	 * progress
	 * @param encode encodes rows as a batch
	 * @param results receives the result of each batch, in the order of the rows
	 * @param source the rows, which the steps read
	 * @param steps runs the steps, never two at the same time
	 */
	BatchWriter(RowWriter<T> writes, BatchOptions options, BiFunction<List<T>, WriteOptions, RowBatch<T>> encode,
			Consumer<WriteResult<T>> results, RowSource<T> source, Executor steps) {
		this.writes = writes;
		this.options = options;
		this.encode = encode;
		this.results = results;
		this.source = source;
		this.steps = steps;
		this.rowsPerBatch = Math.min(FIRST_BATCH, options.maxRows());
	}

	CompletableFuture<BatchProgress> write() {
		this.steps.execute(this::step);
		return this.done;
	}

	private void step() {
		while (!this.underWay.isEmpty() && this.underWay.element().isAnswered()) {
			finish(this.underWay.remove());
		}
		try {
			requireNotInterrupted();
			while (this.failure == null && sendNext()) {
				this.next = null;
			}
		}
		catch (Throwable ex) {
			fail(ex);
		}
		if (this.underWay.isEmpty() && !this.done.isDone()) {
			end();
		}
	}

	// An interrupt stops only batches that are not sent yet.
	// The others are awaited, so that their results are known.
	private void requireNotInterrupted() {
		if (Thread.currentThread().isInterrupted()
				&& (this.next != null || !this.pieces.isEmpty() || this.source.hasNext())) {
			throw new NonTransientDataAccessResourceException("The thread was interrupted: nothing more was sent");
		}
	}

	private boolean sendNext() {
		BatchAttempt<T> batch = (this.next != null) ? this.next : encodeNext();
		this.next = batch;
		if (batch == null || !mayBeSent(batch)) {
			return false;
		}
		batch.send(this.writes, this.options, this.steps, () -> this.failure == null);
		this.underWay.add(batch);
		batch.answer().whenComplete((result, ex) -> this.steps.execute(this::step));
		return true;
	}

	private void take() {
		long from = this.read;
		List<T> taken = this.source.take(this.rowsPerBatch);
		this.read += taken.size();
		// Recorded before the vectors are computed, so that rows whose
		// vectors cannot be computed are reported as not written.
		this.pieces.push(new Piece<>(taken, from));
		List<T> ready = this.source.ready(taken, from, this.options.write());
		if (ready != taken) {
			this.pieces.pop();
			this.pieces.push(new Piece<>(ready, from));
		}
	}

	// The size of a batch is known only once it is encoded, so a
	// batch that is too large is split in half and encoded again.
	private @Nullable BatchAttempt<T> encodeNext() {
		if (this.pieces.isEmpty() && this.source.hasNext()) {
			take();
		}
		while (!this.pieces.isEmpty()) {
			List<T> some = this.pieces.element().rows();
			RowBatch<T> batch = this.encode.apply(some, this.options.write());
			long from = this.pieces.remove().from();
			if (batch.bytes() <= this.options.maxBytes() || some.size() == 1) {
				long bytesPerRow = Math.max(1, batch.bytes() / some.size());
				long fitting = this.options.maxBytes() * 9L / 10 / bytesPerRow;
				this.rowsPerBatch = (int) Math.max(1, Math.min(this.options.maxRows(), fitting));
				return new BatchAttempt<>(batch, from);
			}
			int middle = some.size() / 2;
			this.rowsPerBatch = Math.max(1, Math.min(this.rowsPerBatch, middle));
			this.pieces.push(new Piece<>(some.subList(middle, some.size()), from + middle));
			this.pieces.push(new Piece<>(some.subList(0, middle), from));
		}
		return null;
	}

	private boolean mayBeSent(BatchAttempt<T> batch) {
		return this.underWay.size() < this.options.window() && this.underWay.stream().noneMatch(batch::mayShareKeys);
	}

	private void finish(BatchAttempt<T> oldest) {
		try {
			WriteResult<T> result = RowTransport.await(oldest.answer());
			this.written.add(oldest.from(), oldest.to());
			this.rows += oldest.to() - oldest.from();
			this.bytes += oldest.batch().bytes();
			this.results.accept(result);
			if (this.options.progress() != null) {
				this.options.progress().accept(progress());
			}
		}
		catch (Throwable ex) {
			if (oldest.answer().isCompletedExceptionally()) {
				(oldest.isUnknown() ? this.unknown : this.notWritten).add(oldest.from(), oldest.to());
			}
			fail(ex);
		}
	}

	private void fail(Throwable ex) {
		if (this.failure == null) {
			this.failure = ex;
		}
	}

	private void end() {
		if (this.failure == null) {
			this.done.complete(progress());
			return;
		}
		if (this.next != null) {
			this.notWritten.add(this.next.from(), this.next.to());
		}
		this.pieces.forEach((piece) -> this.notWritten.add(piece.from(), piece.from() + piece.rows().size()));
		this.done.completeExceptionally(new BatchWriteException(this.written.toList(), this.notWritten.toList(),
				this.unknown.toList(), this.read, this.failure));
	}

	private BatchProgress progress() {
		return new BatchProgress(this.rows, this.bytes, Duration.ofNanos(System.nanoTime() - this.start));
	}

	/**
	 * Rows that are not encoded yet.
	 *
	 * @param <T> the kind of row
	 * @param rows the rows
	 * @param from the index of the first row, counted over all batches
	 */
	private record Piece<T>(List<T> rows, long from) {
	}

}
