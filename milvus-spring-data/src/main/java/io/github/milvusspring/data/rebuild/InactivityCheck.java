package io.github.milvusspring.data.rebuild;

import java.time.Duration;
import java.util.function.Supplier;

import io.github.milvusspring.data.admin.Polling;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;

/**
 * Checks whether the rebuild of another application instance is still making progress.
 *
 * @param alias the alias whose collection the other instance rebuilds
 * @param time how long the other instance must make no progress before it counts as dead
 */
record InactivityCheck(String alias, Duration time) {

	void require(Supplier<Object> look) {
		if (this.time.isZero()) {
			return;
		}
		Object before = look.get();
		Polling<Object> change = new Polling<>((seen) -> !seen.equals(before), (seen) -> "Nothing has changed");
		boolean changed;
		try {
			changed = change.isFinishedWithin(this.time, look);
		}
		catch (QueryTimeoutException ex) {
			throw new QueryTimeoutException("Watching whether another instance still rebuilds '" + this.alias
					+ "' was interrupted, and nothing was begun", ex);
		}
		if (changed) {
			throw new ConcurrencyFailureException("Another instance is just rebuilding '" + this.alias
					+ "': wait until it is done; its rebuild is taken over when it stands still for " + this.time);
		}
	}

}
