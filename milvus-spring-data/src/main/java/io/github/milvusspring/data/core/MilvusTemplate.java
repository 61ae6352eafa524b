package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.github.milvusspring.data.admin.CollectionAdministration;
import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.admin.SchemaOptions;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.embedding.TextEmbedding;
import io.github.milvusspring.data.execution.CollectionAccess;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.MilvusNames;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.wire.Operation;
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
 * The implementation of {@link MilvusOperations}; it is thread-safe.
 */
public class MilvusTemplate implements MilvusOperations {

	private final MilvusConnection connection;

	private final MilvusConverter converter;

	private final CollectionAdministration collections;

	private final CollectionRegistry entities;

	private final Map<String, RowOperations> rows = new ConcurrentHashMap<>();

	/**
	 * Creates a template that creates missing collections and whose reads see its own
	 * writes.
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
	 * @param schemaMode whether the collection of an entity is checked, created or
	 * changed before its first use
	 * @param consistency the consistency level of reads that specify none
	 */
	public MilvusTemplate(MilvusConnection connection, MilvusConverter converter, SchemaMode schemaMode,
			ConsistencyLevel consistency) {
		this(connection, converter, SchemaOptions.of(schemaMode), consistency);
	}

	/**
	 * Creates a template.
	 * @param connection an open connection
	 * @param converter the converter of entities
	 * @param schema whether and how the collection of an entity is checked, created or
	 * changed before its first use
	 * @param consistency the consistency level of reads that specify none
	 */
	public MilvusTemplate(MilvusConnection connection, MilvusConverter converter, SchemaOptions schema,
			ConsistencyLevel consistency) {
		this(connection, converter, schema, consistency, TextEmbedding.NONE);
	}

	/**
	 * Creates a template.
	 * @param connection an open connection
	 * @param converter the converter of entities
	 * @param schema whether and how the collection of an entity is checked, created or
	 * changed before its first use
	 * @param consistency the consistency level of reads that specify none
	 * @param embeddings how the texts of entities become vectors
	 */
	public MilvusTemplate(MilvusConnection connection, MilvusConverter converter, SchemaOptions schema,
			ConsistencyLevel consistency, TextEmbedding embeddings) {
		this.connection = connection;
		this.converter = converter;
		this.collections = new CollectionAdministration(connection, converter.getMappingContext(), schema);
		this.entities = new CollectionRegistry(connection, converter, schema.mode(), consistency, this.collections,
				embeddings);
	}

	private MilvusTemplate(MilvusTemplate origin, ConsistencyLevel consistency) {
		this.connection = origin.connection;
		this.converter = origin.converter;
		this.collections = origin.collections;
		this.entities = origin.entities.withConsistency(consistency);
	}

	@Override
	public <T> WriteResult<T> insert(T entity, WriteOptions options) {
		Assert.notNull(options, "Options must not be null");
		return CollectionAccess.await(this.entities.ofEntity(entity).insert(List.of(entity), options));
	}

	@Override
	public <T> WriteResult<T> insertAll(Collection<? extends T> entities, WriteOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		return entities.isEmpty() ? WriteResult.empty()
				: CollectionAccess.await(this.entities.<T>of(entities).insert(new ArrayList<>(entities), options));
	}

	@Override
	public <T> BatchProgress insertAll(Iterable<? extends T> entities, Class<T> type, BatchOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		Assert.notNull(options, "Options must not be null");
		return CollectionAccess.await(this.entities.of(type).insertAll(entities.iterator(), options));
	}

	@Override
	public <T> WriteResult<T> upsert(T entity, WriteOptions options) {
		Assert.notNull(options, "Options must not be null");
		return CollectionAccess.await(this.entities.ofEntity(entity).upsert(List.of(entity), options));
	}

	@Override
	public <T> WriteResult<T> upsertAll(Collection<? extends T> entities, WriteOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		return entities.isEmpty() ? WriteResult.empty()
				: CollectionAccess.await(this.entities.<T>of(entities).upsert(new ArrayList<>(entities), options));
	}

	@Override
	public <T> BatchProgress upsertAll(Iterable<? extends T> entities, Class<T> type, BatchOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		Assert.notNull(options, "Options must not be null");
		return CollectionAccess.await(this.entities.of(type).upsertAll(entities.iterator(), options));
	}

	@Override
	public <T> WriteResult<T> updateAll(Collection<? extends T> entities, PropertySelection properties,
			WriteOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		return entities.isEmpty() ? WriteResult.empty() : CollectionAccess
			.await(this.entities.<T>of(entities).update(new ArrayList<>(entities), properties, options));
	}

