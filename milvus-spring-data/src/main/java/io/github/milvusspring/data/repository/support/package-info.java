/**
 * Converts repository methods to operations. Internal except
 * {@code MilvusRepositoryFactory}, {@code MilvusRepositoryFactoryBean} and
 * {@code SimpleMilvusRepository}.
 */
@NullMarked
package io.github.milvusspring.data.repository.support;

import org.jspecify.annotations.NullMarked;
