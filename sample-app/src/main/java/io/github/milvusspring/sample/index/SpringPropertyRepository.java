package io.github.milvusspring.sample.index;

import io.github.milvusspring.data.repository.MilvusRepository;

/**
 * The properties in Milvus.
 */
public interface SpringPropertyRepository extends MilvusRepository<SpringProperty, String> {

}
