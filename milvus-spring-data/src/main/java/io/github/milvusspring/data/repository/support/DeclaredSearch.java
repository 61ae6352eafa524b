package io.github.milvusspring.data.repository.support;

import java.util.List;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.repository.FullTextSearch;
import io.github.milvusspring.data.repository.VectorSearch;

/**
 * Builds the search that {@code @VectorSearch} or {@code @FullTextSearch} declares.
 */
final class DeclaredSearch {

	private DeclaredSearch() {
	}

	static SearchSource of(VectorSearch annotation, AnnotationValues attributes, MilvusPersistentEntity<?> entity,
			ReturnShape shape) {
		MilvusQueryMethod method = attributes.method();
		DeclaredSettings settings = DeclaredSettings.of(annotation, attributes, entity, shape);
		MilvusParameter parameter = vector(attributes);
		String marked = (parameter.near() != null) ? parameter.near().value() : "";
		DeclaredSearchTarget target = DeclaredSearchTarget.vector(parameter, field(method, annotation.field(), marked),
				annotation.params(), attributes, entity);
		attributes.values().requireAllUsed();
		ScoreBound closeness = ScoreBound.of(method, false);
		return (arguments) -> {
			VectorQuery query = closeness.apply(target.vectorQuery(arguments), arguments);
			return settings.apply(query, arguments, settings.window().rows(arguments, ScoreBound.isBounded(query)));
		};
	}

	private static MilvusParameter vector(AnnotationValues attributes) {
		MilvusQueryMethod method = attributes.method();
		List<MilvusParameter> parameters = method.getParameters().toList();
		List<MilvusParameter> marked = parameters.stream().filter(MilvusParameter::isMarked).toList();
		List<MilvusParameter> vectors = !marked.isEmpty() ? marked
				: parameters.stream()
					.filter((parameter) -> VectorArguments.isVector(parameter.type()))
					.filter((parameter) -> !attributes.values().isUsed(parameter))
					.toList();
		if (vectors.size() != 1) {
			throw method.refused("has " + vectors.size() + " parameters that could be the vector to search for: "
					+ (vectors.isEmpty() ? "add a Vector or float[], or mark one @Near"
							: "mark one @Near, or search for several by @HybridSearch"));
		}
		return onlyMarked(method, vectors.get(0), false);
	}

	static SearchSource of(FullTextSearch annotation, AnnotationValues attributes, MilvusPersistentEntity<?> entity,
			ReturnShape shape) {
		MilvusQueryMethod method = attributes.method();
		SearchRules.requireNoScore(method, "but scores of full text search say nothing beyond their own search");
		DeclaredSettings settings = DeclaredSettings.of(annotation, attributes, entity, shape);
		MilvusParameter parameter = words(attributes);
		String marked = (parameter.match() != null) ? parameter.match().value() : "";
		DeclaredSearchTarget target = DeclaredSearchTarget.words(parameter, field(method, annotation.field(), marked),
				annotation.params(), attributes, entity);
		attributes.values().use(parameter);
		attributes.values().requireAllUsed();
		return (arguments) -> settings.apply(target.textQuery(arguments), arguments,
				settings.window().rows(arguments, false));
	}

	private static MilvusParameter words(AnnotationValues attributes) {
		MilvusQueryMethod method = attributes.method();
		List<MilvusParameter> parameters = method.getParameters().toList();
		List<MilvusParameter> marked = parameters.stream().filter(MilvusParameter::isMarked).toList();
		List<MilvusParameter> texts = !marked.isEmpty() ? marked
				: parameters.stream()
					.filter((parameter) -> CharSequence.class.isAssignableFrom(parameter.getType()))
					.filter((parameter) -> !attributes.values().isUsed(parameter))
					.toList();
		if (texts.size() != 1) {
			throw method.refused("has " + texts.size() + " parameters that could be the words to search for: "
					+ (texts.isEmpty() ? "add a String" : "mark one @Match"));
		}
		return onlyMarked(method, texts.get(0), true);
	}

	private static MilvusParameter onlyMarked(MilvusQueryMethod method, MilvusParameter parameter, boolean words) {
		if ((words ? parameter.near() : parameter.match()) != null) {
			throw method.refused("marks its " + parameter + (words ? " @Near: a full text search has @Match"
					: " @Match: a vector search has @Near, and @HybridSearch both"));
		}
		if (HybridSubSearch.hasAttributes(parameter)) {
			throw method
				.refused("gives its " + parameter + " a limit, filter, params or weight, which only the sub-searches "
						+ "of a @HybridSearch have: give them to the search");
		}
		return parameter;
	}

	private static String field(MilvusQueryMethod method, String ofSearch, String ofParameter) {
		if (!ofSearch.isEmpty() && !ofParameter.isEmpty() && !ofSearch.equals(ofParameter)) {
			throw method.refused("looks at both '" + ofSearch + "' and '" + ofParameter + "': keep one");
		}
		return ofSearch.isEmpty() ? ofParameter : ofSearch;
	}

}
