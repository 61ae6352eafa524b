package io.github.milvusspring.data.repository.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * The projections of a method: one, unless a parameter of type {@code Class} chooses.
 */
final class Projections {

	private final MilvusQueryMethod method;

	private final MilvusPersistentEntity<?> entity;

	private final @Nullable Projection only;

	private final Map<Class<?>, Projection> chosen = new ConcurrentHashMap<>();

	Projections(MilvusQueryMethod method, MilvusPersistentEntity<?> entity, Class<?> element) {
		this.method = method;
		this.entity = entity;
		this.only = method.getParameters().hasDynamicProjection() ? null : declared(element);
	}

	private Projection declared(Class<?> element) {
		try {
			return Projection.of(element, this.entity, this.method.projections());
		}
		catch (IllegalArgumentException ex) {
			throw this.method.refused(String.valueOf(ex.getMessage()));
		}
	}

	Projection of(QueryArguments arguments) {
		return (this.only != null) ? this.only : chosen(arguments.findDynamicProjection());
	}

	private Projection chosen(@Nullable Class<?> type) {
		if (type == null) {
			throw new InvalidDataAccessApiUsageException("The class that " + this.method + " returns is null");
		}
		return this.chosen.computeIfAbsent(type, (missing) -> {
			try {
				return Projection.of(missing, this.entity, this.method.projections());
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidDataAccessApiUsageException(this.method + " " + ex.getMessage(), ex);
			}
		});
	}

}
