package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;

/**
 * Writes a list of rows by one call if it is small enough, otherwise in batches.
 *
 * @param <T> the kind of row
 * @param single writes a list by one call
 * @param batched sends batches without waiting
 */
record CollectionWriter<T>(RowWriter<T> single, RowWriter<T> batched) {

	CompletableFuture<WriteResult<T>> insert(List<T> rows, WriteOptions options, Executor steps) {
		return write(rows, options, this.single::insertBatch, !this.single.generatesKeys(), steps);
	}

	CompletableFuture<WriteResult<T>> upsert(List<T> rows, WriteOptions options, Executor steps) {
		if (!this.single.generatesKeys()) {
			return write(rows, options, this.single::upsertBatch, false, steps);
		}
		// A row without a key replaces nothing, so it is inserted.
		RowsByKey<T> parts = this.single.byKey(rows);
		if (parts.fresh().isEmpty() || parts.keyed().isEmpty()) {
			boolean keyed = parts.fresh().isEmpty();
			return write(rows, options, keyed ? this.single::upsertBatch : this.single::insertBatch, keyed, steps);
		}
		return write(parts.keyed(), options, this.single::upsertBatch, true, steps).exceptionallyCompose((ex) -> {
			Throwable cause = RowTransport.cause(ex);
			return CompletableFuture
				.failedFuture((cause instanceof BatchWriteException) ? parts.failed(true, cause) : cause);
		})
			.thenCompose((upserted) -> insertFresh(parts, options, steps)
				.thenApply((inserted) -> this.single.joined(parts, upserted, inserted)));
	}

	private CompletableFuture<WriteResult<T>> insertFresh(RowsByKey<T> parts, WriteOptions options, Executor steps) {
		CompletableFuture<WriteResult<T>> inserted;
		try {
			inserted = write(parts.fresh(), options, this.single::insertBatch, false, steps);
		}
		catch (RuntimeException ex) {
			inserted = CompletableFuture.failedFuture(ex);
		}
		return inserted
			.exceptionallyCompose((ex) -> CompletableFuture.failedFuture(parts.failed(false, RowTransport.cause(ex))));
	}

	private CompletableFuture<WriteResult<T>> write(List<T> rows, WriteOptions options,
			BiFunction<List<T>, WriteOptions, RowBatch<T>> encode, boolean distinct, Executor steps) {
		if (rows.isEmpty()) {
			return CompletableFuture.completedFuture(WriteResult.empty());
		}
		BatchOptions batches = BatchOptions.DEFAULT.withWrite(options);
		if (rows.size() <= batches.maxRows()) {
			RowBatch<T> batch = encode.apply(rows, options);
			if (batch.bytes() <= batches.maxBytes() || rows.size() == 1) {
				return this.single.send(batch, options);
			}
		}
		if (distinct) {
			this.single.requireDistinctKeys(rows);
		}
		List<Object> ids = new ArrayList<>(rows.size());
		List<T> written = new ArrayList<>(rows.size());
		long[] count = new long[1];
		return new BatchWriter<>(this.batched, batches, encode, (result) -> {
			count[0] += result.count();
			ids.addAll(result.ids());
			written.addAll(result.rows());
		}, RowSource.of(rows.iterator()), steps).write()
			.thenApply((progress) -> new WriteResult<>(count[0], ids, written))
			.thenCompose((result) -> this.batched.flushed(rows.size(), options, result));
	}

}
