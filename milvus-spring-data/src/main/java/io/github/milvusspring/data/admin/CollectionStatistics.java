package io.github.milvusspring.data.admin;

import java.util.Map;

/**
 * The size of a collection, as the server reports it.
 *
 * @param rows the number of flushed rows, including deleted rows that are not compacted
 * yet: an estimate, whereas {@code count} is exact
 * @param rowsByPartition the same number for each partition, by its name
 */
public record CollectionStatistics(long rows, Map<String, Long> rowsByPartition) {

	public CollectionStatistics {
		rowsByPartition = Map.copyOf(rowsByPartition);
	}

}
