package io.github.milvusspring.autoconfigure.data;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Makes the collections of all entities ready before the application serves, so that a
 * mistake in one shows at start.
 */
final class EntityCollections implements SmartInitializingSingleton {

	private final MilvusOperations operations;

	EntityCollections(MilvusOperations operations) {
		this.operations = operations;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.operations.getConverter()
			.getMappingContext()
			.getPersistentEntities()
			.stream()
			// Types within an entity, such as those of JSON fields, are known too.
			.filter((entity) -> entity.isAnnotationPresent(MilvusEntity.class))
			.map(MilvusPersistentEntity::getType)
			.forEach(this.operations::ensureCollection);
	}

}
