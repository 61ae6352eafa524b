package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.milvusspring.data.convert.EntityConverter;
import io.github.milvusspring.data.convert.MapConverter;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.convert.RowConverter;
import io.github.milvusspring.data.convert.RowReader;
import io.github.milvusspring.data.mapping.CollectionSchema;
import io.github.milvusspring.data.mapping.ConsistencyLevel;
import io.github.milvusspring.data.mapping.EmbeddedVector;
import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.schema.MilvusCollections;
import io.github.milvusspring.data.schema.SchemaMode;
import io.github.milvusspring.data.wire.CollectionChanges;
import io.github.milvusspring.data.wire.MilvusConnection;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.util.ProxyUtils;
import org.springframework.util.Assert;

/**
 * Finds the rows of a class or collection, and makes the collection of a class ready at
 * its first use.
 */
final class EntityRows {

	private final @Nullable EntityRows origin;

	private final MilvusConverter converter;

	private final SchemaMode schemaMode;

	private final ConsistencyLevel consistency;

	private final MilvusCollections collections;

	private final KnownPartitions partitions;

	private final UpdateSupport updates;

	private final RowCalls blocking;

	private final RowCalls async;

	private final CollectionChanges changed;

	private final Map<Class<?>, CollectionRows<?>> entities = new ConcurrentHashMap<>();

	private final Map<Class<?>, CollectionRows<Map<String, Object>>> changes = new ConcurrentHashMap<>();

	private final Map<Class<?>, Class<?>> writtenAs = new ConcurrentHashMap<>();

	private final Embeddings embeddings;

	private volatile long seen;

	EntityRows(MilvusConnection connection, MilvusConverter converter, SchemaMode schemaMode,
			ConsistencyLevel consistency, MilvusCollections collections, Embeddings embeddings) {
		this.origin = null;
		this.converter = converter;
		this.schemaMode = schemaMode;
		this.consistency = consistency;
		this.collections = collections;
		this.embeddings = embeddings;
		this.partitions = new KnownPartitions(collections, connection.isLite());
		this.updates = new UpdateSupport(connection.server());
		this.blocking = RowCalls.blocking(connection.calls());
		this.async = RowCalls.async(connection.calls());
		this.changed = connection.changes();
		this.seen = this.changed.latest();
	}

	private EntityRows(EntityRows origin, ConsistencyLevel consistency) {
		this.origin = origin;
		this.converter = origin.converter;
		this.schemaMode = origin.schemaMode;
		this.consistency = consistency;
		this.updates = origin.updates;
		this.collections = origin.collections;
		this.embeddings = origin.embeddings;
		this.partitions = origin.partitions;
		this.blocking = origin.blocking;
		this.async = origin.async;
		this.changed = origin.changed;
		this.seen = this.changed.latest();
	}

	/**
	 * The same rows, read with another consistency; writes stay what they are.
	 */
	EntityRows withConsistency(ConsistencyLevel level) {
		return new EntityRows((this.origin != null) ? this.origin : this, level);
	}

	@SuppressWarnings("unchecked")
	<T> CollectionRows<T> of(Class<T> type) {
		Assert.notNull(type, "Type must not be null");
		if (this.seen != this.changed.latest()) {
			forgetChanged();
		}
		CollectionRows<?> known = this.entities.get(type);
		return (CollectionRows<T>) ((known != null) ? known : prepare(type));
	}

	@SuppressWarnings("unchecked")
	<T> CollectionRows<T> ofEntity(@Nullable T entity) {
		return of((Class<T>) classOf(entity));
	}

	// What is prepared while this happens is as new as what it is compared with.
	private synchronized void forgetChanged() {
		long latest = this.changed.latest();
		this.entities.keySet().removeIf((type) -> this.changed.isChanged(collectionOf(type).name(), this.seen));
		this.partitions.forget();
		this.seen = latest;
	}

	private CollectionSchema collectionOf(Class<?> type) {
		return this.converter.entity(type).entity().getCollection();
	}

	/** Makes the collection of a class ready, whether it was before or not. */
	void ensure(Class<?> type) {
		EntityRows rows = (this.origin != null) ? this.origin : this;
		synchronized (rows) {
			rows.entities.remove(type);
			rows.of(type);
		}
	}

	/** The class as which an instance is written. */
	Class<?> classOf(@Nullable Object entity) {
		if (entity == null) {
			throw new InvalidDataAccessApiUsageException("An entity is null: nothing was written");
		}
		Class<?> type = this.writtenAs.get(entity.getClass());
		if (type == null) {
			type = this.converter.getMappingContext().writtenAs(ProxyUtils.getUserClass(entity));
			if (!AnnotatedElementUtils.hasAnnotation(type, MilvusEntity.class)) {
				throw new InvalidDataAccessApiUsageException("A " + type.getName()
						+ " is no entity, and nothing was written: write instances of a class with @MilvusEntity;"
						+ " plain rows go by rows(\"collection\")");
			}
			this.writtenAs.put(entity.getClass(), type);
		}
		return type;
	}

	// All entities of one call go to one collection, so they are of one class.
	@SuppressWarnings("unchecked")
	<T> CollectionRows<T> of(Collection<? extends T> entities) {
		T first = entities.iterator().next();
		Class<?> type = classOf(first);
		for (T entity : entities) {
			if (entity != null && entity.getClass() != first.getClass() && classOf(entity) != type) {
				throw new InvalidDataAccessApiUsageException("The entities are of different classes, " + type.getName()
						+ " and " + classOf(entity).getName() + ": write each class by a call of its own");
			}
		}
		return of((Class<T>) type);
	}

