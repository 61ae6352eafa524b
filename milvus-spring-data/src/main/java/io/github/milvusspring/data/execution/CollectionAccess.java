package io.github.milvusspring.data.execution;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.milvusspring.data.convert.RowReader;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchProgress;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.Update;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Window;

/**
 * All operations on the rows of one collection, as entities or as maps.
 *
 * <p>
 * The operations return futures. If the object is blocking, every call is made on the
 * thread of the caller and each future has completed when it is returned. The futures of
 * {@link #async()} complete on the threads of gRPC.
 *
 * @param <T> the kind of row: an entity or a map
 */
public final class CollectionAccess<T> {

	private final RowFetcher<T> reads;

	private final RowWriter<T> writes;

	private final RowUpdater<T> updates;

	private final @Nullable EntityEmbedding<T> embedding;

	private final RowSearcher<T> searches;

	private final @Nullable CollectionAccess<T> async;

	/**
	 * Creates the access to a collection.
	 * @param reads reads rows
	 * @param writes writes rows
	 * @param updates writes some fields of rows
	 * @param embedding computes vectors from texts, {@code null} if rows contain their
	 * vectors
	 * @param async the access whose calls do not wait, {@code null} if this access is
	 * itself that one
	 */
	CollectionAccess(RowFetcher<T> reads, RowWriter<T> writes, RowUpdater<T> updates,
			@Nullable EntityEmbedding<T> embedding, @Nullable CollectionAccess<T> async) {
		this.reads = reads;
		this.writes = writes;
		this.updates = updates;
		this.embedding = embedding;
		this.searches = reads.searches(embedding);
		this.async = async;
	}

	/**
	 * Waits for the result of an operation.
	 * @param <R> the result
	 * @param future the future of the operation
	 * @return the result
	 * @throws RuntimeException the exception with which the operation failed, without a
	 * wrapper
	 */
	public static <R> R await(CompletableFuture<R> future) {
		return RowTransport.await(future);
	}

	/**
	 * Returns the same operations, with another default consistency level for reads.
	 */
	public CollectionAccess<T> withConsistency(ConsistencyLevel level) {
		return new CollectionAccess<>(this.reads.withConsistency(level), this.writes, this.updates, this.embedding,
				(this.async != null) ? this.async.withConsistency(level) : null);
	}

	/** Returns the same operations with futures that complete on the threads of gRPC. */
	public CollectionAccess<T> async() {
		return (this.async != null) ? this.async : this;
	}

	public CompletableFuture<WriteResult<T>> insert(List<T> rows, WriteOptions options) {
		List<T> embedded = embedded(rows, options);
		return inSteps((steps) -> writer().insert(embedded, options, steps));
	}

	public CompletableFuture<WriteResult<T>> upsert(List<T> rows, WriteOptions options) {
		List<T> embedded = embedded(rows, options);
		return inSteps((steps) -> writer().upsert(embedded, options, steps));
	}

	public CompletableFuture<BatchProgress> insertAll(Iterator<? extends T> rows, BatchOptions options) {
		return writeAll(rows, options, this.writes::insertBatch);
	}

	public CompletableFuture<BatchProgress> upsertAll(Iterator<? extends T> rows, BatchOptions options) {
		return writeAll(rows, options, this.writes::upsertOrInsertBatch);
	}

	private CompletableFuture<BatchProgress> writeAll(Iterator<? extends T> rows, BatchOptions options,
			BiFunction<List<T>, WriteOptions, RowBatch<T>> encode) {
		RowWriter<T> batched = async().writes;
		return inSteps((steps) -> new BatchWriter<>(batched, options, encode, (result) -> {
		}, new RowSource<>(rows, this.embedding), steps).write()
			.thenCompose((progress) -> batched.flushed(progress.rows(), options.write(), progress)));
	}

	private List<T> embedded(List<T> rows, WriteOptions options) {
		return (this.embedding != null) ? this.embedding.embed(rows, 0, options) : rows;
	}

	private CollectionWriter<T> writer() {
		return new CollectionWriter<>(this.writes, async().writes);
	}

	// The steps of a blocking write run on the thread of the caller, which waits for
	// them.
	private <R> CompletableFuture<R> inSteps(Function<Executor, CompletableFuture<R>> work) {
		return (this.async != null) ? CompletableFuture.completedFuture(BlockingSteps.await(work))
				: work.apply(new SerialExecutor());
	}

	public CompletableFuture<WriteResult<T>> update(List<T> rows, PropertySelection properties, WriteOptions options) {
		return this.updates.update(rows, properties, options);
	}

	/**
	 * Writes updates of single rows.
	 * @param changes the keys of the rows and their changes
	 * @param maps the access to the same collection by maps
	 * @param options partition and time-out
	 */
	public CompletableFuture<WriteResult<Update>> update(List<Update> changes,
			CollectionAccess<Map<String, Object>> maps, WriteOptions options) {
		return this.updates.update(changes, maps.updates, options);
	}

	public CompletableFuture<Long> deleteAllById(Collection<?> ids, WriteOptions options) {
		return this.writes.deletes().byKeys(ids, options);
	}

	public CompletableFuture<Long> delete(Filter filter, WriteOptions options) {
		return this.writes.deletes().matching(filter, options);
	}

	public CompletableFuture<Long> deleteAll() {
		return this.writes.deletes().everything(WriteOptions.DEFAULT);
	}

	/** Returns the reader that creates complete rows. */
	public RowReader<T> rowReader() {
		return this.reads.rowReader();
	}

	public CompletableFuture<List<T>> findAllById(Collection<?> ids, ReadOptions options) {
		return this.reads.get(ids, options);
	}

	public CompletableFuture<Boolean> exists(Filter filter, ReadOptions options) {
		return this.reads.exists(filter, options);
	}

	public CompletableFuture<Boolean> existsById(Object id) {
		return this.reads.exists(this.reads.byKey(id), ReadOptions.DEFAULT);
	}

	public CompletableFuture<Long> count(Filter filter, ReadOptions options) {
		return this.reads.count(filter, options);
	}

	public <R> CompletableFuture<List<R>> query(FilterQuery query, RowReader<R> reader) {
		return this.reads.query(query, reader);
	}

	public <R> CompletableFuture<Window<R>> scroll(FilterQuery query, ScrollPosition position, RowReader<R> reader) {
		return this.reads.scroll(query, position, reader);
	}

	/** Returns rows page by page; the thread that consumes the stream reads each page. */
	public <R> Stream<R> stream(FilterQuery query, RowReader<R> reader) {
		return this.reads.stream(query, reader);
	}

	public <R> CompletableFuture<SearchResults<R>> search(SearchQuery<?> query, RowReader<R> reader) {
		return this.searches.search(query, reader);
	}

	public <R> CompletableFuture<List<SearchResults<R>>> searchAll(VectorQuery query, RowReader<R> reader) {
		return this.searches.searchAll(query, reader);
	}

	/**
	 * Returns hits page by page; the thread that consumes the stream searches for each
	 * page.
	 */
	public <R> Stream<SearchResult<R>> stream(VectorQuery query, RowReader<R> reader) {
		return this.searches.stream(query, reader);
	}

}
