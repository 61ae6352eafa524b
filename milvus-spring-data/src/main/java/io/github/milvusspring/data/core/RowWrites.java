package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.milvusspring.data.convert.RowConverter;
import io.github.milvusspring.data.mapping.CollectionSchema;
import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.query.FilterWriter;
import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.Columns;
import io.github.milvusspring.data.wire.FlushReply;
import io.github.milvusspring.data.wire.FlushRequest;
import io.github.milvusspring.data.wire.WriteReply;
import io.github.milvusspring.data.wire.WriteRequest;
import io.github.milvusspring.data.wire.WriteRequest.ArrayChange;
import io.github.milvusspring.data.wire.WriteRequest.Operation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes rows of one kind to one collection.
 *
 * @param <T> the kind of row
 */
final class RowWrites<T> {

	private static final Log LOG = LogFactory.getLog(MilvusTemplate.class);

	private static final int BULK = 1_000;

	private final CollectionSchema collection;

	private final RowConverter<T> converter;

	private final RowCalls calls;

	private final KnownPartitions partitions;

	private final RowDeletes deletes;

	private final boolean losesUpserts;

	RowWrites(CollectionSchema collection, RowConverter<T> converter, RowCalls calls, KnownPartitions partitions,
			RowReads<T> reads) {
		this.collection = collection;
		this.converter = converter;
		this.calls = calls;
		this.partitions = partitions;
		this.deletes = new RowDeletes(collection, new FilterWriter(converter.filterFields(), calls.server()), calls,
				partitions, reads);
		// Up to 2.3.9 a query by the partition key does not find what was upserted.
		this.losesUpserts = calls.server().isOlderThan("2.3.10")
				&& collection.fields().stream().anyMatch(FieldSchema::partitionKey);
	}

	RowDeletes deletes() {
		return this.deletes;
	}

	boolean generatesKeys() {
		return this.collection.primaryKey().autoId();
	}

	RowBatch<T> insertBatch(List<T> rows, WriteOptions options) {
		if (generatesKeys()) {
			requireNoKeys(rows);
		}
		return freshBatch(rows, options);
	}

	// Of rows that are known to have no key where the server generates it.
	private RowBatch<T> freshBatch(List<T> rows, WriteOptions options) {
		return batch(Operation.INSERT, rows, !generatesKeys(), options);
	}

	// The server would leave out the key that the row has.
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
		// Milvus Lite keeps old dynamic fields on upsert, and replaces the row on insert.
		boolean merges = this.calls.isLite() && this.collection.dynamic();
		return unique(batch(merges ? Operation.INSERT : Operation.UPSERT, rows, true, options));
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
	 * A batch of rows of which some fields are written.
	 */
	RowBatch<T> updateBatch(List<T> rows, Collection<String> fields, Map<String, ArrayChange> arrayChanges,
			WriteOptions options) {
		requirePartition(options);
		Columns columns = sent(this.converter.write(rows, fields));
		return unique(new RowBatch<>(new WriteRequest(Operation.UPDATE, "", this.collection.name(), options.partition(),
				columns, arrayChanges), rows, null, columns.find(this.collection.primaryKey().name())));
	}

	/**
	 * A batch of rows that all have a key, or that all have none because the server gives
	 * it.
	 */
	RowBatch<T> upsertOrInsertBatch(List<T> rows, WriteOptions options) {
		if (!generatesKeys()) {
			return upsertBatch(rows, options);
		}
		checkPresent(rows);
		long withKey = rows.stream().filter((row) -> this.converter.key(row) != null).count();
		if (withKey != 0 && withKey != rows.size()) {
			throw new InvalidDataAccessApiUsageException("Rows with and without a key cannot be written to '"
					+ this.collection.name() + "' in one stream: write them by calls of their own");
		}
		return (withKey == 0) ? freshBatch(rows, options) : upsertBatch(rows, options);
	}

