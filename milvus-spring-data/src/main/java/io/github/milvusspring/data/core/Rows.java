package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.wire.CollectionChanges;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.util.Assert;

/**
 * Plain rows of one collection, whose schema is looked up once and again after a failure.
 */
final class Rows implements RowOperations {

	static final String WHAT_THEY_ARE = "A row is a Map from the name of a field to its value, for example "
			+ "Map.of(\"id\", 1, \"vector\", new float[] { 0.1f, 0.2f }), and data is one row or a list of rows";

	private final String name;

	private final CollectionChanges changes;

	private final Supplier<CollectionRows<Map<String, Object>>> lookup;

	private volatile @Nullable Found current;

	Rows(String name, CollectionChanges changes, Supplier<CollectionRows<Map<String, Object>>> lookup) {
		this.name = name;
		this.changes = changes;
		this.lookup = lookup;
	}

	@Override
	public InsertResult<Map<String, Object>> insert(Collection<? extends Map<String, ?>> rows, WriteOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		List<Map<String, Object>> list = checked(rows);
		return call((collection) -> collection.insert(list, options));
	}

	@Override
	public UpsertResult<Map<String, Object>> upsert(Collection<? extends Map<String, ?>> rows, WriteOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		List<Map<String, Object>> list = checked(rows);
		return call((collection) -> collection.upsert(list, options));
	}

	@Override
	public UpdateResult<Map<String, Object>> update(Collection<? extends Map<String, ?>> rows, WriteOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		List<Map<String, Object>> list = checked(rows);
		return call((collection) -> collection.update(list, ChosenProperties.PRESENT, options));
	}

	@Override
	public UpdateResult<Update> updateAll(Collection<Update> updates, WriteOptions options) {
		Assert.notNull(updates, "Updates must not be null");
		Assert.notNull(options, "Options must not be null");
		List<Update> list = List.copyOf(updates);
		return call((collection) -> RowCalls.await(collection.updates().update(list, collection.updates(), options)));
	}

	@Override
	public DeleteResult delete(Collection<?> ids, WriteOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return call((collection) -> collection.deleteByKeys(ids, options));
	}

	@Override
	public DeleteResult delete(Filter filter, WriteOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return call((collection) -> collection.delete(filter, options));
	}

	@Override
	public List<Map<String, Object>> get(Collection<?> ids, ReadOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return call((collection) -> collection.get(ids, options));
	}

	@Override
	public List<Map<String, Object>> query(ScalarQuery query) {
		Assert.notNull(query, "Query must not be null");
		return call((collection) -> collection.query(query, collection.whole()));
	}

	@Override
	public long count(Filter filter, ReadOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return call((collection) -> collection.count(filter, options));
	}

	@Override
	public SearchResults<Map<String, Object>> search(SearchQuery<?> query) {
		Assert.notNull(query, "Query must not be null");
		return call((collection) -> collection.search(query, collection.whole()));
	}

	@Override
	public Stream<Map<String, Object>> stream(ScalarQuery query) {
		Assert.notNull(query, "Query must not be null");
		return call((collection) -> collection.reads().stream(query, collection.whole()));
	}

	@Override
	public Stream<SearchResult<Map<String, Object>>> stream(VectorQuery query) {
		Assert.notNull(query, "Query must not be null");
		return call((collection) -> collection.searches().stream(query, collection.whole()));
	}

	private <R> R call(Function<CollectionRows<Map<String, Object>>, R> operation) {
		Found found = this.current;
		if (found == null || this.changes.isChanged(this.name, found.since())) {
			long since = this.changes.latest();
			found = new Found(this.lookup.get(), since);
			this.current = found;
		}
		try {
			return operation.apply(found.rows());
		}
		catch (DataAccessException ex) {
			// Somebody else may have made the collection anew with other fields.
			this.current = null;
			throw ex;
		}
	}

	/**
	 * The rows as they were looked up.
	 *
	 * @param rows the rows of the collection
	 * @param since the number of the latest change before that
	 */
	private record Found(CollectionRows<Map<String, Object>> rows, long since) {
	}

	// Generics are erased: a raw list may hold anything.
	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> checked(Collection<? extends Map<String, ?>> rows) {
		int index = 0;
		for (Object row : (Collection<?>) rows) {
			if (!(row instanceof Map<?, ?> map)) {
				throw new InvalidDataAccessApiUsageException(WHAT_THEY_ARE + "; row " + index + " is "
						+ ((row != null) ? "a " + row.getClass().getSimpleName() : "null"));
			}
			for (Object name : map.keySet()) {
				if (!(name instanceof String)) {
					throw new InvalidDataAccessApiUsageException(
							WHAT_THEY_ARE + "; row " + index + " has the name " + name + ", which is not a String");
				}
			}
			index++;
		}
		return (List<Map<String, Object>>) (List<?>) List.copyOf((Collection<?>) rows);
	}

}
