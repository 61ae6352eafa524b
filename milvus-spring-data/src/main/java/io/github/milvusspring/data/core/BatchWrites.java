package io.github.milvusspring.data.core;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * Writes any number of rows in batches, several under way at once, in memory that does
 * not grow with their number.
 *
 * <p>
 * Batches that may share a key are never under way together, so the last row of a key
 * wins, across batches as within one.
 *
 * @param <T> the kind of row
 */
final class BatchWrites<T> {

	private static final int FIRST_BATCH = 500;

	private final RowWrites<T> writes;

	private final BatchOptions options;

	private final BiFunction<List<T>, WriteOptions, RowBatch<T>> encode;

	private final Consumer<Written<T>> results;

	private final Deque<UnderWay<T>> underWay = new ArrayDeque<>();

	private final RowRanges written = new RowRanges();

	private final RowRanges notWritten = new RowRanges();

	private final RowRanges unknown = new RowRanges();

	private final long start = System.nanoTime();

	private @Nullable Throwable failure;

	private int rowsPerBatch;

	private long read;

	private long rows;

	private long bytes;

	BatchWrites(RowWrites<T> writes, BatchOptions options, BiFunction<List<T>, WriteOptions, RowBatch<T>> encode,
			Consumer<Written<T>> results) {
		this.writes = writes;
		this.options = options;
		this.encode = encode;
		this.results = results;
		this.rowsPerBatch = Math.min(FIRST_BATCH, options.maxRows());
	}

	BatchProgress write(Iterator<? extends T> source) {
		try {
			while (this.failure == null && source.hasNext()) {
				write(take(source));
			}
		}
		catch (RuntimeException ex) {
			fail(ex);
		}
		while (!this.underWay.isEmpty()) {
			finishOldest();
		}
		if (this.failure != null) {
			throw new BatchWriteException(this.written.toList(), this.notWritten.toList(), this.unknown.toList(),
					this.read, this.failure);
		}
		return progress();
	}

	private List<T> take(Iterator<? extends T> source) {
		List<T> taken = new ArrayList<>(this.rowsPerBatch);
		while (taken.size() < this.rowsPerBatch && source.hasNext()) {
			taken.add(source.next());
		}
		this.read += taken.size();
		return taken;
	}

	private void write(List<T> taken) {
		long from = this.read - taken.size();
		try {
			split(taken, from);
		}
		catch (RuntimeException ex) {
			fail(ex);
		}
	}

	// Half of a batch that is too large is made anew: sizes are known once it is encoded.
	private void split(List<T> some, long from) {
		RowBatch<T> batch;
		try {
			batch = this.encode.apply(some, this.options.write());
		}
		catch (RuntimeException ex) {
			this.notWritten.add(from, from + some.size());
			throw ex;
		}
		if (batch.bytes() > this.options.maxBytes() && some.size() > 1) {
			int middle = some.size() / 2;
			this.rowsPerBatch = Math.max(1, Math.min(this.rowsPerBatch, middle));
			split(some.subList(0, middle), from);
			if (this.failure != null) {
				this.notWritten.add(from + middle, from + some.size());
				return;
			}
			split(some.subList(middle, some.size()), from + middle);
			return;
		}
		long bytesPerRow = Math.max(1, batch.bytes() / some.size());
		long fitting = this.options.maxBytes() * 9L / 10 / bytesPerRow;
		this.rowsPerBatch = (int) Math.max(1, Math.min(this.options.maxRows(), fitting));
		send(batch, from);
	}

	private void send(RowBatch<T> batch, long from) {
		KeyHashes keys = (batch.keys() != null) ? KeyHashes.of(batch.keys()) : null;
		while (this.underWay.size() >= this.options.window() || sharesKeys(keys)) {
			finishOldest();
		}
		if (this.failure != null) {
			this.notWritten.add(from, from + batch.rows().size());
			return;
		}
		CompletableFuture<Written<T>> result;
		try {
			result = this.writes.send(batch, this.options.write());
		}
		catch (RuntimeException ex) {
			this.notWritten.add(from, from + batch.rows().size());
			throw ex;
		}
		this.underWay.add(new UnderWay<>(batch, from, keys, result));
	}

	private boolean sharesKeys(@Nullable KeyHashes keys) {
		return keys != null
				&& this.underWay.stream().anyMatch((other) -> other.keys() != null && other.keys().mayShareWith(keys));
	}

	private void finishOldest() {
		UnderWay<T> oldest = this.underWay.remove();
		long to = oldest.from() + oldest.batch().rows().size();
		Written<T> result;
		try {
			result = result(oldest);
		}
		catch (RuntimeException ex) {
			(mayHaveArrived(ex) ? this.unknown : this.notWritten).add(oldest.from(), to);
			fail(ex);
			return;
		}
		this.written.add(oldest.from(), to);
		this.rows += to - oldest.from();
		this.bytes += oldest.batch().bytes();
		this.results.accept(result);
		if (this.options.progress() != null) {
			this.options.progress().accept(progress());
		}
	}

	private Written<T> result(UnderWay<T> sent) {
		try {
			return sent.result().join();
		}
		catch (CompletionException ex) {
			RuntimeException cause = (ex.getCause() instanceof RuntimeException known) ? known : ex;
			if (this.options.retries() == 0 || this.failure != null || !retryable(sent.batch(), cause)) {
				throw cause;
			}
			return retry(sent.batch());
		}
	}

	private Written<T> retry(RowBatch<T> batch) {
		RetryTemplate retry = new RetryTemplate(RetryPolicy.builder()
			.maxRetries(this.options.retries() - 1L)
			.delay(Duration.ofMillis(200))
			.multiplier(2)
			.maxDelay(Duration.ofSeconds(5))
			.predicate((ex) -> retryable(batch, ex))
			.build());
		try {
			return retry.execute(() -> RowCalls.await(this.writes.send(batch, this.options.write())));
		}
		catch (RetryException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex);
		}
	}

	// A busy server has refused; of an unreachable one it is not known, and only an
	// upsert may happen twice.
	private static boolean retryable(RowBatch<?> batch, Throwable ex) {
		return ex instanceof TransientDataAccessResourceException
				|| (ex instanceof DataAccessResourceFailureException && batch.repeatable());
	}

	static boolean mayHaveArrived(Throwable ex) {
		return ex instanceof DataAccessResourceFailureException || ex instanceof QueryTimeoutException;
	}

	private void fail(Throwable ex) {
		if (this.failure == null) {
			this.failure = ex;
		}
	}

	private BatchProgress progress() {
		return new BatchProgress(this.rows, this.bytes, Duration.ofNanos(System.nanoTime() - this.start));
	}

	/**
	 * A batch that was sent.
	 *
	 * @param <T> the kind of row
	 * @param batch the batch
	 * @param from its first row, counted over all batches
	 * @param keys its keys, {@code null} when the server generates them
	 * @param result what will come of it
	 */
	private record UnderWay<T>(RowBatch<T> batch, long from, @Nullable KeyHashes keys,
			CompletableFuture<Written<T>> result) {
	}

}
