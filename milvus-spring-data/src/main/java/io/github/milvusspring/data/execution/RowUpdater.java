package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import io.github.milvusspring.data.connection.MilvusServerException;
import io.github.milvusspring.data.convert.RowConverter;
import io.github.milvusspring.data.model.ArrayChange;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.Update;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.NonTransientDataAccessException;

/**
 * Writes some fields of rows: partial updates of entities or maps.
 *
 * @param <T> the kind of row
 */
final class RowUpdater<T> {

	/**
	 * The maximum number of bytes that the server may have to read for the fields that
	 * one call does not send; some servers refuse 100 MB.
	 */
	private static final long MOST_READ = 32L << 20;

	private static final String DEFAULT_PARTITION = "_default";

	private final CollectionSchema collection;

	private final RowConverter<T> converter;

	private final RowWriter<T> writes;

	private final RowFetcher<T> reads;

	private final UpdateSupport support;

	private final @Nullable EntityEmbedding<T> embedding;

	private final int rowsPerCall;

	RowUpdater(CollectionSchema collection, RowConverter<T> converter, RowWriter<T> writes, RowFetcher<T> reads,
			UpdateSupport support, @Nullable EntityEmbedding<T> embedding) {
		this.collection = collection;
		this.converter = converter;
		this.writes = writes;
		this.reads = reads;
		this.support = support;
		this.embedding = embedding;
		this.rowsPerCall = rowsPerCall(collection);
	}

	private static int rowsPerCall(CollectionSchema collection) {
		long vectors = collection.fields().stream().mapToLong((field) -> (long) field.dimension() * Float.BYTES).sum();
		return (int) Math.max(1, Math.min(BatchOptions.DEFAULT.maxRows(), MOST_READ / Math.max(1, vectors)));
	}

	CompletableFuture<WriteResult<T>> update(List<T> rows, PropertySelection properties, WriteOptions options) {
		List<PartialRow<T>> updates = new ArrayList<>(rows.size());
		for (T row : rows) {
			if (row == null) {
				throw new InvalidDataAccessApiUsageException(
						"Row " + updates.size() + " is null: nothing was written to '" + this.collection.name() + "'");
			}
			Collection<String> names = (properties.names() != null) ? properties.names() : this.converter.present(row);
			updates.add(new PartialRow<>(row, names, Map.of()));
		}
		return write(updates, options);
	}

	/**
	 * Writes updates of single rows.
	 * @param updates the updates
	 * @param maps writes maps of the same collection
	 * @param options partition and time-out
	 */
	CompletableFuture<WriteResult<Update>> update(List<Update> updates, RowUpdater<Map<String, Object>> maps,
			WriteOptions options) {
		List<PartialRow<Map<String, Object>>> rows = new ArrayList<>(updates.size());
		for (Update update : updates) {
			rows.add(row(update));
		}
		return maps.write(rows, options).thenApply((result) -> {
			List<Update> written = new ArrayList<>(updates);
			for (int i = 0; i < written.size(); i++) {
				Object id = result.rows().get(i).get(this.collection.primaryKey().name());
				if (id != null && !id.equals(written.get(i).id())) {
					written.set(i, written.get(i).withId(id));
				}
			}
			return new WriteResult<>(result.count(), result.ids(), written);
		});
	}

	// A map may contain null, although its declared value type does not allow it.
	@SuppressWarnings("NullAway")
	private PartialRow<Map<String, Object>> row(Update update) {
		Map<String, Object> row = new LinkedHashMap<>();
		row.put(this.collection.primaryKey().name(), update.id());
		Map<String, ArrayChange> arrayChanges = new LinkedHashMap<>();
		Set<String> names = new LinkedHashSet<>();
		update.changes().forEach((property, change) -> {
			FieldSchema field = this.converter.field(property);
			String name = this.converter.fieldName(property);
			if (field != null && field.primaryKey()) {
				throw new InvalidDataAccessApiUsageException("The " + update + " changes the key '" + name
						+ "', which stays as it is: insert the row anew, and delete the old one");
			}
			if (name.startsWith("$")) {
				throw new InvalidDataAccessApiUsageException("'" + property
						+ "' holds the dynamic fields of a row: set one of them, as " + property + ".color");
			}
			if (change.array() != null) {
				checkArray(property, field);
				arrayChanges.put(name, change.array());
			}
			row.put(name, change.value());
			names.add(name);
		});
		return new PartialRow<>(row, names, arrayChanges);
	}

	private void checkArray(String property, @Nullable FieldSchema field) {
		if (field == null || field.type() != FieldType.ARRAY) {
			throw new InvalidDataAccessApiUsageException("'" + property + "' of '" + this.collection.name()
					+ "' is no array, so that nothing can be appended to it or removed from it: set it");
		}
		this.support.requireArrayChanges(field.name());
	}

