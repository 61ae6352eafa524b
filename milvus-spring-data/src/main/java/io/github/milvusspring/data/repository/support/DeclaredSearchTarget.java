package io.github.milvusspring.data.repository.support;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.model.FunctionSchema;
import io.github.milvusspring.data.model.FunctionType;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.TextQuery;
import io.github.milvusspring.data.query.VectorQuery;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.MappingException;

/**
 * The parameter that a declared search or sub-search searches for, and the property that
 * it searches.
 *
 * @param parameter the parameter that holds the vector or the words
 * @param property the property to search
 * @param words whether this is a full text search; otherwise it is a vector search
 * @param parameters search parameters of the index
 */
record DeclaredSearchTarget(MilvusParameter parameter, String property, boolean words,
		Function<QueryArguments, Map<String, Object>> parameters) {

	static DeclaredSearchTarget vector(MilvusParameter parameter, String name, String[] parameters,
			AnnotationValues attributes, MilvusPersistentEntity<?> entity) {
		MilvusQueryMethod method = attributes.method();
		try {
			MilvusPersistentProperty property = entity.getVectorProperty(name.isEmpty() ? null : name);
			String problem = VectorArguments.problemOf(parameter, property, entity.getCollection());
			if (problem != null) {
				throw method.refused(problem);
			}
			return new DeclaredSearchTarget(parameter, property.getName(), false, attributes.parameters(parameters));
		}
		catch (MappingException ex) {
			throw method.refused("cannot search by its " + parameter + ": " + ex.getMessage());
		}
	}

	static DeclaredSearchTarget words(MilvusParameter parameter, String name, String[] parameters,
			AnnotationValues attributes, MilvusPersistentEntity<?> entity) {
		MilvusQueryMethod method = attributes.method();
		if (!CharSequence.class.isAssignableFrom(parameter.getType())) {
			throw method.refused("looks for words by its " + parameter + ", which is of type "
					+ parameter.getType().getSimpleName() + ": take a String");
		}
		List<MilvusPersistentProperty> properties = entity.getProperties()
			.stream()
			.filter((property) -> hasFullText(property, entity))
			.filter((property) -> name.isEmpty() || property.getName().equals(name)
					|| property.getFieldName().equals(name))
			.toList();
		if (properties.size() != 1) {
			throw method.refused("looks for words by its " + parameter + ", but "
					+ (name.isEmpty()
							? entity.getType().getSimpleName() + " has " + properties.size()
									+ " properties with full text search: name the one to search"
							: "'" + name + "' of " + entity.getType().getSimpleName()
									+ " has no full text search: mark the property @FullText"));
		}
		return new DeclaredSearchTarget(parameter, properties.get(0).getName(), true,
				attributes.parameters(parameters));
	}

	private static boolean hasFullText(MilvusPersistentProperty property, MilvusPersistentEntity<?> entity) {
		for (FunctionSchema function : entity.getCollection().functions()) {
			if (function.type() == FunctionType.BM25 && function.inputs().contains(property.getFieldName())) {
				return true;
			}
		}
		return false;
	}

	SearchQuery<?> query(QueryArguments arguments) {
		return this.words ? textQuery(arguments) : vectorQuery(arguments);
	}

	VectorQuery vectorQuery(QueryArguments arguments) {
		Object value = arguments.value(this.parameter.getIndex());
		return VectorQuery.of(VectorArguments.of(value, "'" + this.property + "'"))
			.withField(this.property)
			.withParameters(this.parameters.apply(arguments));
	}

	TextQuery textQuery(QueryArguments arguments) {
		Object value = arguments.value(this.parameter.getIndex());
		if (value == null) {
			throw new InvalidDataAccessApiUsageException("The words to search '" + this.property + "' for are null");
		}
		return TextQuery.of(value.toString()).withField(this.property).withParameters(this.parameters.apply(arguments));
	}

}
