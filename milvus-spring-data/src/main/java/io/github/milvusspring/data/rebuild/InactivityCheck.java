package io.github.milvusspring.data.rebuild;

import java.time.Duration;
import java.util.function.Supplier;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;

/**
 * Watches whether another instance still does something.
 *
 * @param alias what it rebuilds
 * @param time how long it must do nothing to count as dead
 */
record InactivityCheck(String alias, Duration time) {

	void require(Supplier<Object> look) {
		if (this.time.isZero()) {
			return;
		}
		Object before = look.get();
		RetryTemplate watch = new RetryTemplate(RetryPolicy.builder()
			.maxRetries(Long.MAX_VALUE)
			.timeout(this.time)
			.delay(Duration.ofMillis(500))
			.includes(Unchanged.class)
			.build());
		try {
			watch.execute(() -> {
				if (look.get().equals(before)) {
					throw new Unchanged();
				}
				return before;
			});
		}
		catch (RetryException ex) {
			if (Thread.currentThread().isInterrupted()) {
				throw new QueryTimeoutException("Watching whether another instance still rebuilds '" + this.alias
						+ "' was interrupted, and nothing was begun", ex);
			}
			if (ex.getCause() instanceof Unchanged) {
				return;
			}
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
		throw new ConcurrencyFailureException("Another instance is just rebuilding '" + this.alias
				+ "': wait until it is done; its rebuild is taken over when it stands still for " + this.time);
	}

	/**
	 * Not an error, but the reason to look again.
	 */
	private static final class Unchanged extends RuntimeException {

		Unchanged() {
			super(null, null, false, false);
		}

	}

}
