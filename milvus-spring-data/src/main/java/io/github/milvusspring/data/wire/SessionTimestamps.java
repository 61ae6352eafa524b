package io.github.milvusspring.data.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.github.milvusspring.data.model.ConsistencyLevel;

/**
 * Records when this client last wrote to each collection, so that reads with session
 * consistency see its writes.
 */
public final class SessionTimestamps {

	private static final long EVERYTHING = 0;

	private static final long WHATEVER_IS_THERE = 1;

	private static final long BOUNDED_BY_SERVER = 2;

	private final AtomicLong clock = new AtomicLong();

	private final Map<String, LastWrite> lastWrites = new ConcurrentHashMap<>();

	/**
	 * Returns the state of the session before a call, which {@link Request#succeeded}
	 * needs.
	 * @return the value to pass when the call has succeeded
	 */
	public long begin() {
		return this.clock.get();
	}

	void wrote(String collection, long timestamp, long begun) {
		this.lastWrites.compute(collection, (name, last) -> {
			long latest = Math.max(timestamp, (last != null) ? last.timestamp() : 0);
			if (timestamp <= 0) {
				return new LastWrite(latest, this.clock.incrementAndGet());
			}
			boolean later = last == null || begun >= last.untimed();
			return new LastWrite(latest, later ? 0 : last.untimed());
		});
	}

	// A timestamp that is set is kept, so that all pages of an iteration see what its
	// first page saw.
	ReadScope guarantee(ReadScope scope) {
		if (scope.guaranteeTimestamp() != 0) {
			return scope;
		}
		return switch (scope.consistency()) {
			case STRONG -> scope.asFreshAs(ConsistencyLevel.STRONG, EVERYTHING);
			case SESSION -> {
				LastWrite last = this.lastWrites.get(scope.collection());
				yield (last != null && last.untimed() > 0) ? scope.asFreshAs(ConsistencyLevel.STRONG, EVERYTHING)
						: scope.asFreshAs(ConsistencyLevel.SESSION,
								(last != null) ? last.timestamp() : WHATEVER_IS_THERE);
			}
			case BOUNDED -> scope.asFreshAs(ConsistencyLevel.BOUNDED, BOUNDED_BY_SERVER);
			case EVENTUALLY -> scope.asFreshAs(ConsistencyLevel.EVENTUALLY, WHATEVER_IS_THERE);
		};
	}

	/**
	 * The last write to a collection. Servers before 2.4 return no timestamp for a
	 * delete: until a later write has a timestamp, only a strong read is certain to see
	 * that delete.
	 *
	 * @param timestamp the latest timestamp that the server returned
	 * @param untimed when a write without a timestamp ended, by the counter of this
	 * class; 0 for none
	 */
	private record LastWrite(long timestamp, long untimed) {
	}

}
