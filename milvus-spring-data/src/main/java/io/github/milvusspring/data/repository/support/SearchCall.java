package io.github.milvusspring.data.repository.support;

import java.util.List;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.repository.query.QueryMethod;
import org.springframework.data.repository.query.RepositoryQuery;

/**
 * Executes a repository method that searches. The search comes from an annotation or from
 * the name of the method.
 */
final class SearchCall implements RepositoryQuery {

	private final MilvusQueryMethod method;

	private final MilvusOperations operations;

	private final MilvusPersistentEntity<?> entity;

	private final ReturnShape shape;

	private final Projections projections;

	private final SearchSource source;

	SearchCall(MilvusQueryMethod method, MilvusOperations operations, MilvusPersistentEntity<?> entity,
			ReturnShape shape, SearchSource source) {
		this.method = method;
		this.operations = operations;
		this.entity = entity;
		this.shape = shape;
		this.projections = new Projections(method, operations.getConverter(), entity.getType(), shape.element());
		this.source = source;
	}

	@Override
	public QueryMethod getQueryMethod() {
		return this.method;
	}

	@Override
	public @Nullable Object execute(@Nullable Object[] values) {
		QueryArguments arguments = new QueryArguments(this.method.getParameters(), values);
		Class<?> result = this.projections.of(arguments);
		return shaped(this.operations.search(this.source.search(arguments), this.entity.getType(), result));
	}

	private @Nullable Object shaped(SearchResults<?> found) {
		return switch (this.shape.container()) {
			case RESULTS -> found;
			case STREAM -> this.shape.scored() ? found.stream() : found.contentStream();
			case ONE -> first(found);
			default -> this.shape.scored() ? found.getContent() : found.contentStream().toList();
		};
	}

	private @Nullable Object first(SearchResults<?> found) {
		List<? extends SearchResult<?>> hits = found.getContent();
		if (hits.isEmpty()) {
			return null;
		}
		return this.shape.scored() ? hits.get(0) : hits.get(0).getContent();
	}

}
