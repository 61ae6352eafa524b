package io.github.milvusspring.data.execution;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.FilterWriter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.wire.DeleteRequest;
import io.github.milvusspring.data.wire.WriteReply;
import io.github.milvusspring.data.write.WriteOptions;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Deletes rows of one collection.
 *
 * @param collection the collection
 * @param filters encodes filters as Milvus expressions
 * @param calls sends the requests
 * @param partitions refuses partitions that do not exist
 * @param reads finds the keys of one partition
 */
record RowDeleter(CollectionSchema collection, FilterWriter filters, RowTransport calls, KnownPartitions partitions,
		RowFetcher<?> reads) {

	CompletableFuture<Long> byKeys(Collection<?> keys, WriteOptions options) {
		return keys.isEmpty() ? CompletableFuture.completedFuture(0L)
				: matching(Filter.where(this.collection.primaryKey().name()).in(keys), options);
	}

	CompletableFuture<Long> matching(Filter filter, WriteOptions options) {
		String text = this.filters.write(filter);
		if (text == null) {
			return CompletableFuture.completedFuture(0L);
		}
		if (text.isBlank()) {
			throw new InvalidDataAccessApiUsageException("A delete from '" + this.collection.name()
					+ "' needs a filter: without one it would touch every row. Use deleteAll() for that");
		}
		String partition = options.partition();
		if (partition != null) {
			this.partitions.require(this.collection.name(), partition);
			if (this.calls.isLite()) {
				return inLitePartition(filter, partition, options);
			}
		}
		return this.calls.call(new DeleteRequest(this.collection.name(), partition, text), options.timeout())
			.thenApply(WriteReply::deleted);
	}

	// Milvus Lite would delete matching rows in the other
	// partitions too. So the keys of the matching rows of this
	// partition are read first, and only these keys are deleted.
	private CompletableFuture<Long> inLitePartition(Filter filter, String partition, WriteOptions options) {
		ReadOptions read = new ReadOptions(List.of(partition), List.of(), null, options.timeout());
		return this.reads.keys(FilterQuery.of(filter).withOptions(read))
			.thenCompose((keys) -> byKeys(keys, new WriteOptions(null, options.timeout())));
	}

	CompletableFuture<Long> everything(WriteOptions options) {
		return matching(MatchAllFilter.of(this.collection), options);
	}

}
