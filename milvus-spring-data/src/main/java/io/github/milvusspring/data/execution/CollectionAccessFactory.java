package io.github.milvusspring.data.execution;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.admin.CollectionAdministration;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.EntityConverter;
import io.github.milvusspring.data.convert.MapConverter;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.convert.RowConverter;
import io.github.milvusspring.data.embedding.EmbeddingBatches;
import io.github.milvusspring.data.embedding.TextEmbedding;
import io.github.milvusspring.data.mapping.EmbeddedVector;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.ConsistencyLevel;
import org.jspecify.annotations.Nullable;

/**
 * Creates {@link CollectionAccess} objects: for entities, for partial updates of
 * entities, and for rows as maps.
 */
public final class CollectionAccessFactory {

	private final MilvusConverter converter;

	private final ConsistencyLevel consistency;

	private final TextEmbedding embeddings;

	private final KnownPartitions partitions;

	private final UpdateSupport updates;

	private final RowTransport blocking;

	private final RowTransport async;

	/**
	 * Creates the factory of a connection.
	 * @param connection an open connection
	 * @param converter the converter of entities
	 * @param consistency the consistency level of reads that specify none
	 * @param collections used to look up partitions
	 * @param embeddings computes vectors from the texts of entities
	 */
	public CollectionAccessFactory(MilvusConnection connection, MilvusConverter converter, ConsistencyLevel consistency,
			CollectionAdministration collections, TextEmbedding embeddings) {
		this.converter = converter;
		this.consistency = consistency;
		this.embeddings = embeddings;
		this.partitions = new KnownPartitions(collections, connection.isLite());
		this.updates = new UpdateSupport(connection.server());
		this.blocking = RowTransport.blocking(connection.calls());
		this.async = RowTransport.async(connection.calls());
	}

	/** Discards the cached names of partitions. */
	public void forgetPartitions() {
		this.partitions.forget();
	}

	/** Returns the access to the rows of an entity class. */
	public <T> CollectionAccess<T> ofEntity(EntityConverter<T> entity) {
		return create(entity.entity().getCollection(), entity,
				embedding(entity, PropertyValues.ofEntities(entity.entity()), entity));
	}

	/**
	 * Returns the access that writes partial updates of an entity class, each as a map.
	 */
	public CollectionAccess<Map<String, Object>> updatesOf(EntityConverter<?> entity) {
		return create(entity.entity().getCollection(), entity.changes(),
				embedding(entity, PropertyValues.ofMaps(), entity.changes()));
	}

	/** Returns the access to the rows of a collection as maps. */
	public CollectionAccess<Map<String, Object>> ofCollection(CollectionSchema collection) {
		MapConverter maps = this.converter.rows(collection);
		return create(maps.collection(), maps, null);
	}

	private <R> @Nullable EntityEmbedding<R> embedding(EntityConverter<?> entityConverter, PropertyValues<R> values,
			RowConverter<R> rowConverter) {
		MilvusPersistentEntity<?> entity = entityConverter.entity();
		List<EmbeddedVector> vectors = EmbeddedVector.of(entity);
		if (vectors.isEmpty()) {
			return null;
		}
		EmbeddingBatches texts = this.embeddings.require(entity.getType());
		List<EmbeddedVector> reused = vectors.stream().filter(EmbeddedVector::reuseUnchanged).toList();
		MapConverter maps = this.converter.rows(entity.getCollection());
		ReadScopeFactory scopes = new ReadScopeFactory(entity.getCollection(), maps, this.partitions, this.consistency);
		StoredVectors stored = reused.isEmpty() ? null : new StoredVectors(
				new RowFetcher<>(maps, this.blocking, scopes), entity.getRequiredIdProperty(), reused);
		return new EntityEmbedding<>(vectors, values, rowConverter::key, texts, stored);
	}

	private <T> CollectionAccess<T> create(CollectionSchema collection, RowConverter<T> rowConverter,
			@Nullable EntityEmbedding<T> embedding) {
		ReadScopeFactory scopes = new ReadScopeFactory(collection, rowConverter, this.partitions, this.consistency);
		CollectionAccess<T> notWaiting = create(rowConverter, this.async, scopes, embedding, null);
		return create(rowConverter, this.blocking, scopes, embedding, notWaiting);
	}

	private <T> CollectionAccess<T> create(RowConverter<T> rowConverter, RowTransport transport,
			ReadScopeFactory scopes, @Nullable EntityEmbedding<T> embedding, @Nullable CollectionAccess<T> async) {
		CollectionSchema collection = scopes.collection();
		RowFetcher<T> reads = new RowFetcher<>(rowConverter, transport, scopes);
		RowWriter<T> writes = new RowWriter<>(collection, rowConverter, transport, this.partitions, reads);
		RowUpdater<T> updater = new RowUpdater<>(collection, rowConverter, writes, reads, this.updates, embedding);
		return new CollectionAccess<>(reads, writes, updater, embedding, async);
	}

}
