package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.CollectionSchema;
import io.github.milvusspring.data.mapping.ConsistencyLevel;
import io.github.milvusspring.data.mapping.MilvusNames;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.schema.MilvusCollections;
import io.github.milvusspring.data.schema.SchemaMode;
import io.github.milvusspring.data.schema.SchemaOptions;
import io.github.milvusspring.data.wire.Action;
import io.github.milvusspring.data.wire.MilvusConnection;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Window;
import org.springframework.util.Assert;

/**
 * The one implementation of {@link MilvusOperations}; safe for use by many threads.
 */
public class MilvusTemplate implements MilvusOperations {

	private final MilvusConnection connection;

	private final MilvusConverter converter;

	private final MilvusCollections collections;

	private final EntityRows entities;

	private final Map<String, RowOperations> rows = new ConcurrentHashMap<>();

	/**
	 * Creates a template that creates missing collections and reads what it wrote.
	 * @param connection an open connection
	 * @param converter the converter of entities
	 */
	public MilvusTemplate(MilvusConnection connection, MilvusConverter converter) {
		this(connection, converter, SchemaMode.CREATE, ConsistencyLevel.SESSION);
	}

	/**
	 * Creates a template.
	 * @param connection an open connection
	 * @param converter the converter of entities
	 * @param schemaMode what happens to the collection of an entity before its first use
	 * @param consistency how fresh the data must be for reads that do not say
	 */
	public MilvusTemplate(MilvusConnection connection, MilvusConverter converter, SchemaMode schemaMode,
			ConsistencyLevel consistency) {
		this(connection, converter, SchemaOptions.of(schemaMode), consistency);
	}

	/**
	 * Creates a template.
	 * @param connection an open connection
	 * @param converter the converter of entities
	 * @param schema how the collection of an entity is made ready before its first use
	 * @param consistency how fresh the data must be for reads that do not say
	 */
	public MilvusTemplate(MilvusConnection connection, MilvusConverter converter, SchemaOptions schema,
			ConsistencyLevel consistency) {
		this(connection, converter, schema, consistency, Embeddings.NONE);
	}

	/**
	 * Creates a template.
	 * @param connection an open connection
	 * @param converter the converter of entities
	 * @param schema how the collection of an entity is made ready before its first use
	 * @param consistency how fresh the data must be for reads that do not say
	 * @param embeddings how the texts of entities become vectors
	 */
	public MilvusTemplate(MilvusConnection connection, MilvusConverter converter, SchemaOptions schema,
			ConsistencyLevel consistency, Embeddings embeddings) {
		this.connection = connection;
		this.converter = converter;
		this.collections = new MilvusCollections(connection, converter.getMappingContext(), schema);
		this.entities = new EntityRows(connection, converter, schema.mode(), consistency, this.collections, embeddings);
	}

	private MilvusTemplate(MilvusTemplate origin, ConsistencyLevel consistency) {
		this.connection = origin.connection;
		this.converter = origin.converter;
		this.collections = origin.collections;
		this.entities = origin.entities.withConsistency(consistency);
	}

	@Override
	public <T> InsertResult<T> insert(T entity, WriteOptions options) {
		Assert.notNull(options, "Options must not be null");
		return this.entities.ofEntity(entity).insert(List.of(entity), options);
	}

	@Override
	public <T> InsertResult<T> insertAll(Collection<? extends T> entities, WriteOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		return entities.isEmpty() ? new InsertResult<>(0, List.of(), List.of())
				: this.entities.<T>of(entities).insert(new ArrayList<>(entities), options);
	}

	@Override
	public <T> BatchProgress insertAll(Iterable<? extends T> entities, Class<T> type, BatchOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.entities.of(type).insertAll(entities.iterator(), options);
	}

	@Override
	public <T> UpsertResult<T> upsert(T entity, WriteOptions options) {
		Assert.notNull(options, "Options must not be null");
		return this.entities.ofEntity(entity).upsert(List.of(entity), options);
	}

	@Override
	public <T> UpsertResult<T> upsertAll(Collection<? extends T> entities, WriteOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		return entities.isEmpty() ? new UpsertResult<>(0, List.of(), List.of())
				: this.entities.<T>of(entities).upsert(new ArrayList<>(entities), options);
	}

	@Override
	public <T> BatchProgress upsertAll(Iterable<? extends T> entities, Class<T> type, BatchOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.entities.of(type).upsertAll(entities.iterator(), options);
	}

	@Override
	public <T> UpdateResult<T> updateAll(Collection<? extends T> entities, ChosenProperties properties,
			WriteOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		return entities.isEmpty() ? UpdateResult.nothing()
				: this.entities.<T>of(entities).update(new ArrayList<>(entities), properties, options);
	}

