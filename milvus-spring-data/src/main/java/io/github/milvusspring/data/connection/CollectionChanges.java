package io.github.milvusspring.data.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which collections are no longer what they were when they were last looked at, as far as
 * this connection knows: it has changed them, or the server misses them.
 */
public final class CollectionChanges {

	private static final int MOST_NAMES = 1_000;

	private final Map<String, Long> collections = new ConcurrentHashMap<>();

	private volatile long latest;

	private volatile long all;

	CollectionChanges() {
	}

	/**
	 * Returns the number of the latest change.
	 * @return a number that grows with each change
	 */
	public long latest() {
		return this.latest;
	}

	/**
	 * Notes a change of one collection.
	 * @param collection its name
	 */
	public synchronized void add(String collection) {
		if (this.collections.size() >= MOST_NAMES) {
			addAll();
			return;
		}
		this.collections.put(collection, this.latest + 1);
		this.latest++;
	}

	/**
	 * Notes a change of which it is not known which names it concerns, for there are
	 * aliases.
	 */
	public synchronized void addAll() {
		this.all = this.latest + 1;
		this.collections.clear();
		this.latest++;
	}

	/**
	 * Tells whether a collection has changed.
	 * @param collection its name
	 * @param since the number of the latest change when it was looked at
	 * @return {@code true} when it has changed after that
	 */
	public boolean isChanged(String collection, long since) {
		return this.all > since || this.collections.getOrDefault(collection, 0L) > since;
	}

}
