package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.convert.MilvusConverter;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.MappingException;

/**
 * Determines the type of the results of a method: the declared one, or the class that the
 * caller passes as a parameter of type {@code Class}.
 */
final class Projections {

	private final MilvusQueryMethod method;

	private final MilvusConverter converter;

	private final Class<?> entity;

	private final @Nullable Class<?> only;

	Projections(MilvusQueryMethod method, MilvusConverter converter, Class<?> entity, Class<?> element) {
		this.method = method;
		this.converter = converter;
		this.entity = entity;
		this.only = method.getParameters().hasDynamicProjection() ? null : declared(element);
	}

	private Class<?> declared(Class<?> element) {
		try {
			this.converter.reader(this.entity, element);
			return element;
		}
		catch (MappingException ex) {
			throw this.method.refused("returns " + ex.getMessage());
		}
	}

	Class<?> of(QueryArguments arguments) {
		if (this.only != null) {
			return this.only;
		}
		Class<?> chosen = arguments.findDynamicProjection();
		if (chosen == null) {
			throw new InvalidDataAccessApiUsageException("The class that " + this.method + " returns is null");
		}
		return chosen;
	}

}
