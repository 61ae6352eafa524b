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
 * Looks again, less and less often, until what the server works on is finished.
 *
 * @param <S> what is seen at each look
 * @param finished tells by what is seen whether to stop waiting
 * @param late says in the exception what is not finished after the longest time
 */
record Polling<S>(Predicate<S> finished, Function<S, String> late) {

	/**
	 * Waits.
	 * @param timeout the longest time, {@code null} for no limit
	 * @param look sees how far the server is; what it throws ends the waiting
	 * @throws QueryTimeoutException when it is not finished in time or the thread is
	 * interrupted
	 */
	void await(@Nullable Duration timeout, Supplier<S> look) {
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
				S seen = look.get();
				if (!this.finished.test(seen)) {
					throw new NotFinished(this.late.apply(seen));
				}
				return seen;
			});
		}
		catch (RetryException ex) {
			if (ex.getCause() instanceof NotFinished late) {
				boolean interrupted = Thread.currentThread().isInterrupted();
				throw new QueryTimeoutException(
						(interrupted ? "The waiting was interrupted: " : "") + late.getMessage(), ex);
			}
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
	}

	/**
	 * Not an error, but the reason to look again.
	 */
	private static final class NotFinished extends RuntimeException {

		NotFinished(String message) {
			super(message, null, false, false);
		}

	}

}
