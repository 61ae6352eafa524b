package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.VectorQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.repository.query.QueryMethod;
import org.springframework.data.repository.query.RepositoryQuery;
import org.springframework.data.repository.query.ResultProcessor;
import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.PartTree;

/**
 * A vector search that a method's name describes, such as
 * {@code searchByTenantAndEmbeddingNear}.
 */
final class DerivedSearch implements RepositoryQuery {

	private final QueryMethod method;

	private final MilvusOperations operations;

	private final MilvusPersistentEntity<?> entity;

	private final PartTree tree;

	private final String vectorProperty;

	private final boolean needsScore;

	DerivedSearch(QueryMethod method, MilvusOperations operations, MilvusPersistentEntity<?> entity, PartTree tree) {
		this.method = method;
		this.operations = operations;
		this.entity = entity;
		this.tree = tree;
		Part part = tree.getParts().filter(DerivedQueryRules::isVectorPart).iterator().next();
		this.vectorProperty = part.getProperty().getSegment();
		this.needsScore = part.getType() == Part.Type.WITHIN;
		if (this.needsScore && !method.getParameters().hasScoreParameter()) {
			throw new IllegalArgumentException(method + " uses Within: add a parameter of type Score or Similarity");
		}
		if (method.getParameters().hasScoreRangeParameter()) {
			throw new IllegalArgumentException(method + " takes a range of scores: take one Score or Similarity");
		}
	}

	@Override
	public QueryMethod getQueryMethod() {
		return this.method;
	}

	@Override
	public @Nullable Object execute(@Nullable Object[] values) {
		QueryArguments arguments = new QueryArguments(this.method.getParameters(), values);
		ResultProcessor processor = this.method.getResultProcessor().withDynamicProjection(arguments);
		VectorQuery query = query(arguments).withOptions(Projections.options(processor.getReturnedType()));
		SearchResults<?> results = this.operations.search(query, this.entity.getType());
		if (this.method.isSearchQuery()) {
			return searchResults(results, processor);
		}
		Class<?> element = this.method.getReturnedObjectType();
		if (SearchResult.class.isAssignableFrom(element)) {
			return results.getContent();
		}
		return processor.processResult(results.contentStream().toList());
	}

	private Object searchResults(SearchResults<?> results, ResultProcessor processor) {
		return processor.getReturnedType().isProjecting() ? results.map(processor::processResult) : results;
	}

	private VectorQuery query(QueryArguments arguments) {
		float[] vector = arguments.vector();
		if (vector == null) {
			throw new InvalidDataAccessApiUsageException(
					"The vector to search '" + this.vectorProperty + "' for is null");
		}
		VectorQuery query = VectorQuery.of(vector)
			.withField(this.vectorProperty)
			.withFilter(new FilterCreator(this.tree, arguments).createQuery());
		Score score = arguments.getScore();
		if (score != null) {
			query = query.withThreshold(score);
		}
		else if (this.needsScore) {
			throw new InvalidDataAccessApiUsageException(
					"The score to search '" + this.vectorProperty + "' by is null");
		}
		Pageable pageable = arguments.getPageable();
		Integer max = this.tree.getMaxResults();
		if (pageable.isPaged()) {
			int size = (max != null) ? Math.min(max, pageable.getPageSize()) : pageable.getPageSize();
			return query.withLimit(size).withOffset(Math.toIntExact(pageable.getOffset()));
		}
		if (max != null) {
			return query.withLimit(max);
		}
		// How close a row must be limits the result by itself.
		return (score != null) ? query.withLimit(VectorQuery.LARGEST_WINDOW) : query;
	}

}
