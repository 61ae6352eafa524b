package io.github.milvusspring.data.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.github.milvusspring.data.admin.CollectionAdministration;
import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.connection.CollectionChanges;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.EntityConverter;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.convert.RowReader;
import io.github.milvusspring.data.embedding.TextEmbedding;
import io.github.milvusspring.data.execution.CollectionAccess;
import io.github.milvusspring.data.execution.CollectionAccessFactory;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.FieldSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.util.ProxyUtils;
import org.springframework.util.Assert;

/**
 * Provides the {@link CollectionAccess} of entity classes and collections. At the first
 * use of an entity class, its collection is created or checked, and loaded, depending on
 * the schema mode.
 */
public final class CollectionRegistry {

	private final @Nullable CollectionRegistry origin;

	private final MilvusConverter converter;

	private final SchemaMode schemaMode;

	private final ConsistencyLevel consistency;

	private final CollectionAdministration collections;

	private final CollectionAccessFactory factory;

	private final CollectionChanges changed;

	private final Map<Class<?>, CollectionAccess<?>> entities = new ConcurrentHashMap<>();

	private final Map<Class<?>, CollectionAccess<Map<String, Object>>> updates = new ConcurrentHashMap<>();

	private final Map<Class<?>, Class<?>> writtenAs = new ConcurrentHashMap<>();

	private volatile long seen;

	CollectionRegistry(MilvusConnection connection, MilvusConverter converter, SchemaMode schemaMode,
			ConsistencyLevel consistency, CollectionAdministration collections, TextEmbedding embeddings) {
		this.origin = null;
		this.converter = converter;
		this.schemaMode = schemaMode;
		this.consistency = consistency;
		this.collections = collections;
		this.factory = new CollectionAccessFactory(connection, converter, consistency, collections, embeddings);
		this.changed = connection.changes();
		this.seen = this.changed.latest();
	}

	private CollectionRegistry(CollectionRegistry origin, ConsistencyLevel consistency) {
		this.origin = origin;
		this.converter = origin.converter;
		this.schemaMode = origin.schemaMode;
		this.consistency = consistency;
		this.collections = origin.collections;
		this.factory = origin.factory;
		this.changed = origin.changed;
		this.seen = this.changed.latest();
	}

	/**
	 * Returns a registry whose reads have another default consistency level; writes are
	 * unchanged.
	 */
	CollectionRegistry withConsistency(ConsistencyLevel level) {
		return new CollectionRegistry((this.origin != null) ? this.origin : this, level);
	}

	@SuppressWarnings("unchecked")
	<T> CollectionAccess<T> of(Class<T> type) {
		Assert.notNull(type, "Type must not be null");
		if (this.seen != this.changed.latest()) {
			forgetChanged();
		}
		CollectionAccess<?> known = this.entities.get(type);
		return (CollectionAccess<T>) ((known != null) ? known : prepare(type));
	}

	@SuppressWarnings("unchecked")
	<T> CollectionAccess<T> ofEntity(@Nullable T entity) {
		return of((Class<T>) classOf(entity));
	}

	// The number of the latest change is read first, so that
	// the next call notices a change that happens meanwhile.
	private synchronized void forgetChanged() {
		long latest = this.changed.latest();
		this.entities.keySet().removeIf((type) -> this.changed.isChanged(collectionOf(type).name(), this.seen));
		this.factory.forgetPartitions();
		this.seen = latest;
	}

	private CollectionSchema collectionOf(Class<?> type) {
		return this.converter.entity(type).entity().getCollection();
	}

	/**
	 * Creates or checks the collection of a class, and loads it, even if that was done
	 * before.
	 */
	void ensure(Class<?> type) {
		CollectionRegistry rows = (this.origin != null) ? this.origin : this;
		synchronized (rows) {
			rows.entities.remove(type);
			rows.of(type);
		}
	}

	/** Returns the entity class as which an instance is written. */
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

	/** Returns the key of an entity; refuses an entity without a key. */
	Object requiredKey(@Nullable Object entity) {
		Class<?> type = classOf(entity);
		return this.converter.getMappingContext().entity(type).getRequiredKey(Objects.requireNonNull(entity));
	}

	// One call writes to one collection, so all its entities must be of the same class.
	@SuppressWarnings("unchecked")
	<T> CollectionAccess<T> of(Collection<? extends T> entities) {
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

	private synchronized <T> CollectionAccess<?> prepare(Class<T> type) {
		CollectionAccess<?> known = this.entities.get(type);
		if (known == null && this.origin != null) {
			known = this.origin.of(type).withConsistency(this.consistency);
			this.entities.put(type, known);
		}
		if (known == null) {
			EntityConverter<T> rowConverter = this.converter.entity(type);
			CollectionSchema collection = rowConverter.entity().getCollection();
			// Refuses an entity without an embedder before its collection is created.
			known = this.factory.ofEntity(rowConverter);
			requireOneDeclaration(type, collection);
			this.collections.ensure(collection, this.schemaMode);
			this.entities.put(type, known);
		}
		return known;
	}

	// Two classes may share a collection only if both declare it identically.
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
	 * Returns the reader that converts rows of an entity class to results.
	 */
	<T, R> RowReader<R> reader(Class<T> type, Class<R> result) {
		try {
			return this.converter.reader(type, result);
		}
		catch (MappingException ex) {
			throw new InvalidDataAccessApiUsageException("A query returns " + ex.getMessage(), ex);
		}
	}

	/** Returns the access that writes partial updates of a class, each as a map. */
	CollectionAccess<Map<String, Object>> updatesOf(Class<?> type) {
		if (this.origin != null) {
			return this.origin.updatesOf(type);
		}
		return this.updates.computeIfAbsent(type, (missing) -> this.factory.updatesOf(this.converter.entity(missing)));
	}

	/**
	 * Returns the access to the rows of a collection, whose schema is looked up by this
	 * name.
	 */
	CollectionAccess<Map<String, Object>> ofCollection(String name) {
		if (this.origin != null) {
			return this.origin.ofCollection(name).withConsistency(this.consistency);
		}
		// The name may be an alias, which may point to another
		// collection later, so the given name is kept.
		return this.factory.ofCollection(this.collections.describe(name).toBuilder().name(name).build());
	}

}
