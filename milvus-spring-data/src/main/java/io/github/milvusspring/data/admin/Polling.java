package io.github.milvusspring.data.admin;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.QueryTimeoutException;

/**
 * Asks the server for the progress of its work, at growing intervals, until the work is
 * finished.
 *
 * @param <S> the type of the progress
 * @param finished tells whether the work is finished
 * @param unfinished returns the message of the exception when the time-out has passed
 */
public record Polling<S>(Predicate<S> finished, Function<S, String> unfinished) {

	/**
	 * Waits until the work is finished.
	 * @param timeout the maximum time to wait, {@code null} for no limit
	 * @param progress asks the server for the progress; an exception that it throws ends
	 * the wait
	 * @throws QueryTimeoutException when the work is not finished in time, or the thread
	 * is interrupted
	 */
	public void await(@Nullable Duration timeout, Supplier<S> progress) {
		NotFinished late = poll(timeout, progress);
		if (late != null) {
			throw new QueryTimeoutException(late.getMessage(), late);
		}
	}

	/**
	 * Waits until the work is finished or the time has passed.
	 * @param time the maximum time to wait
	 * @param progress asks the server for the progress; an exception that it throws ends
	 * the wait
	 * @return {@code true} when the work is finished
	 * @throws QueryTimeoutException when the thread is interrupted
	 */
	public boolean isFinishedWithin(Duration time, Supplier<S> progress) {
		return poll(time, progress) == null;
	}

	private @Nullable NotFinished poll(@Nullable Duration timeout, Supplier<S> progress) {
		RetryTemplate again = new RetryTemplate(RetryPolicy.builder()
			.maxRetries(Duration.ZERO.equals(timeout) ? 0 : Long.MAX_VALUE)
			.timeout((timeout != null) ? timeout : Duration.ZERO)
			.delay(Duration.ofMillis(20))
			.multiplier(1.5)
			.maxDelay(Duration.ofSeconds(1))
			.includes(NotFinished.class)
			.build());
		try {
			again.execute(() -> {
				S current = progress.get();
				if (!this.finished.test(current)) {
					throw new NotFinished(this.unfinished.apply(current));
				}
				return current;
			});
			return null;
		}
		catch (RetryException ex) {
			if (!(ex.getCause() instanceof NotFinished late)) {
				throw (ex.getCause() instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
			}
			if (Thread.currentThread().isInterrupted()) {
				throw new QueryTimeoutException("The waiting was interrupted: " + late.getMessage(), ex);
			}
			return late;
		}
	}

	/**
	 * Signals the retry template to ask again; not an error.
	 */
	private static final class NotFinished extends RuntimeException {

		NotFinished(String message) {
			super(message, null, false, false);
		}

	}

}
