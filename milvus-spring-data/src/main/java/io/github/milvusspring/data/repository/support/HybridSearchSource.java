package io.github.milvusspring.data.repository.support;

import java.util.List;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.HybridQuery;
import io.github.milvusspring.data.query.Reranker;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.repository.HybridSearch;

/**
 * Builds the search that {@code @HybridSearch} declares, whose sub-searches are
 * parameters of the method.
 */
final class HybridSearchSource implements SearchSource {

	private final List<HybridSubSearch> subSearches;

	private final DeclaredSettings settings;

	private final Reranker reranker;

	HybridSearchSource(HybridSearch annotation, AnnotationValues attributes, MilvusPersistentEntity<?> entity,
			ReturnShape shape) {
		MilvusQueryMethod method = attributes.method();
		SearchRules.requireNoScore(method, "but the scores of a fusion say nothing beyond their own search");
		this.settings = DeclaredSettings.of(annotation, attributes, entity, shape);
		List<MilvusParameter> parameters = method.getParameters().toList();
		this.subSearches = parameters.stream()
			.filter(MilvusParameter::isMarked)
			.map((parameter) -> HybridSubSearch.of(parameter, attributes, entity))
			.toList();
		for (MilvusParameter parameter : parameters) {
			if (!parameter.isMarked() && VectorArguments.isVector(parameter.type())
					&& !attributes.values().isUsed(parameter)) {
				throw method.refused("does not use its " + parameter + ": mark it @Near, or leave it out");
			}
		}
		if (this.subSearches.size() < 2) {
			throw method.refused("is a hybrid search of " + this.subSearches.size()
					+ " sub-searches: mark two or more parameters @Near or @Match, or use @VectorSearch or @FullTextSearch");
		}
		attributes.values().requireAllUsed();
		this.reranker = reranker(annotation, method);
	}

	private Reranker reranker(HybridSearch annotation, MilvusQueryMethod method) {
		long weights = this.subSearches.stream().filter(HybridSubSearch::hasWeight).count();
		if (weights > 0 && weights < this.subSearches.size()) {
			throw method.refused("gives " + weights + " of its " + this.subSearches.size()
					+ " sub-searches a weight: give one to each sub-search, or to none");
		}
		if (annotation.rrf().length + annotation.weighted().length + Long.signum(weights) > 1) {
			throw method
				.refused("says more than once how its sub-searches are fused: keep one of rrf, weighted, and the "
						+ "weights of the sub-searches");
		}
		try {
			if (annotation.rrf().length == 1) {
				return Reranker.rrf(annotation.rrf()[0].k());
			}
			if (annotation.weighted().length == 1) {
				return weighted(annotation.weighted()[0].value());
			}
			return (weights > 0) ? weighted(this.subSearches.stream().mapToDouble(HybridSubSearch::weight).toArray())
					: Reranker.rrf();
		}
		catch (IllegalArgumentException ex) {
			throw method.refused("cannot fuse its sub-searches: " + ex.getMessage());
		}
	}

	private Reranker weighted(double[] weights) {
		if (weights.length != this.subSearches.size()) {
			throw new IllegalArgumentException(
					"there are " + weights.length + " weights for " + this.subSearches.size() + " sub-searches");
		}
		return Reranker.weighted(weights);
	}

	@Override
	public SearchQuery<?> search(QueryArguments arguments) {
		SearchWindow.Rows rows = this.settings.window().rows(arguments, false);
		SearchQuery<?>[] queries = this.subSearches.stream()
			.map((subSearch) -> subSearch.query(arguments, rows.end()))
			.toArray(SearchQuery<?>[]::new);
		return this.settings.apply(HybridQuery.of(queries).rerankedBy(this.reranker), arguments, rows);
	}

}
