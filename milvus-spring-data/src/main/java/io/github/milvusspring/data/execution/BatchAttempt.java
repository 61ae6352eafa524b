package io.github.milvusspring.data.execution;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import io.github.milvusspring.data.connection.MilvusServerException;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;

/**
 * A batch that is sent, and sent again after a failure when that is safe.
 *
 * @param <T> the kind of row
 */
final class BatchAttempt<T> {

	private static final List<Class<? extends DataAccessException>> REFUSALS = List.of(
			DataIntegrityViolationException.class, InvalidDataAccessResourceUsageException.class,
			InvalidDataAccessApiUsageException.class, PermissionDeniedDataAccessException.class,
			IncorrectResultSizeDataAccessException.class);

	private static final long FIRST_DELAY = 200;

	private static final long LONGEST_DELAY = 5_000;

	private final RowBatch<T> batch;

	private final long from;

	private final @Nullable KeyHashes keys;

	private CompletableFuture<WriteResult<T>> answer = new CompletableFuture<>();

	private boolean unknown;

	/**
	 * Creates a batch that is not sent yet.
	 * @param batch the rows
	 * @param from the index of the first row, counted over all batches
	 */
	BatchAttempt(RowBatch<T> batch, long from) {
		this.batch = batch;
		this.from = from;
		this.keys = (batch.keys() != null) ? KeyHashes.of(batch.keys()) : null;
	}

	RowBatch<T> batch() {
		return this.batch;
	}

	long from() {
		return this.from;
	}

	long to() {
		return this.from + this.batch.rows().size();
	}

	boolean mayShareKeys(BatchAttempt<T> other) {
		return this.keys != null && other.keys != null && this.keys.mayShareWith(other.keys);
	}

	/** Returns the result of the batch, after all retries. */
	CompletableFuture<WriteResult<T>> answer() {
		return this.answer;
	}

	boolean isAnswered() {
		return this.answer.isDone();
	}

	/** Returns whether a failed attempt may have written the rows nevertheless. */
	boolean isUnknown() {
		return this.unknown;
	}

	/**
	 * Sends the batch.
	 * @param writes sends batches without waiting
	 * @param options the time-out and the number of retries
	 * @param steps runs the decisions about retries, one at a time
	 * @param wanted whether a retry is still wanted
	 */
	void send(RowWriter<T> writes, BatchOptions options, Executor steps, BooleanSupplier wanted) {
		this.answer = attempt(writes, options, steps, wanted, 0);
	}

	private CompletableFuture<WriteResult<T>> attempt(RowWriter<T> writes, BatchOptions options, Executor steps,
			BooleanSupplier wanted, int retries) {
		return writes.send(this.batch, options.write()).exceptionallyComposeAsync((ex) -> {
			Throwable cause = RowTransport.cause(ex);
			this.unknown |= mayHaveArrived(cause);
			CompletableFuture<WriteResult<T>> failed = CompletableFuture.failedFuture(cause);
			if (retries == options.retries() || !wanted.getAsBoolean() || !isRepeatable(cause, writes)) {
				return failed;
			}
			long delay = Math.min(LONGEST_DELAY, FIRST_DELAY << Math.min(retries, 10));
			Executor later = CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS, steps);
			return CompletableFuture.supplyAsync(
					() -> wanted.getAsBoolean() ? attempt(writes, options, steps, wanted, retries + 1) : failed, later)
				.thenCompose(Function.identity());
		}, steps);
	}

	// If the rows may have been written, only an upsert may be repeated,
	// and only if the server does not generate a new key for each upsert.
	private boolean isRepeatable(Throwable cause, RowWriter<T> writes) {
		boolean passing = cause instanceof TransientDataAccessResourceException
				|| cause instanceof DataAccessResourceFailureException;
		return passing && (!mayHaveArrived(cause) || (this.batch.repeatable() && !writes.generatesKeys()));
	}

	/**
	 * Returns whether a failed write may have written its rows nevertheless: always,
	 * unless the server or this client refused the request before the write.
	 */
	static boolean mayHaveArrived(Throwable ex) {
		if (ex.getCause() instanceof MilvusServerException server) {
			return !server.isRefusal();
		}
		return REFUSALS.stream().noneMatch((refusal) -> refusal.isInstance(ex));
	}

}
