package io.github.milvusspring.autoconfigure.data;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusEntity;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.mapping.PersistentEntity;

/**
 * Creates or checks the collections of all entities, and loads them, before the
 * application serves requests, so that an error in a declaration is reported at start.
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
			// The mapping context also contains classes of values inside entities.
			.filter((type) -> AnnotatedElementUtils.isAnnotated(type, MilvusEntity.class))
			.forEach(this.operations::ensureCollection);
	}

}
