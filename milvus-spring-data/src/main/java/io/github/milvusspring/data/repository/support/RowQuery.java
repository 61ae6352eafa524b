package io.github.milvusspring.data.repository.support;

import java.util.List;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

/**
 * Executes a repository method that returns the rows matching a filter.
 */
final class RowQuery extends FilteredQuery {

	private final @Nullable Integer largest;

	private final Projections projections;

	RowQuery(MilvusQueryMethod method, MilvusOperations operations, MilvusPersistentEntity<?> entity,
			@Nullable Integer largest, RowFilter rows) {
		super(method, operations, entity, rows);
		if (shape().scored()) {
			throw method.refused("returns search results and searches for no vector or words: return "
					+ entity.getType().getSimpleName() + " or a List of it, or add @VectorSearch or @FullTextSearch");
		}
		this.largest = largest;
		this.projections = new Projections(method, operations.getConverter(), entity.getType(), shape().element());
	}

	@Override
	@Nullable Object execute(FilterQuery query, QueryArguments arguments) {
		Class<?> result = this.projections.of(arguments);
		return switch (shape().container()) {
			case PAGE -> Paging.page(operations(), query, arguments.getPageable(), type(), result);
			case SLICE -> Paging.slice(operations(), query, arguments.getPageable(), type(), result);
			case WINDOW -> window(limited(query, arguments), arguments, result);
			case STREAM -> operations().stream(limited(query, arguments), type(), result);
			case ONE -> one(limited(query, arguments), result);
			default -> operations().query(limited(query, arguments), type(), result);
		};
	}

	private Window<?> window(FilterQuery query, QueryArguments arguments, Class<?> result) {
		ScrollPosition position = arguments.getScrollPosition();
		if (position == null || query.limit() == 0) {
			throw new InvalidDataAccessApiUsageException(
					method() + " needs a ScrollPosition and a Limit: begin with ScrollPosition.keyset()");
		}
		return operations().scroll(query, position, type(), result);
	}

	private FilterQuery limited(FilterQuery query, QueryArguments arguments) {
		Pageable pageable = arguments.getPageable();
		if (pageable.isUnpaged()) {
			return (this.largest != null) ? query.withLimit(this.largest) : query;
		}
		long left = (this.largest != null) ? this.largest - pageable.getOffset() : Integer.MAX_VALUE;
		if (left <= 0) {
			return FilterQuery.of(Filter.where(entity().getRequiredIdProperty().getName()).in(List.of()));
		}
		return query.withOffset(pageable.getOffset()).withLimit((int) Math.min(left, pageable.getPageSize()));
	}

	private @Nullable Object one(FilterQuery query, Class<?> result) {
		boolean any = this.largest != null;
		List<?> rows = operations().query(any ? query : query.withLimit(2), type(), result);
		if (rows.size() > 1) {
			throw new IncorrectResultSizeDataAccessException(
					method() + " found more than one row: return a List, or ask for the First", 1);
		}
		return rows.isEmpty() ? null : rows.get(0);
	}

}
