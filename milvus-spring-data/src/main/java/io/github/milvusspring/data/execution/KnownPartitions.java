package io.github.milvusspring.data.execution;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.milvusspring.data.admin.CollectionAdministration;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Refuses partitions that do not exist, if the server would not report that: in such a
 * partition Milvus Lite finds nothing, and it fails a write without a reason.
 */
final class KnownPartitions {

	private final CollectionAdministration collections;

	private final boolean needed;

	private final Set<List<String>> known = ConcurrentHashMap.newKeySet();

	KnownPartitions(CollectionAdministration collections, boolean needed) {
		this.collections = collections;
		this.needed = needed;
	}

	void forget() {
		this.known.clear();
	}

	void require(String collection, String partition) {
		if (!this.needed || this.known.contains(List.of(collection, partition))) {
			return;
		}
		if (!this.collections.partitions(collection).exists(partition)) {
			throw new InvalidDataAccessResourceUsageException("Collection '" + collection + "' has no partition '"
					+ partition + "': create it first, with partitions(\"...\").create(...)");
		}
		this.known.add(List.of(collection, partition));
	}

}
