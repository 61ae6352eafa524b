package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;

import io.github.milvusspring.data.convert.RowConverter;
import io.github.milvusspring.data.mapping.CollectionSchema;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterWriter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.Columns;
import io.github.milvusspring.data.wire.DeleteRequest;
import io.github.milvusspring.data.wire.MilvusCalls;
import io.github.milvusspring.data.wire.WriteReply;
import io.github.milvusspring.data.wire.WriteRequest;
import io.github.milvusspring.data.wire.WriteRequest.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes rows of one kind to one collection.
 *
 * @param <T> the kind of row
 */
final class RowWrites<T> {

	private final CollectionSchema collection;

	private final RowConverter<T> converter;

	private final MilvusCalls calls;

	private final KnownPartitions partitions;

	private final RowReads<T> reads;

	private final FilterWriter filters;

	RowWrites(CollectionSchema collection, RowConverter<T> converter, MilvusCalls calls, KnownPartitions partitions,
			RowReads<T> reads) {
		this.collection = collection;
		this.converter = converter;
		this.calls = calls;
		this.partitions = partitions;
		this.reads = reads;
		this.filters = new FilterWriter(converter::field);
	}

	InsertResult<T> insert(Collection<? extends T> rows, WriteOptions options) {
		List<T> list = checked(rows);
		Written<T> written = autoId() ? generating(list, options)
				: write(Operation.INSERT, list, true, options, (columns, last) -> {
					throw new DuplicateKeyException("Rows of the insert into '" + this.collection.name()
							+ "' share a key: nothing was written. Give each its own key, or use upsert");
				});
		return new InsertResult<>(written.count(), written.ids(), written.rows());
	}

	UpsertResult<T> upsert(Collection<? extends T> rows, WriteOptions options) {
		List<T> list = checked(rows);
		Written<T> written = autoId() ? upsertGenerating(list, options) : upsertByKey(list, options);
		return new UpsertResult<>(written.count(), written.ids(), written.rows());
	}

	private boolean autoId() {
		return this.collection.primaryKey().autoId();
	}

	private Written<T> upsertByKey(List<T> rows, WriteOptions options) {
		// Milvus Lite keeps old dynamic fields on upsert, and replaces the row on insert.
		boolean merges = this.calls.isLite() && this.collection.dynamic();
		return write(merges ? Operation.INSERT : Operation.UPSERT, rows, true, options, Columns::select);
	}

	// A row without a key has nothing to replace.
	private Written<T> upsertGenerating(List<T> rows, WriteOptions options) {
		List<T> keyed = new ArrayList<>();
		List<T> fresh = new ArrayList<>();
		boolean[] hasKey = new boolean[rows.size()];
		for (int i = 0; i < hasKey.length; i++) {
			hasKey[i] = this.converter.key(rows.get(i)) != null;
			(hasKey[i] ? keyed : fresh).add(rows.get(i));
		}
		Written<T> upserted = writeBack(upsertByKey(keyed, options));
		Written<T> inserted = generating(fresh, options);
		Iterator<T> nextKeyed = upserted.rows().iterator();
		Iterator<T> nextFresh = inserted.rows().iterator();
		List<T> result = new ArrayList<>(rows.size());
		for (boolean keyedRow : hasKey) {
			result.add((keyedRow ? nextKeyed : nextFresh).next());
		}
		return new Written<>(inserted.count() + upserted.count(), keys(result), result, null);
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

	private Written<T> generating(List<T> rows, WriteOptions options) {
		return writeBack(write(Operation.INSERT, rows, false, options, (columns, last) -> columns));
	}

	private Written<T> writeBack(Written<T> written) {
		List<T> rows = new ArrayList<>(written.rows());
		for (int i = 0; i < written.ids().size(); i++) {
			int index = (written.kept() != null) ? written.kept()[i] : i;
			T row = rows.get(index);
			Object id = written.ids().get(i);
			if (!id.equals(this.converter.key(row))) {
				rows.set(index, this.converter.withKey(row, id));
			}
		}
		return new Written<>(written.count(), written.ids(), rows, null);
	}

	private Written<T> write(Operation operation, List<T> rows, boolean withKeys, WriteOptions options,
			BiFunction<Columns, int[], Columns> onDuplicates) {
		if (rows.isEmpty()) {
			return Written.nothing();
		}
		checkPartition(options);
		Columns columns = this.converter.write(rows, withKeys);
		Column keys = withKeys ? columns.find(this.collection.primaryKey().name()) : null;
		int @Nullable [] kept = (keys != null) ? DuplicateKeys.lastOfEach(keys) : null;
		if (kept != null) {
			columns = onDuplicates.apply(columns, kept);
		}
		WriteReply reply = this.calls.write(
				new WriteRequest(operation, "", this.collection.name(), options.partition(), columns),
				options.timeout());
		long count = (operation == Operation.INSERT) ? reply.inserted() : reply.upserted();
		return new Written<>(count, new KeyList(reply.keys()), rows, kept);
	}

	private void checkPartition(WriteOptions options) {
		if (options.partition() != null) {
			this.partitions.require(this.collection.name(), options.partition());
		}
	}

	DeleteResult deleteByKeys(Collection<?> keys, WriteOptions options) {
		return keys.isEmpty() ? new DeleteResult(0)
				: delete(Filter.where(this.collection.primaryKey().name()).in(keys), options);
	}

	DeleteResult delete(Filter filter, WriteOptions options) {
		String text = this.filters.write(filter);
		if (text == null) {
			return new DeleteResult(0);
		}
		if (text.isBlank()) {
			throw new InvalidDataAccessApiUsageException("A delete from '" + this.collection.name()
					+ "' needs a filter: without one it would touch every row. Use deleteAll() for that");
		}
		checkPartition(options);
		if (options.partition() != null && this.calls.isLite()) {
			return deleteInLitePartition(filter, options.partition(), options);
		}
		WriteReply reply = this.calls.delete(new DeleteRequest("", this.collection.name(), options.partition(), text),
				options.timeout());
		return new DeleteResult(reply.deleted());
	}

	// Milvus Lite deletes the matching keys of other partitions too: name the keys of
	// this.
	private DeleteResult deleteInLitePartition(Filter filter, String partition, WriteOptions options) {
		ReadOptions read = new ReadOptions(List.of(partition), List.of(), null, options.timeout());
		List<Object> keys = this.reads.keys(ScalarQuery.of(filter).withOptions(read));
		return deleteByKeys(keys, new WriteOptions(null, options.timeout()));
	}

	DeleteResult deleteEverything(WriteOptions options) {
		return delete(Everything.of(this.collection), options);
	}

	@SuppressWarnings("unchecked")
	private List<T> checked(Collection<? extends T> rows) {
		int index = 0;
		for (Object row : rows) {
			if (row == null) {
				throw new InvalidDataAccessApiUsageException(
						"Row " + index + " is null: nothing was written to '" + this.collection.name() + "'");
			}
			index++;
		}
		return (rows instanceof List<?> list) ? (List<T>) list : new ArrayList<>(rows);
	}

	private record Written<T>(long count, List<Object> ids, List<T> rows, int @Nullable [] kept) {

		static <T> Written<T> nothing() {
			return new Written<>(0, List.of(), List.of(), null);
		}

	}

}
