package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Window;
import org.springframework.util.Assert;

/**
 * Implements {@link RowOperations} by the access to one collection, and waits for each
 * result.
 *
 * @param collection the collection
 */
record DefaultRowOperations(CollectionRows collection) implements RowOperations {

	@Override
	public WriteResult<Map<String, Object>> insertAll(Collection<? extends Map<String, ?>> rows, WriteOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		Assert.notNull(options, "Options must not be null");
		List<Map<String, Object>> list = CollectionRows.checked(rows);
		return this.collection.call((access) -> access.insert(list, options));
	}

	@Override
	public BatchProgress insertAll(Iterable<? extends Map<String, ?>> rows, BatchOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection.call((access) -> access.insertAll(CollectionRows.checked(rows.iterator()), options));
	}

	@Override
	public WriteResult<Map<String, Object>> upsertAll(Collection<? extends Map<String, ?>> rows, WriteOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		Assert.notNull(options, "Options must not be null");
		List<Map<String, Object>> list = CollectionRows.checked(rows);
		return this.collection.call((access) -> access.upsert(list, options));
	}

	@Override
	public BatchProgress upsertAll(Iterable<? extends Map<String, ?>> rows, BatchOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection.call((access) -> access.upsertAll(CollectionRows.checked(rows.iterator()), options));
	}

	@Override
	public WriteResult<Map<String, Object>> updateAll(Collection<? extends Map<String, ?>> rows,
			PropertySelection properties, WriteOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		Assert.notNull(properties, "Properties must not be null");
		Assert.notNull(options, "Options must not be null");
		List<Map<String, Object>> list = CollectionRows.checked(rows);
		return this.collection.call((access) -> access.update(list, properties, options));
	}

	@Override
	public WriteResult<Update> updateAll(Collection<Update> updates, WriteOptions options) {
		Assert.notNull(updates, "Updates must not be null");
		Assert.notNull(options, "Options must not be null");
		List<Update> list = List.copyOf(updates);
		return this.collection.call((access) -> access.update(list, access, options));
	}

	@Override
	public long deleteAllById(Collection<?> ids, WriteOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection.call((access) -> access.deleteAllById(ids, options));
	}

	@Override
	public long delete(Filter filter, WriteOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection.call((access) -> access.delete(filter, options));
	}

	@Override
	public long deleteAll() {
		return this.collection.call((access) -> access.deleteAll());
	}

	@Override
	public List<Map<String, Object>> findAllById(Collection<?> ids, ReadOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection.call((access) -> access.findAllById(ids, options));
	}

	@Override
	public boolean existsById(Object id) {
		Assert.notNull(id, "Id must not be null");
		return this.collection.call((access) -> access.existsById(id));
	}

	@Override
	public boolean exists(Filter filter, ReadOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection.call((access) -> access.exists(filter, options));
	}

	@Override
	public long count(Filter filter, ReadOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection.call((access) -> access.count(filter, options));
	}

	@Override
	public List<Map<String, Object>> query(FilterQuery query) {
		Assert.notNull(query, "Query must not be null");
		return this.collection.call((access) -> access.query(query, access.rowReader()));
	}

	@Override
	public Window<Map<String, Object>> scroll(FilterQuery query, ScrollPosition position) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(position, "Position must not be null");
		return this.collection.call((access) -> access.scroll(query, position, access.rowReader()));
	}

	@Override
	public Stream<Map<String, Object>> stream(FilterQuery query) {
		Assert.notNull(query, "Query must not be null");
		return this.collection.withAccess((access) -> access.stream(query, access.rowReader()));
	}

	@Override
	public SearchResults<Map<String, Object>> search(SearchQuery<?> query) {
		Assert.notNull(query, "Query must not be null");
		return this.collection.call((access) -> access.search(query, access.rowReader()));
	}

	@Override
	public List<SearchResults<Map<String, Object>>> searchAll(VectorQuery query) {
		Assert.notNull(query, "Query must not be null");
		return this.collection.call((access) -> access.searchAll(query, access.rowReader()));
	}

	@Override
	public Stream<SearchResult<Map<String, Object>>> stream(VectorQuery query) {
		Assert.notNull(query, "Query must not be null");
		return this.collection.withAccess((access) -> access.stream(query, access.rowReader()));
	}

	@Override
	public AsyncRowOperations async() {
		return new DefaultAsyncRowOperations(this.collection);
	}

}
