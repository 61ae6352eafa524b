package io.github.milvusspring.data.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.github.milvusspring.data.model.ConsistencyLevel;

/**
 * When this client last wrote to each collection, so that it reads what it wrote.
 */
public final class SessionTimestamps {

	private static final long EVERYTHING = 0;

	private static final long WHATEVER_IS_THERE = 1;

	private static final long BOUNDED_BY_SERVER = 2;

	private final AtomicLong clock = new AtomicLong();

	private final Map<String, LastWrite> lastWrites = new ConcurrentHashMap<>();

	/**
	 * Takes note of the start of a write.
	 * @return what to pass at its end
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

	// The pages of one iteration see what its first page has seen.
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
	 * The last write to a collection. Servers before 2.4 do not say when they deleted:
	 * until a write that began later, only a strong read is sure to see it.
	 *
	 * @param timestamp the latest timestamp that the server has said
	 * @param untimed when, by our own clock, a write without a timestamp ended; 0 for
	 * none
	 */
	private record LastWrite(long timestamp, long untimed) {
	}

}
