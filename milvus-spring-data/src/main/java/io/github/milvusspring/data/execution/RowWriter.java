package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.milvusspring.data.convert.RowConverter;
import io.github.milvusspring.data.model.ArrayChange;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.query.FilterWriter;
import io.github.milvusspring.data.wire.CollectionRequests;
import io.github.milvusspring.data.wire.WriteReply;
import io.github.milvusspring.data.wire.WriteRequest;
import io.github.milvusspring.data.wire.WriteRequest.Kind;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes rows to one collection, as entities or maps.
 *
 * @param <T> the kind of row
 */
final class RowWriter<T> {

	private static final Log LOG = LogFactory.getLog(RowWriter.class);

	private static final int BULK = 1_000;

	private final CollectionSchema collection;

	private final RowConverter<T> converter;

	private final RowTransport calls;

	private final KnownPartitions partitions;

	private final RowDeleter deletes;

	private final boolean losesUpserts;

	private final boolean takesKeys;

	RowWriter(CollectionSchema collection, RowConverter<T> converter, RowTransport calls, KnownPartitions partitions,
			RowFetcher<T> reads) {
		this.collection = collection;
		this.converter = converter;
		this.calls = calls;
		this.partitions = partitions;
		this.deletes = new RowDeleter(collection, new FilterWriter(converter.filterFields(), calls.server()), calls,
				partitions, reads);
		// Up to Milvus 2.3.9, a query by the partition key does not find upserted rows.
		this.losesUpserts = calls.server().isOlderThan("2.3.10")
				&& collection.fields().stream().anyMatch(FieldSchema::partitionKey);
		this.takesKeys = collection.takesGivenKeys();
	}

	RowDeleter deletes() {
		return this.deletes;
	}

	boolean generatesKeys() {
		return this.collection.primaryKey().autoId();
	}

	RowBatch<T> insertBatch(List<T> rows, WriteOptions options) {
		if (!generatesKeys()) {
			return freshBatch(rows, options);
		}
		if (this.takesKeys && hasKeys(rows)) {
			return batch(Kind.INSERT, rows, true, options);
		}
		requireNoKeys(rows);
		return freshBatch(rows, options);
	}

	// Expects rows without keys if the server generates the keys.
	private RowBatch<T> freshBatch(List<T> rows, WriteOptions options) {
		return batch(Kind.INSERT, rows, !generatesKeys(), options);
	}

	// The server would ignore the key of the row and generate another one.
	private void requireNoKeys(List<T> rows) {
		checkPresent(rows);
		for (int i = 0; i < rows.size(); i++) {
			Object key = this.converter.key(rows.get(i));
			if (key != null) {
				throw new InvalidDataAccessApiUsageException("Row " + i + " of an insert has the key " + key
						+ ", and the server generates the keys of '" + this.collection.name()
						+ "': nothing was written. Leave out the key, or use upsert to replace the row that has it");
			}
		}
	}

	RowBatch<T> upsertBatch(List<T> rows, WriteOptions options) {
		requireVisibleUpserts();
		// On upsert Milvus Lite keeps the old dynamic
		// fields of a row; on insert it replaces the row.
		boolean merges = this.calls.isLite() && this.collection.dynamic();
		return unique(batch(merges ? Kind.INSERT : Kind.UPSERT, rows, true, options));
	}

	private void requireVisibleUpserts() {
		if (this.losesUpserts) {
			throw new InvalidDataAccessApiUsageException("Collection '" + this.collection.name()
					+ "' has a partition key, by which " + this.calls.server()
					+ " does not find rows that were upserted;"
					+ " Milvus 2.3.10 does: nothing was written. Use insert, after delete where the row is there");
		}
	}

	/**
	 * Encodes a batch of partial updates.
	 */
	RowBatch<T> updateBatch(List<T> rows, Collection<String> fields, Map<String, ArrayChange> arrayChanges,
			WriteOptions options) {
		requirePartition(options);
		ColumnSet columns = sent(this.converter.write(rows, fields));
		return unique(new RowBatch<>(
				new WriteRequest(Kind.UPDATE, this.collection.name(), options.partition(), columns, arrayChanges), rows,
				null, columns.find(this.collection.primaryKey().name())));
	}

	/**
	 * Encodes a batch of rows that either all have keys or, if the server generates the
	 * keys, all have none.
	 */
	RowBatch<T> upsertOrInsertBatch(List<T> rows, WriteOptions options) {
		if (!generatesKeys()) {
			return upsertBatch(rows, options);
		}
		return hasKeys(rows) ? upsertBatch(rows, options) : freshBatch(rows, options);
	}

	// Returns whether the rows have keys; refuses a
	// batch that mixes rows with and without a key.
	private boolean hasKeys(List<T> rows) {
		checkPresent(rows);
		long withKey = rows.stream().filter((row) -> this.converter.key(row) != null).count();
		if (withKey != 0 && withKey != rows.size()) {
			throw new InvalidDataAccessApiUsageException("Rows with and without a key cannot be written to '"
					+ this.collection.name() + "' together: write them by separate calls");
		}
		return withKey != 0;
	}

	private RowBatch<T> batch(Kind kind, List<T> rows, boolean withKeys, WriteOptions options) {
		checkPresent(rows);
		requirePartition(options);
		List<T> keyed = this.converter.withGeneratedKeys(rows);
		ColumnSet columns = sent(this.converter.write(keyed, withKeys));
		Column keys = withKeys ? columns.find(this.collection.primaryKey().name()) : null;
		return new RowBatch<>(new WriteRequest(kind, this.collection.name(), options.partition(), columns), keyed, null,
				keys);
	}