	@Override
	public WriteResult<Update> updateAll(Collection<Update> updates, Class<?> type, WriteOptions options) {
		Assert.notNull(updates, "Updates must not be null");
		Assert.notNull(options, "Options must not be null");
		return CollectionAccess
			.await(this.entities.of(type).update(List.copyOf(updates), this.entities.updatesOf(type), options));
	}

	@Override
	public long delete(Object entity) {
		Object key = this.entities.requiredKey(entity);
		return CollectionAccess.await(this.entities.ofEntity(entity).deleteAllById(List.of(key), WriteOptions.DEFAULT));
	}

	@Override
	public long deleteAllById(Collection<?> ids, Class<?> type, WriteOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return ids.isEmpty() ? 0 : CollectionAccess.await(this.entities.of(type).deleteAllById(ids, options));
	}

	@Override
	public long delete(Filter filter, Class<?> type, WriteOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return CollectionAccess.await(this.entities.of(type).delete(filter, options));
	}

	@Override
	public long deleteAll(Class<?> type) {
		return CollectionAccess.await(this.entities.of(type).deleteAll());
	}

	@Override
	public <T> List<T> findAllById(Collection<?> ids, Class<T> type, ReadOptions options) {
		Assert.notNull(ids, "Ids must not be null");
		Assert.notNull(options, "Options must not be null");
		return CollectionAccess.await(this.entities.of(type).findAllById(ids, options));
	}

	@Override
	public <T, R> List<R> query(FilterQuery query, Class<T> type, Class<R> result) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(result, "Result must not be null");
		return CollectionAccess.await(this.entities.of(type).query(query, this.entities.reader(type, result)));
	}

	@Override
	public <T, R> Stream<R> stream(FilterQuery query, Class<T> type, Class<R> result) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(result, "Result must not be null");
		return this.entities.of(type).stream(query, this.entities.reader(type, result));
	}

	@Override
	public <T, R> Window<R> scroll(FilterQuery query, ScrollPosition position, Class<T> type, Class<R> result) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(result, "Result must not be null");
		Assert.notNull(position, "Position must not be null");
		return CollectionAccess
			.await(this.entities.of(type).scroll(query, position, this.entities.reader(type, result)));
	}

	@Override
	public <T> Stream<SearchResult<T>> stream(VectorQuery query, Class<T> type) {
		Assert.notNull(query, "Query must not be null");
		return this.entities.of(type).stream(query, this.entities.reader(type, type));
	}

	@Override
	public boolean existsById(Object id, Class<?> type) {
		Assert.notNull(id, "Id must not be null");
		Assert.notNull(type, "Type must not be null");
		return CollectionAccess.await(this.entities.of(type).existsById(id));
	}

	@Override
	public boolean exists(Filter filter, Class<?> type, ReadOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return CollectionAccess.await(this.entities.of(type).exists(filter, options));
	}

	@Override
	public long count(Filter filter, Class<?> type, ReadOptions options) {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		return CollectionAccess.await(this.entities.of(type).count(filter, options));
	}

	@Override
	public <T, R> SearchResults<R> search(SearchQuery<?> query, Class<T> type, Class<R> result) {
		Assert.notNull(query, "Query must not be null");
		Assert.notNull(result, "Result must not be null");
		return CollectionAccess.await(this.entities.of(type).search(query, this.entities.reader(type, result)));
	}

	@Override
	public <T> List<SearchResults<T>> searchAll(VectorQuery query, Class<T> type) {
		Assert.notNull(query, "Query must not be null");
		return CollectionAccess.await(this.entities.of(type).searchAll(query, this.entities.reader(type, type)));
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
				(name) -> new DefaultRowOperations(
						new CollectionRows(name, this.connection.changes(), () -> this.entities.ofCollection(name))));
	}

	@Override
	public void ensureCollection(Class<?> type) {
		Assert.notNull(type, "Type must not be null");
		this.entities.ensure(type);
	}

	@Override
	public CollectionAdministration collections() {
		return this.collections;
	}

	@Override
	public <R> R execute(MilvusClientCallback<R> callback) {
		Assert.notNull(callback, "Callback must not be null");
		try {
			return callback.doWithClient(this.connection.client());
		}
		catch (RuntimeException ex) {
			throw this.connection.exceptionTranslator().translate(Operation.changing("The call", ""), ex);
		}
	}

	@Override
	public MilvusConverter getConverter() {
		return this.converter;
	}

}
