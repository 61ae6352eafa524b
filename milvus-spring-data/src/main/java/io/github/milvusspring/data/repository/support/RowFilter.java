package io.github.milvusspring.data.repository.support;

import java.util.List;
import java.util.function.Function;

import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;

/**
 * Selects the rows that a method reads, counts or deletes.
 *
 * @param filter creates the filter of a call
 * @param partitions the partitions to read in a call, none for all
 */
record RowFilter(FilterSource filter, Function<QueryArguments, List<String>> partitions) {

	static RowFilter of(FilterSource filter) {
		return new RowFilter(filter, (arguments) -> List.of());
	}

	FilterQuery query(QueryArguments arguments) {
		return FilterQuery.of(this.filter.filter(arguments))
			.withOptions(ReadOptions.inPartitions(this.partitions.apply(arguments).toArray(String[]::new)));
	}

}
