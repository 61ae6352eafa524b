package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.query.ReadOptions;

import org.springframework.data.repository.query.ReturnedType;

/**
 * What a projection needs to be read: its own properties, and no vector for nothing.
 */
final class Projections {

	private Projections() {
	}

	static ReadOptions options(ReturnedType type) {
		return (type.isProjecting() && type.hasInputProperties())
				? ReadOptions.DEFAULT.withOutputFields(type.getInputProperties().toArray(String[]::new))
				: ReadOptions.DEFAULT;
	}

}