	private synchronized <T> CollectionRows<?> prepare(Class<T> type) {
		CollectionRows<?> known = this.entities.get(type);
		if (known == null && this.origin != null) {
			known = this.origin.of(type).withConsistency(this.consistency);
			this.entities.put(type, known);
		}
		if (known == null) {
			EntityConverter<T> rowConverter = this.converter.entity(type);
			CollectionSchema collection = rowConverter.entity().getCollection();
			EntityEmbedding<T> embedding = embedding(rowConverter, RowProperties.ofEntities(rowConverter.entity()),
					rowConverter);
			requireOneDeclaration(type, collection);
			this.collections.ensure(collection, this.schemaMode);
			known = rows(collection, rowConverter, embedding);
			this.entities.put(type, known);
		}
		return known;
	}

	// Two classes may share a collection that both declare alike.
	private void requireOneDeclaration(Class<?> type, CollectionSchema collection) {
		for (Class<?> other : this.entities.keySet()) {
			CollectionSchema known = collectionOf(other);
			if (this.schemaMode == SchemaMode.NONE || !known.name().equals(collection.name())
					|| known.equals(collection)) {
				continue;
			}
			List<String> names = known.fields().stream().map(FieldSchema::name).toList();
			List<String> here = collection.fields().stream().map(FieldSchema::name).toList();
			throw new MappingException(other.getName() + " with the fields " + names + " and " + type.getName()
					+ " with the fields " + here + " declare the collection '" + collection.name()
					+ "' differently: give one of them another collection by @MilvusEntity(\"…\")");
		}
	}

	/**
	 * What makes results of the rows of a class.
	 */
	<T, R> RowReader<R> reader(Class<T> type, Class<R> result) {
		try {
			return this.converter.reader(type, result);
		}
		catch (MappingException ex) {
			throw new InvalidDataAccessApiUsageException("A query returns " + ex.getMessage(), ex);
		}
	}

	/**
	 * What only the row with a key satisfies.
	 */
	Filter byKey(@Nullable Object id, Class<?> type) {
		if (id == null) {
			throw new InvalidDataAccessApiUsageException("The key of a " + type.getSimpleName() + " is null");
		}
		return Filter.where(this.converter.entity(type).entity().getRequiredIdProperty().getName()).is(id);
	}

	/**
	 * What writes updates of a class, as maps.
	 */
	CollectionRows<Map<String, Object>> changesOf(Class<?> type) {
		if (this.origin != null) {
			return this.origin.changesOf(type);
		}
		return this.changes.computeIfAbsent(type, (missing) -> {
			EntityConverter<?> rowConverter = this.converter.entity(missing);
			return rows(rowConverter.entity().getCollection(), rowConverter.changes(),
					embedding(rowConverter, RowProperties.ofMaps(), rowConverter.changes()));
		});
	}

	CollectionRows<Map<String, Object>> ofCollection(String name) {
		if (this.origin != null) {
			return this.origin.ofCollection(name).withConsistency(this.consistency);
		}
		// By the name that was asked for: an alias may stand for another collection
		// tomorrow.
		MapConverter maps = this.converter.rows(this.collections.describe(name).toBuilder().name(name).build());
		return rows(maps.collection(), maps, null);
	}

	RowCopy.Side side(String name) {
		MapConverter maps = this.converter.rows(this.collections.describe(name));
		return new RowCopy.Side(maps.collection(), rows(maps.collection(), maps, null));
	}

	private <R> @Nullable EntityEmbedding<R> embedding(EntityConverter<?> entityConverter, RowProperties<R> rows,
			RowConverter<R> rowConverter) {
		MilvusPersistentEntity<?> entity = entityConverter.entity();
		List<EmbeddedVector> vectors = EmbeddedVector.of(entity);
		if (vectors.isEmpty()) {
			return null;
		}
		TextBatches texts = this.embeddings.require(entity.getType());
		List<EmbeddedVector> kept = vectors.stream().filter(EmbeddedVector::reuseUnchanged).toList();
		MapConverter maps = this.converter.rows(entity.getCollection());
		ReadScopes scopes = new ReadScopes(entity.getCollection(), maps, this.partitions, this.consistency);
		StoredVectors stored = kept.isEmpty() ? null
				: new StoredVectors(new RowReads<>(maps, this.blocking, scopes), entity.getRequiredIdProperty(), kept);
		return new EntityEmbedding<>(vectors, rows, rowConverter::key, texts, stored);
	}

	private <T> CollectionRows<T> rows(CollectionSchema collection, RowConverter<T> rowConverter,
			@Nullable EntityEmbedding<T> embedding) {
		ReadScopes scopes = new ReadScopes(collection, rowConverter, this.partitions, this.consistency);
		RowReads<T> reads = new RowReads<>(rowConverter, this.blocking, scopes);
		RowWrites<T> writes = new RowWrites<>(collection, rowConverter, this.blocking, this.partitions, reads);
		RowReads<T> asyncReads = new RowReads<>(rowConverter, this.async, scopes);
		RowWrites<T> asyncWrites = new RowWrites<>(collection, rowConverter, this.async, this.partitions, reads);
		return new CollectionRows<>(reads, reads.searches(embedding), writes,
				new RowUpdates<>(collection, rowConverter, writes, reads, this.updates, embedding),
				new CollectionRows.Async<>(asyncReads, asyncReads.searches(embedding), asyncWrites,
						new RowUpdates<>(collection, rowConverter, asyncWrites, asyncReads, this.updates, embedding)),
				embedding);
	}

}