	private CompletableFuture<WriteResult<T>> write(List<PartialRow<T>> given, WriteOptions options) {
		if (given.isEmpty()) {
			return CompletableFuture.completedFuture(WriteResult.empty());
		}
		this.support.requirePartialUpdates();
		List<PartialRow<T>> updates = (this.embedding != null) ? this.embedding.embedUpdates(given, options) : given;
		List<T> rows = new ArrayList<>(updates.size());
		updates.forEach((update) -> rows.add(update.row()));
		UpdateCalls<T> calls = new UpdateCalls<>(rows);
		UpdateGroups<T> groups = UpdateGroups.of(updates, this.converter::key);
		if (groups.split() && this.writes.generatesKeys()) {
			throw new InvalidDataAccessApiUsageException("Rows of '" + this.collection.name()
					+ "' are updated twice, by calls of their own: the server may give a row a new key by the first, so"
					+ " that the second would not find it. Make one update of each row");
		}
		for (List<Integer> group : groups.positions()) {
			for (int from = 0; from < group.size(); from += this.rowsPerCall) {
				encode(updates, group.subList(from, Math.min(group.size(), from + this.rowsPerCall)), options, calls);
			}
		}
		return calls.send((batch) -> send(batch, options));
	}

	// All calls are encoded before the first one is
	// sent. A call that is too large is split in half.
	private void encode(List<PartialRow<T>> updates, List<Integer> group, WriteOptions options, UpdateCalls<T> calls) {
		PartialRow<T> first = updates.get(group.get(0));
		List<T> rows = new ArrayList<>(group.size());
		group.forEach((position) -> rows.add(updates.get(position).row()));
		RowBatch<T> batch = this.writes.updateBatch(rows, first.fields(), first.arrayChanges(), options);
		if (batch.bytes() > BatchOptions.DEFAULT.maxBytes() && group.size() > 1) {
			encode(updates, group.subList(0, group.size() / 2), options, calls);
			encode(updates, group.subList(group.size() / 2, group.size()), options, calls);
			return;
		}
		calls.add(batch, group);
	}

	private CompletableFuture<WriteResult<T>> send(RowBatch<T> batch, WriteOptions options) {
		CompletableFuture<WriteResult<T>> sent;
		try {
			sent = this.writes.send(batch, options);
		}
		catch (DataAccessException ex) {
			sent = CompletableFuture.failedFuture(ex);
		}
		return sent.exceptionallyCompose((ex) -> {
			Throwable cause = RowTransport.cause(ex);
			boolean refused = cause instanceof NonTransientDataAccessException
					&& cause.getCause() instanceof MilvusServerException;
			return refused ? explain(batch, cause, options) : CompletableFuture.failedFuture(cause);
		});
	}

	/**
	 * Replaces the server's error if rows to update do not exist: the server takes their
	 * updates for new rows and refuses them because required fields are missing, so its
	 * error is misleading.
	 */
	private CompletableFuture<WriteResult<T>> explain(RowBatch<T> batch, Throwable refusal, WriteOptions options) {
		boolean keyed = this.collection.fields().stream().anyMatch(FieldSchema::partitionKey);
		String partition = (options.partition() != null || keyed) ? options.partition() : DEFAULT_PARTITION;
		ReadOptions read = new ReadOptions((partition != null) ? List.of(partition) : List.of(), List.of(), null,
				options.timeout());
		List<Object> keys = (batch.keys() != null) ? new LazyKeys(batch.keys()) : List.of();
		return this.reads.existing(keys, read)
			.exceptionallyCompose((unknown) -> CompletableFuture.failedFuture(refusal))
			.thenCompose((found) -> {
				List<Object> missing = keys.stream().filter((id) -> !found.contains(id)).toList();
				return CompletableFuture
					.failedFuture(missing.isEmpty() ? refusal : missing(missing, keys.size(), partition, refusal));
			});
	}

	private EmptyResultDataAccessException missing(List<Object> missing, int expected, @Nullable String partition,
			Throwable refusal) {
		String names = (missing.size() > 10) ? missing.subList(0, 10) + " and " + (missing.size() - 10) + " more"
				: missing.toString();
		return new EmptyResultDataAccessException("Collection '" + this.collection.name() + "' has no row to update "
				+ "with the key " + names + ((partition != null) ? " in partition '" + partition + "'" : "")
				+ ": nothing of this call was written. Insert it with all its fields, or name its partition with "
				+ "WriteOptions.inPartition(...)", expected, refusal);
	}

}
