package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
 * Implements {@link MilvusAsyncOperations} by the asynchronous access to the collection
 * of each entity class.
 *
 * @param collections the collections of the entity classes
 */
record AsyncTemplate(CollectionRegistry collections) implements MilvusAsyncOperations {

	@Override
	public <T> CompletableFuture<WriteResult<T>> insertAll(Collection<? extends T> entities, WriteOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		Assert.notNull(options, "Options must not be null");
		return entities.isEmpty() ? CompletableFuture.completedFuture(WriteResult.empty())
				: this.collections.<T>of(entities).async().insert(new ArrayList<>(entities), options);
	}

	@Override
	public <T> CompletableFuture<BatchProgress> insertAll(Iterable<? extends T> entities, Class<T> type,
			BatchOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collections.of(type).async().insertAll(entities.iterator(), options);
	}

	@Override
	public <T> CompletableFuture<WriteResult<T>> upsertAll(Collection<? extends T> entities, WriteOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		Assert.notNull(options, "Options must not be null");
		return entities.isEmpty() ? CompletableFuture.completedFuture(WriteResult.empty())
				: this.collections.<T>of(entities).async().upsert(new ArrayList<>(entities), options);
	}

	@Override
	public <T> CompletableFuture<BatchProgress> upsertAll(Iterable<? extends T> entities, Class<T> type,
			BatchOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collections.of(type).async().upsertAll(entities.iterator(), options);
	}

	@Override
	public <T> CompletableFuture<WriteResult<T>> updateAll(Collection<? extends T> entities,
			PropertySelection properties, WriteOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		Assert.notNull(properties, "Properties must not be null");
		Assert.notNull(options, "Options must not be null");
		return entities.isEmpty() ? CompletableFuture.completedFuture(WriteResult.empty())
				: this.collections.<T>of(entities).async().update(new ArrayList<>(entities), properties, options);
	}

	@Override
	public CompletableFuture<WriteResult<Update>> updateAll(Collection<Update> updates, Class<?> type,
			WriteOptions options) {
		Assert.notNull(updates, "Updates must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collections.of(type)
			.async()
			.update(List.copyOf(updates), this.collections.updatesOf(type).async(), options);
	}

	@Override
	public CompletableFuture<Long> delete(Object entity) {
		Object key = this.collections.requiredKey(entity);
		return this.collections.ofEntity(entity).async().deleteAllById(List.of(key), WriteOptions.DEFAULT);
	}

	@Override
	public CompletableFuture<Long> deleteAllById(Collection<?> ids, Class<?> type, WriteOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collections.of(type).async().deleteAllById(ids, options);
	}

	@Override
	public CompletableFuture<Long> delete(Filter filter, Class<?> type, WriteOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collections.of(type).async().delete(filter, options);
	}

	@Override
	public CompletableFuture<Long> deleteAll(Class<?> type) {
		return this.collections.of(type).async().deleteAll();
	}

	@Override
	public <T> CompletableFuture<List<T>> findAllById(Collection<?> ids, Class<T> type, ReadOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collections.of(type).async().findAllById(ids, options);
	}

	@Override
	public CompletableFuture<Boolean> existsById(Object id, Class<?> type) {
		Assert.notNull(id, "Id must not be null");
		return this.collections.of(type).async().existsById(id);
	}

	@Override
	public CompletableFuture<Boolean> exists(Filter filter, Class<?> type, ReadOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collections.of(type).async().exists(filter, options);
	}

	@Override
	public CompletableFuture<Long> count(Filter filter, Class<?> type, ReadOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.collections.of(type).async().count(filter, options);
	}

	@Override
	public <T, R> CompletableFuture<List<R>> query(FilterQuery query, Class<T> type, Class<R> result) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(result, "Result must not be null");
		return this.collections.of(type).async().query(query, this.collections.reader(type, result));
	}

	@Override
	public <T, R> CompletableFuture<Window<R>> scroll(FilterQuery query, ScrollPosition position, Class<T> type,
			Class<R> result) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(position, "Position must not be null");
		Assert.notNull(result, "Result must not be null");
		return this.collections.of(type).async().scroll(query, position, this.collections.reader(type, result));
	}

	@Override
	public <T, R> CompletableFuture<SearchResults<R>> search(SearchQuery<?> query, Class<T> type, Class<R> result) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(result, "Result must not be null");
		return this.collections.of(type).async().search(query, this.collections.reader(type, result));
	}

	@Override
	public <T> CompletableFuture<List<SearchResults<T>>> searchAll(VectorQuery query, Class<T> type) {
		Assert.notNull(query, "Query must not be null");
		return this.collections.of(type).async().searchAll(query, this.collections.reader(type, type));
	}

}
