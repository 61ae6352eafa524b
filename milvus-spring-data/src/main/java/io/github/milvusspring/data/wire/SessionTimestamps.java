package io.github.milvusspring.data.wire;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.milvusspring.data.mapping.ConsistencyLevel;

/**
 * When this client last wrote to each collection, so that it reads what it wrote.
 */
final class SessionTimestamps {

	private static final long WHATEVER_IS_THERE = 1;

	private static final long BOUNDED_BY_SERVER = 2;

	private final Map<String, Long> lastWrites = new ConcurrentHashMap<>();

	void wrote(String collection, long timestamp) {
		if (timestamp > 0) {
			this.lastWrites.merge(collection, timestamp, Math::max);
		}
	}

	long guarantee(String collection, ConsistencyLevel level) {
		return switch (level) {
			case STRONG -> 0;
			case SESSION -> this.lastWrites.getOrDefault(collection, WHATEVER_IS_THERE);
			case BOUNDED -> BOUNDED_BY_SERVER;
			case EVENTUALLY -> WHATEVER_IS_THERE;
		};
	}

}
