package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.github.milvusspring.data.convert.RowReader;
import io.github.milvusspring.data.mapping.ConsistencyLevel;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.query.SearchQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.SearchResults;

/**
 * What is done with one kind of row in one collection.
 *
 * @param <T> the kind of row
 * @param reads reads on the caller's thread
 * @param searches searches on the caller's thread
 * @param writes writes on the caller's thread
 * @param updates writes some fields on the caller's thread
 * @param async the same on gRPC's threads
 * @param embedding makes vectors from texts on the caller's thread, {@code null} where
 * rows have theirs
 */
record CollectionRows<T>(RowReads<T> reads, RowSearches<T> searches, RowWrites<T> writes, RowUpdates<T> updates,
		Async<T> async, @Nullable EntityEmbedding<T> embedding) {

	CollectionRows<T> withConsistency(ConsistencyLevel level) {
		RowReads<T> otherReads = this.reads.withConsistency(level);
		RowReads<T> otherAsyncReads = this.async.reads().withConsistency(level);
		return new CollectionRows<>(
				otherReads, otherReads.searches(this.embedding), this.writes, this.updates, new Async<>(otherAsyncReads,
						otherAsyncReads.searches(this.embedding), this.async.writes(), this.async.updates()),
				this.embedding);
	}

	InsertResult<T> insert(List<T> rows, WriteOptions options) {
		List<T> ready = ready(rows, options);
		return inserted(CallersThread.await((thread) -> whole(this.writes).insert(ready, options, thread)));
	}

	UpsertResult<T> upsert(List<T> rows, WriteOptions options) {
		List<T> ready = ready(rows, options);
		return upserted(CallersThread.await((thread) -> whole(this.writes).upsert(ready, options, thread)));
	}

	CompletableFuture<InsertResult<T>> insertAsync(List<T> rows, WriteOptions options) {
		return whole(this.async.writes()).insert(ready(rows, options), options, new Turns())
			.thenApply(CollectionRows::inserted);
	}

	CompletableFuture<UpsertResult<T>> upsertAsync(List<T> rows, WriteOptions options) {
		return whole(this.async.writes()).upsert(ready(rows, options), options, new Turns())
			.thenApply(CollectionRows::upserted);
	}

	private List<T> ready(List<T> rows, WriteOptions options) {
		return (this.embedding != null) ? this.embedding.embed(rows, 0, options) : rows;
	}

	private WholeWrites<T> whole(RowWrites<T> single) {
		return new WholeWrites<>(single, this.async.writes());
	}

	private static <T> InsertResult<T> inserted(Written<T> written) {
		return new InsertResult<>(written.count(), written.ids(), written.rows());
	}

	private static <T> UpsertResult<T> upserted(Written<T> written) {
		return new UpsertResult<>(written.count(), written.ids(), written.rows());
	}

	BatchProgress insertAll(Iterator<? extends T> rows, BatchOptions options) {
		return writeAll(rows, options, this.writes::insertBatch);
	}

	BatchProgress upsertAll(Iterator<? extends T> rows, BatchOptions options) {
		return writeAll(rows, options, this.writes::upsertOrInsertBatch);
	}

	private BatchProgress writeAll(Iterator<? extends T> rows, BatchOptions options,
			BiFunction<List<T>, WriteOptions, RowBatch<T>> encode) {
		return CallersThread.await((thread) -> new BatchWrites<>(this.async.writes(), options, encode, (result) -> {
		}, new RowSource<>(rows, this.embedding), thread).write()
			.thenCompose((progress) -> this.async.writes().flushed(progress.rows(), options.write(), progress)));
	}

	BatchProgress copyAll(Iterator<? extends T> rows, BatchOptions options) {
		return writeAll(rows, options, this.writes::copyBatch);
	}

	UpdateResult<T> update(List<T> rows, ChosenProperties properties, WriteOptions options) {
		return RowCalls.await(this.updates.update(rows, properties, options));
	}

	DeleteResult deleteByKeys(Collection<?> keys, WriteOptions options) {
		return RowCalls.await(this.writes.deletes().byKeys(keys, options));
	}

	DeleteResult delete(Filter filter, WriteOptions options) {
		return RowCalls.await(this.writes.deletes().matching(filter, options));
	}

	DeleteResult deleteEverything() {
		return RowCalls.await(this.writes.deletes().everything(WriteOptions.DEFAULT));
	}

	List<T> get(Collection<?> keys, ReadOptions options) {
		return RowCalls.await(this.reads.get(keys, options));
	}

	/** Makes whole rows. */
	RowReader<T> whole() {
		return this.reads.whole();
	}

	boolean exists(Filter filter, ReadOptions options) {
		return RowCalls.await(this.reads.exists(filter, options));
	}

	<R> List<R> query(ScalarQuery query, RowReader<R> reader) {
		if (RowReads.inOneCall(query)) {
			return RowCalls.await(this.reads.query(query, reader));
		}
		try (Stream<R> rows = this.reads.stream(query, reader)) {
			return rows.toList();
		}
	}

	long count(Filter filter, ReadOptions options) {
		return RowCalls.await(this.reads.count(filter, options));
	}

	<R> SearchResults<R> search(SearchQuery<?> query, RowReader<R> reader) {
		return RowCalls.await(this.searches.search(query, reader));
	}

	/**
	 * What is done on gRPC's threads.
	 *
	 * @param <T> the kind of row
	 * @param reads the reads
	 * @param searches the searches
	 * @param writes the writes
	 * @param updates the partial updates
	 */
	record Async<T>(RowReads<T> reads, RowSearches<T> searches, RowWrites<T> writes, RowUpdates<T> updates) {
	}

}