	private ColumnSet sent(ColumnSet columns) {
		return this.calls.isLite() ? LiteDocuments.quoted(columns) : columns;
	}

	private void requirePartition(WriteOptions options) {
		if (options.partition() != null) {
			this.partitions.require(this.collection.name(), options.partition());
		}
	}

	private RowBatch<T> unique(RowBatch<T> batch) {
		DuplicateKeys.Kept kept = (batch.keys() != null) ? DuplicateKeys.lastOfEach(batch.keys()) : null;
		if (kept == null) {
			return batch;
		}
		ColumnSet columns = batch.request().rows().select(kept.rows());
		return new RowBatch<>(batch.request().withRows(columns), batch.rows(), kept.places(),
				columns.find(this.collection.primaryKey().name()));
	}

	CompletableFuture<WriteResult<T>> send(RowBatch<T> batch, WriteOptions options) {
		boolean insert = batch.request().kind() == Kind.INSERT;
		if (insert && batch.places() == null && batch.keys() != null
				&& DuplicateKeys.lastOfEach(batch.keys()) != null) {
			throw new DuplicateKeyException("Rows of the insert into '" + this.collection.name()
					+ "' share a key: nothing was written. Give each its own key, or use upsert");
		}
		return this.calls.call(batch.request(), options.timeout()).thenApply((reply) -> written(batch, reply));
	}

	WriteResult<T> written(RowBatch<T> batch, WriteReply reply) {
		boolean insert = batch.request().kind() == Kind.INSERT;
		long count = insert ? reply.inserted() : reply.upserted();
		List<Object> ids = idOfEach(batch, reply.keys());
		return new WriteResult<>(count, ids, generatesKeys() ? withKeys(batch, ids) : batch.rows());
	}

	// If the server returns no keys, the keys that were sent are unchanged.
	private static <T> List<Object> idOfEach(RowBatch<T> batch, Column returned) {
		Column given = batch.keys();
		LazyKeys sent = new LazyKeys((given == null || given.rows() == returned.rows()) ? returned : given);
		int[] places = batch.places();
		return (places != null) ? Arrays.stream(places).mapToObj(sent::get).toList() : sent;
	}

	private List<T> withKeys(RowBatch<T> batch, List<Object> ids) {
		List<T> rows = new ArrayList<>(batch.rows());
		for (int i = 0; i < ids.size(); i++) {
			T row = rows.get(i);
			if (!ids.get(i).equals(this.converter.key(row))) {
				rows.set(i, this.converter.withKey(row, ids.get(i)));
			}
		}
		return rows;
	}

	/**
	 * Flushes Milvus Lite after a large write, because every read scans the rows in its
	 * memory one by one.
	 * @param rows the number of rows written
	 * @param options the options of the write
	 * @param result the result of the write, which is returned even if the flush fails
	 */
	<R> CompletableFuture<R> flushed(long rows, WriteOptions options, R result) {
		if (rows < BULK || !this.calls.isLite()) {
			return CompletableFuture.completedFuture(result);
		}
		CompletableFuture<?> flush;
		try {
			flush = this.calls.call(CollectionRequests.flush(this.collection.name()), options.timeout());
		}
		catch (DataAccessException ex) {
			flush = CompletableFuture.failedFuture(ex);
		}
		return flush.handle((done, ex) -> {
			if (ex != null) {
				LOG.warn("Milvus Lite has written " + rows + " rows of '" + this.collection.name()
						+ "', and could not put them into files: reads stay slow", RowTransport.cause(ex));
			}
			return result;
		});
	}

	RowsByKey<T> byKey(List<T> rows) {
		checkPresent(rows);
		return RowsByKey.of(rows, this.converter::key);
	}

	WriteResult<T> joined(RowsByKey<T> parts, WriteResult<T> upserted, WriteResult<T> inserted) {
		Iterator<T> nextKeyed = upserted.rows().iterator();
		Iterator<T> nextFresh = inserted.rows().iterator();
		List<T> result = new ArrayList<>(parts.rows().size());
		for (boolean keyedRow : parts.hasKey()) {
			result.add((keyedRow ? nextKeyed : nextFresh).next());
		}
		return new WriteResult<>(upserted.count() + inserted.count(), keys(result), result);
	}

	private List<Object> keys(List<T> rows) {
		List<Object> keys = new ArrayList<>(rows.size());
		for (T row : rows) {
			Object key = this.converter.key(row);
			if (key != null) {
				keys.add(key);
			}
		}
		return keys;
	}

	/**
	 * Refuses rows that share a key if a later batch cannot replace the row of an earlier
	 * one: because the rows are inserted, or because the server has given the row a new
	 * key.
	 */
	void requireDistinctKeys(List<T> rows) {
		checkPresent(rows);
		Map<Object, Integer> seen = new HashMap<>();
		for (int i = 0; i < rows.size(); i++) {
			Object key = this.converter.key(rows.get(i));
			Integer before = (key != null) ? seen.putIfAbsent(key, i) : null;
			if (before != null) {
				throw new DuplicateKeyException("Rows " + before + " and " + i + " for '" + this.collection.name()
						+ "' share the key " + key + ", and are too many for one call: nothing was written. "
						+ (generatesKeys() ? "The server may give the first one a new key: leave out one of them"
								: "Give each its own key, or use upsert"));
			}
		}
	}

	private void checkPresent(List<T> rows) {
		int index = 0;
		for (T row : rows) {
			if (row == null) {
				throw new InvalidDataAccessApiUsageException(
						"Row " + index + " is null: nothing was written to '" + this.collection.name() + "'");
			}
			index++;
		}
	}

}
