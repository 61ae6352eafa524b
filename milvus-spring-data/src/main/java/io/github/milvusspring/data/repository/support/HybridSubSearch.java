package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.repository.Match;
import io.github.milvusspring.data.repository.Near;

/**
 * One sub-search of a hybrid search, declared by a parameter with {@code @Near} or
 * {@code @Match}.
 *
 * @param target what it searches for, and which property it searches
 * @param filter creates the filter of the sub-search
 * @param limit the maximum number of hits, 0 for as many as the hybrid search needs
 * @param weight the weight of its scores in the fusion, NaN for none
 */
record HybridSubSearch(DeclaredSearchTarget target, FilterSource filter, int limit, double weight) {

	static HybridSubSearch of(MilvusParameter parameter, AnnotationValues attributes,
			MilvusPersistentEntity<?> entity) {
		Near near = parameter.near();
		Match match = parameter.match();
		if (near != null && match != null) {
			throw attributes.method().refused("marks its " + parameter + " both @Near and @Match: keep one");
		}
		if (near != null) {
			return new HybridSubSearch(
					DeclaredSearchTarget.vector(parameter, near.value(), near.params(), attributes, entity),
					filter(near.filter(), attributes), limit(near.limit(), attributes), near.weight());
		}
		if (match != null) {
			return new HybridSubSearch(
					DeclaredSearchTarget.words(parameter, match.value(), match.params(), attributes, entity),
					filter(match.filter(), attributes), limit(match.limit(), attributes), match.weight());
		}
		throw attributes.method().refused("marks its " + parameter + " neither @Near nor @Match");
	}

	static boolean hasAttributes(MilvusParameter parameter) {
		Near near = parameter.near();
		Match match = parameter.match();
		return (near != null && (near.limit() != 0 || !near.filter().isEmpty() || near.params().length > 0
				|| !Double.isNaN(near.weight())))
				|| (match != null && (match.limit() != 0 || !match.filter().isEmpty() || match.params().length > 0
						|| !Double.isNaN(match.weight())));
	}

	private static FilterSource filter(String text, AnnotationValues attributes) {
		return text.isBlank() ? FilterSource.ALL : attributes.values().filter(text);
	}

	private static int limit(int limit, AnnotationValues attributes) {
		if (limit < 0 || limit > VectorQuery.LARGEST_WINDOW) {
			throw attributes.method()
				.refused("has a sub-search with the limit " + limit + ": write one from 1 to "
						+ VectorQuery.LARGEST_WINDOW);
		}
		return limit;
	}

	boolean hasWeight() {
		return !Double.isNaN(this.weight);
	}

	SearchQuery<?> query(QueryArguments arguments, int needed) {
		SearchQuery<?> query = this.target.query(arguments);
		return query.withLimit((this.limit > 0) ? this.limit : needed).withFilter(this.filter.filter(arguments));
	}

}
