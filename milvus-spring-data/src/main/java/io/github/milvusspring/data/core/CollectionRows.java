package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.query.VectorQuery;

import org.springframework.data.domain.SearchResults;

/**
 * What is done with one kind of row in one collection.
 *
 * @param <T> the kind of row
 * @param reads reads on the caller's thread
 * @param writes writes on the caller's thread
 * @param async the same on gRPC's threads
 */
record CollectionRows<T>(RowReads<T> reads, RowWrites<T> writes, Async<T> async) {

	InsertResult<T> insert(List<T> rows, WriteOptions options) {
		Written<T> written = write(rows, options, this.writes::insertBatch);
		return new InsertResult<>(written.count(), written.ids(), written.rows());
	}

	UpsertResult<T> upsert(List<T> rows, WriteOptions options) {
		Written<T> written = this.writes.generatesKeys() ? RowCalls.await(this.writes.upsert(rows, options))
				: write(rows, options, this.writes::upsertBatch);
		return new UpsertResult<>(written.count(), written.ids(), written.rows());
	}

	private Written<T> write(List<T> rows, WriteOptions options,
			BiFunction<List<T>, WriteOptions, RowBatch<T>> encode) {
		if (rows.isEmpty()) {
			return Written.nothing();
		}
		BatchOptions batches = BatchOptions.DEFAULT.withWrite(options);
		if (rows.size() <= batches.maxRows()) {
			RowBatch<T> batch = encode.apply(rows, options);
			if (batch.bytes() <= batches.maxBytes() || rows.size() == 1) {
				return RowCalls.await(this.writes.send(batch, options));
			}
		}
		List<Object> ids = new ArrayList<>(rows.size());
		List<T> written = new ArrayList<>(rows.size());
		long[] count = new long[1];
		new BatchWrites<>(this.async.writes(), batches, encode, (result) -> {
			count[0] += result.count();
			ids.addAll(result.ids());
			written.addAll(result.rows());
		}).write(rows.iterator());
		return new Written<>(count[0], ids, written);
	}

	BatchProgress insertAll(Iterator<? extends T> rows, BatchOptions options) {
		return new BatchWrites<>(this.async.writes(), options, this.writes::insertBatch, (result) -> {
		}).write(rows);
	}

	BatchProgress upsertAll(Iterator<? extends T> rows, BatchOptions options) {
		return new BatchWrites<>(this.async.writes(), options, this.writes::upsertOrInsertBatch, (result) -> {
		}).write(rows);
	}

	DeleteResult deleteByKeys(Collection<?> keys, WriteOptions options) {
		return RowCalls.await(this.writes.deleteByKeys(keys, options));
	}

	DeleteResult delete(Filter filter, WriteOptions options) {
		return RowCalls.await(this.writes.delete(filter, options));
	}

	DeleteResult deleteEverything() {
		return RowCalls.await(this.writes.deleteEverything(WriteOptions.DEFAULT));
	}

	List<T> get(Collection<?> keys, ReadOptions options) {
		return RowCalls.await(this.reads.get(keys, options));
	}

	List<T> query(ScalarQuery query) {
		if (RowReads.inOneCall(query)) {
			return RowCalls.await(this.reads.query(query));
		}
		try (Stream<T> rows = this.reads.stream(query)) {
			return rows.toList();
		}
	}

	long count(Filter filter, ReadOptions options) {
		return RowCalls.await(this.reads.count(filter, options));
	}

	SearchResults<T> search(VectorQuery query) {
		return RowCalls.await(this.reads.search(query));
	}

	/**
	 * What is done on gRPC's threads.
	 *
	 * @param <T> the kind of row
	 * @param reads the reads
	 * @param writes the writes
	 */
	record Async<T>(RowReads<T> reads, RowWrites<T> writes) {
	}

}