	/**
	 * A batch of rows for a collection that has none of them yet, with the keys they have
	 * even where the server would generate others.
	 */
	RowBatch<T> copyBatch(List<T> rows, WriteOptions options) {
		return batch(Operation.INSERT, rows, true, options);
	}

	private RowBatch<T> batch(Operation operation, List<T> rows, boolean withKeys, WriteOptions options) {
		checkPresent(rows);
		requirePartition(options);
		List<T> keyed = this.converter.withGeneratedKeys(rows);
		Columns columns = sent(this.converter.write(keyed, withKeys));
		Column keys = withKeys ? columns.find(this.collection.primaryKey().name()) : null;
		return new RowBatch<>(new WriteRequest(operation, "", this.collection.name(), options.partition(), columns),
				keyed, null, keys);
	}

	private Columns sent(Columns columns) {
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
		Columns columns = batch.request().rows().select(kept.rows());
		return new RowBatch<>(batch.request().withRows(columns), batch.rows(), kept.places(),
				columns.find(this.collection.primaryKey().name()));
	}

	CompletableFuture<Written<T>> send(RowBatch<T> batch, WriteOptions options) {
		boolean insert = batch.request().operation() == Operation.INSERT;
		if (insert && batch.places() == null && batch.keys() != null
				&& DuplicateKeys.lastOfEach(batch.keys()) != null) {
			throw new DuplicateKeyException("Rows of the insert into '" + this.collection.name()
					+ "' share a key: nothing was written. Give each its own key, or use upsert");
		}
		return this.calls.call(batch.request(), options.timeout()).thenApply((reply) -> written(batch, reply));
	}

	Written<T> written(RowBatch<T> batch, WriteReply reply) {
		boolean insert = batch.request().operation() == Operation.INSERT;
		long count = insert ? reply.inserted() : reply.upserted();
		List<Object> ids = idOfEach(batch, reply.keys());
		return new Written<>(count, ids, generatesKeys() ? withKeys(batch, ids) : batch.rows());
	}

	// A server that returns no keys has not changed them.
	private static <T> List<Object> idOfEach(RowBatch<T> batch, Column returned) {
		Column given = batch.keys();
		KeyList sent = new KeyList((given == null || given.rows() == returned.rows()) ? returned : given);
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
	 * Has Milvus Lite put many new rows into files, since it looks at those in its memory
	 * one by one at every read.
	 * @param rows how many rows were written
	 * @param options how they were written
	 * @param result what came of the write, which stays as it is when this fails
	 */
	<R> CompletableFuture<R> flushed(long rows, WriteOptions options, R result) {
		if (rows < BULK || !this.calls.isLite()) {
			return CompletableFuture.completedFuture(result);
		}
		CompletableFuture<FlushReply> flush;
		try {
			flush = this.calls.call(new FlushRequest(this.collection.name()), options.timeout());
		}
		catch (DataAccessException ex) {
			flush = CompletableFuture.failedFuture(ex);
		}
		return flush.handle((done, ex) -> {
			if (ex != null) {
				LOG.warn("Milvus Lite has written " + rows + " rows of '" + this.collection.name()
						+ "', and could not put them into files: reads stay slow", RowCalls.cause(ex));
			}
			return result;
		});
	}

	KeyedRows<T> byKey(List<T> rows) {
		checkPresent(rows);
		return KeyedRows.of(rows, this.converter::key);
	}

	Written<T> joined(KeyedRows<T> parts, Written<T> upserted, Written<T> inserted) {
		Iterator<T> nextKeyed = upserted.rows().iterator();
		Iterator<T> nextFresh = inserted.rows().iterator();
		List<T> result = new ArrayList<>(parts.rows().size());
		for (boolean keyedRow : parts.hasKey()) {
			result.add((keyedRow ? nextKeyed : nextFresh).next());
		}
		return new Written<>(upserted.count() + inserted.count(), keys(result), result);
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
	 * Refuses rows that share a key where a later batch could not replace what an earlier
	 * one has written: the server inserts, or has given the row a new key.
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
