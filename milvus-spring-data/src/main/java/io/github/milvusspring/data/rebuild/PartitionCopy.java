package io.github.milvusspring.data.rebuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.milvusspring.data.core.RowOperations;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.WriteOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Copies the rows of one collection, or of one of its partitions, to another.
 */
final class PartitionCopy {

	private static final int KEYS_AT_ONCE = 1_000;

	private final RowOperations source;

	private final RowOperations target;

	private final CollectionSchema from;

	private final CollectionSchema to;

	private final @Nullable String partition;

	private final RebuildOptions options;

	private final Set<String> dropped;

	PartitionCopy(Side from, Side to, @Nullable String partition, RebuildOptions options) {
		this.source = from.rows();
		this.target = to.rows();
		this.from = from.schema();
		this.to = to.schema();
		this.partition = partition;
		this.options = options;
		this.dropped = this.from.fields()
			.stream()
			.map(FieldSchema::name)
			.filter((name) -> !takes(this.to.field(name)))
			.collect(Collectors.toSet());
	}

	private static boolean takes(@Nullable FieldSchema field) {
		return field != null && !field.functionOutput();
	}

	long copyAll(LongConsumer progress) {
		BatchOptions batches = batches().withProgress((written) -> progress.accept(written.rows()));
		try (Stream<Map<String, Object>> rows = this.source.stream(read(Filter.all()))) {
			return this.target.insertAll(rows.map(this::prepared), batches).rows();
		}
	}

	/**
	 * Copies rows again that have changed.
	 * @param changed which rows have changed
	 * @param live whether other clients write to the target too, so that only older rows
	 * may be replaced
	 */
	long copyChanged(RebuildOptions.ChangedSince changed, boolean live) {
		Filter since = Filter.where(changed.field()).gte(changed.value());
		long copied = 0;
		try (Stream<Map<String, Object>> rows = this.source.stream(read(since))) {
			Iterator<Map<String, Object>> all = rows.map(this::prepared).iterator();
			while (all.hasNext()) {
				List<Map<String, Object>> some = new ArrayList<>();
				while (some.size() < KEYS_AT_ONCE && all.hasNext()) {
					some.add(all.next());
				}
				copied += upsert(live ? newer(some, changed.field()) : some);
			}
		}
		return copied;
	}

	private List<Map<String, Object>> newer(List<Map<String, Object>> rows, String field) {
		Map<Object, Object> found = new HashMap<>();
		List<Object> keys = rows.stream().map((row) -> row.get(keyName(this.to))).toList();
		ReadOptions read = new ReadOptions(List.of(), List.of(field), ConsistencyLevel.STRONG, null);
		for (Map<String, Object> row : this.target.findAllById(keys, read)) {
			found.put(row.get(keyName(this.to)), row.get(field));
		}
		return rows.stream()
			.filter((row) -> compare(row.get(field), found.get(row.get(keyName(this.to)))) > 0)
			.toList();
	}

	@SuppressWarnings("unchecked")
	private static int compare(@Nullable Object one, @Nullable Object other) {
		return (one != null && other != null) ? ((Comparable<Object>) one).compareTo(other) : (other == null) ? 1 : -1;
	}

	/**
	 * Compares the keys of both collections, copies the rows that are missing in the
	 * target, and deletes the rows that no longer exist in the source.
	 * @return the number of keys that only one collection contained
	 */
	long repair() {
		List<Object> missing = new ArrayList<>();
		List<Object> extra = new ArrayList<>();
		long different = 0;
		try (Stream<Object> wanted = keys(this.source, this.from); Stream<Object> found = keys(this.target, this.to)) {
			KeyMerge merge = new KeyMerge(wanted.iterator(), found.iterator());
			while (merge.next()) {
				(merge.missing() ? missing : extra).add(merge.key());
				different++;
				if (missing.size() == KEYS_AT_ONCE) {
					copy(missing);
				}
				if (extra.size() == KEYS_AT_ONCE) {
					delete(extra);
				}
			}
		}
		copy(missing);
		delete(extra);
		return different;
	}

	// A row that is read always contains its key.
	private Stream<Object> keys(RowOperations rows, CollectionSchema collection) {
		return rows.stream(readKeys(collection)).map((row) -> Objects.requireNonNull(row.get(keyName(collection))));
	}

	private void copy(List<Object> keys) {
		if (!keys.isEmpty()) {
			upsert(this.source.findAllById(keys, read(Filter.all()).options()).stream().map(this::prepared).toList());
			keys.clear();
		}
	}

	private void delete(List<Object> keys) {
		if (!keys.isEmpty()) {
			// A row that the old collection now contains is not deleted.
			this.source.findAllById(keys, readKeys(this.from).options())
				.forEach((row) -> keys.remove(row.get(keyName(this.from))));
			this.target.deleteAllById(keys, write());
			keys.clear();
		}
	}

	private long upsert(List<Map<String, Object>> rows) {
		return rows.isEmpty() ? 0 : this.target.upsertAll((Iterable<Map<String, Object>>) rows, batches()).rows();
	}

	long difference() {
		return this.source.count(Filter.all(), read(Filter.all()).options())
				- this.target.count(Filter.all(), readKeys(this.to).options());
	}

	private Map<String, Object> prepared(Map<String, Object> row) {
		Map<String, Object> copy = new LinkedHashMap<>(row);
		if (this.options.row() != null) {
			copy = new LinkedHashMap<>(this.options.row().apply(copy));
		}
		copy.keySet().removeAll(this.dropped);
		Object key = row.get(keyName(this.from));
		if (this.options.newKeys()) {
			copy.remove(keyName(this.to));
		}
		else if (!Objects.equals(key, copy.get(keyName(this.to)))) {
			throw new InvalidDataAccessApiUsageException("The row with the key " + key + " of '" + this.from.name()
					+ "' was given the key " + copy.get(keyName(this.to))
					+ " on its way: a rebuild keeps keys, so that no row is lost or copied twice");
		}
		return copy;
	}

	private FilterQuery read(Filter filter) {
		return FilterQuery.of(filter)
			.withOptions(new ReadOptions(partitions(), List.of(), ConsistencyLevel.STRONG, null));
	}

	private FilterQuery readKeys(CollectionSchema collection) {
		return FilterQuery.of(Filter.all())
			.withOptions(new ReadOptions(partitions(), List.of(keyName(collection)), ConsistencyLevel.STRONG, null));
	}

	private List<String> partitions() {
		return (this.partition != null) ? List.of(this.partition) : List.of();
	}

	private WriteOptions write() {
		return new WriteOptions(this.partition, this.options.batches().write().timeout());
	}

	private BatchOptions batches() {
		return this.options.batches().withWrite(write()).withProgress((written) -> {
		});
	}

	private static String keyName(CollectionSchema collection) {
		return collection.primaryKey().name();
	}

	/**
	 * A collection and its rows.
	 *
	 * @param schema the schema that the server reports
	 * @param rows the operations on its rows
	 */
	record Side(CollectionSchema schema, RowOperations rows) {
	}

}
