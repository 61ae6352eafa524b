package io.github.milvusspring.data.repository.support;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.query.QueryMethod;
import org.springframework.data.repository.query.RepositoryQuery;

/**
 * A repository's method that finds, counts or deletes rows by a filter, however it says
 * by which.
 */
final class RowQuery implements RepositoryQuery {

	private final MilvusQueryMethod method;

	private final MilvusOperations operations;

	private final MilvusPersistentEntity<?> entity;

	private final Purpose purpose;

	private final @Nullable Integer largest;

	private final FilterSource filter;

	private final Function<QueryArguments, ReadOptions> options;

	private final ReturnShape shape;

	private final @Nullable Projections projections;

	RowQuery(MilvusQueryMethod method, MilvusOperations operations, MilvusPersistentEntity<?> entity, Purpose purpose,
			@Nullable Integer largest, FilterSource filter, Function<QueryArguments, ReadOptions> options) {
		this.method = method;
		this.operations = operations;
		this.entity = entity;
		this.purpose = purpose;
		this.largest = largest;
		this.filter = filter;
		this.options = options;
		this.shape = ReturnShape.of(method.returned());
		this.projections = (purpose == Purpose.FIND)
				? new Projections(method, operations.getConverter(), entity.getType(), this.shape.element()) : null;
	}

	@Override
	public QueryMethod getQueryMethod() {
		return this.method;
	}

	@Override
	public @Nullable Object execute(@Nullable Object[] values) {
		QueryArguments arguments = new QueryArguments(this.method.getParameters(), values);
		Class<?> type = this.entity.getType();
		ScalarQuery query = ScalarQuery.of(this.filter.filter(arguments)).withOptions(this.options.apply(arguments));
		Paging.requireUnsorted(arguments.getSort());
		return switch (this.purpose) {
			case COUNT -> this.operations.count(query.filter(), type, query.options());
			case EXISTS -> this.operations.exists(query.filter(), type, query.options());
			case DELETE -> delete(query);
			case FIND -> find(query, arguments);
		};
	}

	private Object delete(ScalarQuery query) {
		Class<?> type = this.entity.getType();
		if (this.method.isCollectionQuery()) {
			List<?> rows = this.operations.query(query, type);
			this.operations.deleteAllById(
					rows.stream().map((row) -> this.entity.getIdentifierAccessor(row).getRequiredIdentifier()).toList(),
					type);
			return rows;
		}
		return this.operations.delete(query.filter(), type).deleteCount();
	}

	private @Nullable Object find(ScalarQuery query, QueryArguments arguments) {
		Class<?> type = this.entity.getType();
		Class<?> result = Objects.requireNonNull(this.projections).of(arguments);
		return switch (this.shape.container()) {
			case PAGE -> Paging.page(this.operations, query, arguments.getPageable(), type, result);
			case SLICE -> Paging.slice(this.operations, query, arguments.getPageable(), type, result);
			case WINDOW -> window(limited(query, arguments), arguments, result);
			case STREAM -> this.operations.stream(limited(query, arguments), type, result);
			case ONE -> one(limited(query, arguments), result);
			default -> this.operations.query(limited(query, arguments), type, result);
		};
	}

	private Window<?> window(ScalarQuery query, QueryArguments arguments, Class<?> result) {
		ScrollPosition position = arguments.getScrollPosition();
		if (position == null || query.limit() == 0) {
			throw new InvalidDataAccessApiUsageException(
					this.method + " needs a ScrollPosition and a Limit: begin with ScrollPosition.keyset()");
		}
		return this.operations.scroll(query, position, this.entity.getType(), result);
	}

	private ScalarQuery limited(ScalarQuery query, QueryArguments arguments) {
		Pageable pageable = arguments.getPageable();
		if (pageable.isUnpaged()) {
			return (this.largest != null) ? query.withLimit(this.largest) : query;
		}
		long left = (this.largest != null) ? this.largest - pageable.getOffset() : Integer.MAX_VALUE;
		if (left <= 0) {
			return ScalarQuery.of(Filter.where(this.entity.getRequiredIdProperty().getName()).in(List.of()));
		}
		return query.withOffset(pageable.getOffset()).withLimit((int) Math.min(left, pageable.getPageSize()));
	}

	private @Nullable Object one(ScalarQuery query, Class<?> result) {
		boolean any = this.largest != null;
		List<?> rows = this.operations.query(any ? query : query.withLimit(2), this.entity.getType(), result);
		if (rows.size() > 1) {
			throw new IncorrectResultSizeDataAccessException(
					this.method + " found more than one row: return a List, or ask for the First", 1);
		}
		return rows.isEmpty() ? null : rows.get(0);
	}

	/** What is done with the rows. */
	enum Purpose {

		/** They are returned. */
		FIND,
		/** They are counted. */
		COUNT,
		/** Whether there is one is returned. */
		EXISTS,
		/** They are deleted. */
		DELETE

	}

}
