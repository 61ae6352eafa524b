package io.github.milvusspring.autoconfigure.data;

import io.github.milvusspring.data.core.MilvusOperations;

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
			.forEach((entity) -> this.operations.ensureCollection(entity.getType()));
	}

}
