package io.github.milvusspring.data.admin;

import java.util.Map;

/**
 * What a server says of the size of a collection.
 *
 * @param rows the rows that are flushed, with deleted ones that are not compacted yet: an
 * estimate, where {@code count} is exact
 * @param rowsByPartition the same by partition
 */
public record CollectionStatistics(long rows, Map<String, Long> rowsByPartition) {

	public CollectionStatistics {
		rowsByPartition = Map.copyOf(rowsByPartition);
	}

}
