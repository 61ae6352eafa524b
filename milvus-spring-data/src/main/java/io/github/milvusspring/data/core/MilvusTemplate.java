package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.github.milvusspring.data.convert.EntityConverter;
import io.github.milvusspring.data.convert.MapConverter;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.convert.RowConverter;
import io.github.milvusspring.data.mapping.CollectionSchema;
import io.github.milvusspring.data.mapping.ConsistencyLevel;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.schema.MilvusCollections;
import io.github.milvusspring.data.schema.SchemaMode;
import io.github.milvusspring.data.wire.Action;
import io.github.milvusspring.data.wire.MilvusConnection;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.util.ProxyUtils;

/**
 * The one implementation of {@link MilvusOperations}; safe for use by many threads.
 */
public class MilvusTemplate implements MilvusOperations {

	private final MilvusConnection connection;

	private final MilvusConverter converter;

	private final SchemaMode schemaMode;

	private final ConsistencyLevel consistency;

	private final MilvusCollections collections;

	private final KnownPartitions partitions;

	private final Map<Class<?>, CollectionRows<?>> entities = new ConcurrentHashMap<>();

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
		this.connection = connection;
		this.converter = converter;
		this.schemaMode = schemaMode;
		this.consistency = consistency;
		this.collections = new MilvusCollections(connection);
		this.partitions = new KnownPartitions(this.collections, connection.isLite());
	}

	@Override
	public <T> InsertResult<T> insert(T entity, WriteOptions options) {
		return rowsOf(entity).writes().insert(List.of(entity), options);
	}

	@Override
	public <T> InsertResult<T> insertAll(Collection<? extends T> entities, WriteOptions options) {
		return entities.isEmpty() ? new InsertResult<>(0, List.of(), List.of())
				: this.<T>rowsOf(entities).writes().insert(entities, options);
	}

	@Override
	public <T> UpsertResult<T> upsert(T entity, WriteOptions options) {
		return rowsOf(entity).writes().upsert(List.of(entity), options);
	}

	@Override
	public <T> UpsertResult<T> upsertAll(Collection<? extends T> entities, WriteOptions options) {
		return entities.isEmpty() ? new UpsertResult<>(0, List.of(), List.of())
				: this.<T>rowsOf(entities).writes().upsert(entities, options);
	}

	@Override
	public DeleteResult delete(Object entity) {
		CollectionRows<Object> rows = rowsOf(entity);
		Object key = this.converter.getMappingContext()
			.entity(ProxyUtils.getUserClass(entity))
			.getIdentifierAccessor(entity)
			.getRequiredIdentifier();
		return rows.writes().deleteByKeys(List.of(key), WriteOptions.DEFAULT);
	}

	@Override
	public DeleteResult deleteAllById(Collection<?> ids, Class<?> type, WriteOptions options) {
		return ids.isEmpty() ? new DeleteResult(0) : rows(type).writes().deleteByKeys(ids, options);
	}

	@Override
	public DeleteResult delete(Filter filter, Class<?> type, WriteOptions options) {
		return rows(type).writes().delete(filter, options);
	}

	@Override
	public DeleteResult deleteAll(Class<?> type) {
		return rows(type).writes().deleteEverything(WriteOptions.DEFAULT);
	}

	@Override
	public <T> @Nullable T findById(Object id, Class<T> type, ReadOptions options) {
		List<T> found = findAllById(List.of(id), type, options);
		return found.isEmpty() ? null : found.get(0);
	}

	@Override
	public <T> List<T> findAllById(Collection<?> ids, Class<T> type, ReadOptions options) {
		return rows(type).reads().get(ids, options);
	}

	@Override
	public <T> List<T> query(ScalarQuery query, Class<T> type) {
		return rows(type).reads().query(query);
	}

	@Override
	public <T> Stream<T> stream(ScalarQuery query, Class<T> type) {
		return rows(type).reads().stream(query);
	}

	@Override
	public long count(Filter filter, Class<?> type, ReadOptions options) {
		return rows(type).reads().count(filter, options);
	}

	@Override
	public <T> SearchResults<T> search(VectorQuery query, Class<T> type) {
		return rows(type).reads().search(query);
	}

	@Override
	public RowOperations rows(String collection) {
		return this.rows.computeIfAbsent(collection, (name) -> new Rows(() -> {
			MapConverter maps = this.converter.rows(this.collections.describe(name));
			return collectionRows(maps.collection(), maps);
		}));
	}

	@Override
	public void ensureCollection(Class<?> type) {
		rows(type);
	}

	@Override
	public MilvusCollections collections() {
		return this.collections;
	}

	@Override
	public <R> R execute(MilvusClientCallback<R> callback) {
		try {
			return callback.doWithClient(this.connection.client());
		}
		catch (RuntimeException ex) {
			throw this.connection.exceptionTranslator().translate(new Action("The call", "", false), ex);
		}
	}

	@Override
	public MilvusConverter getConverter() {
		return this.converter;
	}

	@SuppressWarnings("unchecked")
	private <T> CollectionRows<T> rowsOf(@Nullable T entity) {
		if (entity == null) {
			throw new InvalidDataAccessApiUsageException("An entity is null: nothing was written");
		}
		return rows((Class<T>) ProxyUtils.getUserClass(entity));
	}

	// All entities of one call go to one collection, so they are of one class.
	private <T> CollectionRows<T> rowsOf(Collection<? extends T> entities) {
		T first = entities.iterator().next();
		CollectionRows<T> rows = rowsOf(first);
		for (T entity : entities) {
			if (entity != null && entity.getClass() != first.getClass()) {
				throw new InvalidDataAccessApiUsageException(
						"The entities are of different classes, " + first.getClass().getName() + " and "
								+ entity.getClass().getName() + ": write each class by a call of its own");
			}
		}
		return rows;
	}

	@SuppressWarnings("unchecked")
	private <T> CollectionRows<T> rows(Class<T> type) {
		CollectionRows<?> known = this.entities.get(type);
		return (CollectionRows<T>) ((known != null) ? known : prepare(type));
	}

	private synchronized <T> CollectionRows<?> prepare(Class<T> type) {
		CollectionRows<?> known = this.entities.get(type);
		if (known == null) {
			EntityConverter<T> rowConverter = this.converter.entity(type);
			CollectionSchema collection = rowConverter.entity().getCollection();
			this.collections.ensure(collection, this.schemaMode);
			known = collectionRows(collection, rowConverter);
			this.entities.put(type, known);
		}
		return known;
	}

	private <T> CollectionRows<T> collectionRows(CollectionSchema collection, RowConverter<T> rowConverter) {
		RowReads<T> reads = new RowReads<>(collection, rowConverter, this.connection.calls(), this.partitions,
				this.consistency);
		return new CollectionRows<>(reads,
				new RowWrites<>(collection, rowConverter, this.connection.calls(), this.partitions, reads));
	}

}
