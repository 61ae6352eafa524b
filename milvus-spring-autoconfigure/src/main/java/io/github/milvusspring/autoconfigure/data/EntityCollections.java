package io.github.milvusspring.autoconfigure.data;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusEntity;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.mapping.PersistentEntity;

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
			.map(PersistentEntity::getType)
			// The mapping context also knows the classes of what is inside of entities.
			.filter((type) -> AnnotatedElementUtils.isAnnotated(type, MilvusEntity.class))
			.forEach(this.operations::ensureCollection);
	}

}
