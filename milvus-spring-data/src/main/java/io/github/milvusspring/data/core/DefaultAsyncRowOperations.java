package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

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
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Window;
import org.springframework.util.Assert;

/**
 * Implements {@link AsyncRowOperations} by the asynchronous access to one collection.
 *
 * @param collection the collection
 */
record DefaultAsyncRowOperations(CollectionRows collection) implements AsyncRowOperations {

	@Override
	public CompletableFuture<WriteResult<Map<String, Object>>> insertAll(Collection<? extends Map<String, ?>> rows,
			WriteOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		Assert.notNull(options, "Options must not be null");
		List<Map<String, Object>> list = CollectionRows.checked(rows);
		return this.collection.callAsync((access) -> access.insert(list, options));
	}

	@Override
	public CompletableFuture<BatchProgress> insertAll(Iterable<? extends Map<String, ?>> rows, BatchOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection
			.callAsync((access) -> access.insertAll(CollectionRows.checked(rows.iterator()), options));
	}

	@Override
	public CompletableFuture<WriteResult<Map<String, Object>>> upsertAll(Collection<? extends Map<String, ?>> rows,
			WriteOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		Assert.notNull(options, "Options must not be null");
		List<Map<String, Object>> list = CollectionRows.checked(rows);
		return this.collection.callAsync((access) -> access.upsert(list, options));
	}

	@Override
	public CompletableFuture<BatchProgress> upsertAll(Iterable<? extends Map<String, ?>> rows, BatchOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection
			.callAsync((access) -> access.upsertAll(CollectionRows.checked(rows.iterator()), options));
	}

	@Override
	public CompletableFuture<WriteResult<Map<String, Object>>> updateAll(Collection<? extends Map<String, ?>> rows,
			PropertySelection properties, WriteOptions options) {
		Assert.notNull(rows, "Rows must not be null");
		Assert.notNull(properties, "Properties must not be null");
		Assert.notNull(options, "Options must not be null");
		List<Map<String, Object>> list = CollectionRows.checked(rows);
		return this.collection.callAsync((access) -> access.update(list, properties, options));
	}

	@Override
	public CompletableFuture<WriteResult<Update>> updateAll(Collection<Update> updates, WriteOptions options) {
		Assert.notNull(updates, "Updates must not be null");
		Assert.notNull(options, "Options must not be null");
		List<Update> list = List.copyOf(updates);
		return this.collection.callAsync((access) -> access.update(list, access, options));
	}

	@Override
	public CompletableFuture<Long> deleteAllById(Collection<?> ids, WriteOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection.callAsync((access) -> access.deleteAllById(ids, options));
	}

	@Override
	public CompletableFuture<Long> delete(Filter filter, WriteOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection.callAsync((access) -> access.delete(filter, options));
	}

	@Override
	public CompletableFuture<Long> deleteAll() {
		return this.collection.callAsync((access) -> access.deleteAll());
	}

	@Override
	public CompletableFuture<List<Map<String, Object>>> findAllById(Collection<?> ids, ReadOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection.callAsync((access) -> access.findAllById(ids, options));
	}

	@Override
	public CompletableFuture<Boolean> existsById(Object id) {
		Assert.notNull(id, "Id must not be null");
		return this.collection.callAsync((access) -> access.existsById(id));
	}

	@Override
	public CompletableFuture<Boolean> exists(Filter filter, ReadOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection.callAsync((access) -> access.exists(filter, options));
	}

	@Override
	public CompletableFuture<Long> count(Filter filter, ReadOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collection.callAsync((access) -> access.count(filter, options));
	}

	@Override
	public CompletableFuture<List<Map<String, Object>>> query(FilterQuery query) {
		Assert.notNull(query, "Query must not be null");
		return this.collection.callAsync((access) -> access.query(query, access.rowReader()));
	}

	@Override
	public CompletableFuture<Window<Map<String, Object>>> scroll(FilterQuery query, ScrollPosition position) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(position, "Position must not be null");
		return this.collection.callAsync((access) -> access.scroll(query, position, access.rowReader()));
	}

	@Override
	public CompletableFuture<SearchResults<Map<String, Object>>> search(SearchQuery<?> query) {
		Assert.notNull(query, "Query must not be null");
		return this.collection.callAsync((access) -> access.search(query, access.rowReader()));
	}

	@Override
	public CompletableFuture<List<SearchResults<Map<String, Object>>>> searchAll(VectorQuery query) {
		Assert.notNull(query, "Query must not be null");
		return this.collection.callAsync((access) -> access.searchAll(query, access.rowReader()));
	}

}
