package io.github.milvusspring.data.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records which collections may differ from their last known description, because this
 * connection changed them or because the server reported that they do not exist.
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
	 * Records a change of one collection.
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
	 * Records a change that may concern any collection. Because of aliases, the names
	 * that a change concerns are not always known.
	 */
	public synchronized void addAll() {
		this.all = this.latest + 1;
		this.collections.clear();
		this.latest++;
	}

	/**
	 * Tells whether a collection has changed.
	 * @param collection its name
	 * @param since the number of the latest change when the collection was last checked
	 * @return {@code true} when it may have changed since
	 */
	public boolean isChanged(String collection, long since) {
		return this.all > since || this.collections.getOrDefault(collection, 0L) > since;
	}

}