	@Override
	public UpdateResult<Update> updateAll(Collection<Update> updates, Class<?> type, WriteOptions options) {
		Assert.notNull(updates, "Updates must not be null");
		Assert.notNull(options, "Options must not be null");
		return RowCalls.await(this.entities.of(type)
			.updates()
			.update(List.copyOf(updates), this.entities.changesOf(type).updates(), options));
	}

	@Override
	public DeleteResult delete(Object entity) {
		CollectionRows<Object> rows = this.entities.ofEntity(entity);
		Object key = this.converter.getMappingContext().entity(this.entities.classOf(entity)).getRequiredKey(entity);
		return rows.deleteByKeys(List.of(key), WriteOptions.DEFAULT);
	}

	@Override
	public DeleteResult deleteAllById(Collection<?> ids, Class<?> type, WriteOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return ids.isEmpty() ? new DeleteResult(0) : this.entities.of(type).deleteByKeys(ids, options);
	}

	@Override
	public DeleteResult delete(Filter filter, Class<?> type, WriteOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.entities.of(type).delete(filter, options);
	}

	@Override
	public DeleteResult deleteAll(Class<?> type) {
		return this.entities.of(type).deleteEverything();
	}

	@Override
	public <T> @Nullable T findById(Object id, Class<T> type, ReadOptions options) {
		Assert.notNull(id, "Id must not be null");
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(options, "Options must not be null");
		List<T> found = findAllById(List.of(id), type, options);
		return found.isEmpty() ? null : found.get(0);
	}

	@Override
	public <T> List<T> findAllById(Collection<?> ids, Class<T> type, ReadOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.entities.of(type).get(ids, options);
	}

	@Override
	public <T, R> List<R> query(ScalarQuery query, Class<T> type, Class<R> result) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(result, "Result must not be null");
		return this.entities.of(type).query(query, this.entities.reader(type, result));
	}

	@Override
	public <T, R> Stream<R> stream(ScalarQuery query, Class<T> type, Class<R> result) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(result, "Result must not be null");
		return this.entities.of(type).reads().stream(query, this.entities.reader(type, result));
	}

	@Override
	public <T, R> Window<R> scroll(ScalarQuery query, ScrollPosition position, Class<T> type, Class<R> result) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(result, "Result must not be null");
		return this.entities.of(type).reads().scroll(query, position, this.entities.reader(type, result));
	}

	@Override
	public <T> Stream<SearchResult<T>> stream(VectorQuery query, Class<T> type) {
		Assert.notNull(query, "Query must not be null");
		return this.entities.of(type).searches().stream(query, this.entities.reader(type, type));
	}

	@Override
	public boolean existsById(Object id, Class<?> type) {
		Assert.notNull(type, "Type must not be null");
		return exists(this.entities.byKey(id, type), type);
	}

	@Override
	public boolean exists(Filter filter, Class<?> type, ReadOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.entities.of(type).exists(filter, options);
	}

	@Override
	public long count(Filter filter, Class<?> type, ReadOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.entities.of(type).count(filter, options);
	}

	@Override
	public <T, R> SearchResults<R> search(SearchQuery<?> query, Class<T> type, Class<R> result) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(result, "Result must not be null");
		return this.entities.of(type).search(query, this.entities.reader(type, result));
	}

	@Override
	public <T> List<SearchResults<T>> searchAll(VectorQuery query, Class<T> type) {
		Assert.notNull(query, "Query must not be null");
		return RowCalls.await(this.entities.of(type).searches().searchAll(query, this.entities.reader(type, type)));
	}

	@Override
	public MilvusAsyncOperations async() {
		return new AsyncTemplate(this.entities);
	}

	@Override
	public MilvusOperations withConsistency(ConsistencyLevel consistency) {
		Assert.notNull(consistency, "Consistency must not be null");
		return new MilvusTemplate(this, consistency);
	}

	@Override
	public RowOperations rows(String collection) {
		return this.rows.computeIfAbsent(MilvusNames.require("collection", collection),
				(name) -> new Rows(name, this.connection.changes(), () -> this.entities.ofCollection(name)));
	}

	@Override
	public void ensureCollection(Class<?> type) {
		Assert.notNull(type, "Type must not be null");
		this.entities.ensure(type);
	}

	@Override
	public RebuildResult rebuild(Class<?> type, RebuildOptions options) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(options, "Options must not be null");
		CollectionSchema declared = this.converter.getMappingContext().entity(type).getCollection();
		return new Rebuild(declared, options, this.entities, this.collections, this.connection.isLite()).run();
	}

	@Override
	public MilvusCollections collections() {
		return this.collections;
	}

	@Override
	public <R> R execute(MilvusClientCallback<R> callback) {
		Assert.notNull(callback, "Callback must not be null");
		try {
			return callback.doWithClient(this.connection.client());
		}
		catch (RuntimeException ex) {
			throw this.connection.exceptionTranslator().translate(Action.of("The call", ""), ex);
		}
	}

	@Override
	public MilvusConverter getConverter() {
		return this.converter;
	}

}
