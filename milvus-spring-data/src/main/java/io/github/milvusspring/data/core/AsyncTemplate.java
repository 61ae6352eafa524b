package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;

import org.springframework.data.domain.SearchResults;
import org.springframework.util.Assert;

/**
 * Hands every verb to gRPC's threads.
 *
 * @param rows finds the rows of an entity class
 */
record AsyncTemplate(EntityRows rows) implements MilvusAsyncOperations {

	@Override
	public <T> CompletableFuture<InsertResult<T>> insertAll(Collection<? extends T> entities, WriteOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		if (entities.isEmpty()) {
			return CompletableFuture.completedFuture(new InsertResult<>(0, List.of(), List.of()));
		}
		CollectionRows<T> collection = this.rows.of(entities);
		return collection.insertAsync(new ArrayList<>(entities), options);
	}

	@Override
	public <T> CompletableFuture<UpsertResult<T>> upsertAll(Collection<? extends T> entities, WriteOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		if (entities.isEmpty()) {
			return CompletableFuture.completedFuture(new UpsertResult<>(0, List.of(), List.of()));
		}
		CollectionRows<T> collection = this.rows.of(entities);
		return collection.upsertAsync(new ArrayList<>(entities), options);
	}

	@Override
	public <T> CompletableFuture<UpdateResult<T>> updateAll(Collection<? extends T> entities,
			ChosenProperties properties, WriteOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		if (entities.isEmpty()) {
			return CompletableFuture.completedFuture(UpdateResult.nothing());
		}
		CollectionRows<T> collection = this.rows.of(entities);
		return collection.async().updates().update(new ArrayList<>(entities), properties, options);
	}

	@Override
	public CompletableFuture<UpdateResult<Update>> updateAll(Collection<Update> updates, Class<?> type,
			WriteOptions options) {
		Assert.notNull(updates, "Updates must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.rows.of(type)
			.async()
			.updates()
			.update(List.copyOf(updates), this.rows.changesOf(type).async().updates(), options);
	}

	@Override
	public CompletableFuture<DeleteResult> deleteAllById(Collection<?> ids, Class<?> type, WriteOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.rows.of(type).async().writes().deletes().byKeys(ids, options);
	}

	@Override
	public CompletableFuture<DeleteResult> delete(Filter filter, Class<?> type, WriteOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.rows.of(type).async().writes().deletes().matching(filter, options);
	}

	@Override
	public <T> CompletableFuture<List<T>> findAllById(Collection<?> ids, Class<T> type, ReadOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.rows.of(type).async().reads().get(ids, options);
	}

	@Override
	public <T, R> CompletableFuture<List<R>> query(ScalarQuery query, Class<T> type, Class<R> result) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(result, "Result must not be null");
		return this.rows.of(type).async().reads().query(query, this.rows.reader(type, result));
	}

	@Override
	public CompletableFuture<Boolean> exists(Filter filter, Class<?> type, ReadOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.rows.of(type).async().reads().exists(filter, options);
	}

	@Override
	public CompletableFuture<Long> count(Filter filter, Class<?> type, ReadOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.rows.of(type).async().reads().count(filter, options);
	}

	@Override
	public <T, R> CompletableFuture<SearchResults<R>> search(SearchQuery<?> query, Class<T> type, Class<R> result) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(result, "Result must not be null");
		return this.rows.of(type).async().searches().search(query, this.rows.reader(type, result));
	}

	@Override
	public <T> CompletableFuture<List<SearchResults<T>>> searchAll(VectorQuery query, Class<T> type) {
		Assert.notNull(query, "Query must not be null");
		return this.rows.of(type).async().searches().searchAll(query, this.rows.reader(type, type));
	}

}
