package io.github.milvusspring.data.repository.support;

import java.util.List;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.query.QueryMethod;
import org.springframework.data.repository.query.RepositoryQuery;
import org.springframework.data.repository.query.ResultProcessor;
import org.springframework.data.repository.query.parser.PartTree;

/**
 * A query that a method's name describes.
 */
final class DerivedQuery implements RepositoryQuery {

	private final QueryMethod method;

	private final MilvusOperations operations;

	private final MilvusPersistentEntity<?> entity;

	private final PartTree tree;

	DerivedQuery(QueryMethod method, MilvusOperations operations, MilvusPersistentEntity<?> entity, PartTree tree) {
		this.method = method;
		this.operations = operations;
		this.entity = entity;
		this.tree = tree;
	}

	@Override
	public QueryMethod getQueryMethod() {
		return this.method;
	}

	@Override
	public @Nullable Object execute(@Nullable Object[] values) {
		QueryArguments arguments = new QueryArguments(this.method.getParameters(), values);
		Filter filter = new FilterCreator(this.tree, arguments).createQuery();
		Object result = execute(ScalarQuery.of(filter), arguments);
		return (result != null)
				? this.method.getResultProcessor().withDynamicProjection(arguments).processResult(result) : null;
	}

	private @Nullable Object execute(ScalarQuery query, QueryArguments arguments) {
		Class<?> type = this.entity.getType();
		if (this.tree.isCountProjection()) {
			return this.operations.count(query.filter(), type);
		}
		if (this.tree.isExistsProjection()) {
			return !this.operations.query(keysOnly(query).withLimit(1), type).isEmpty();
		}
		if (this.tree.isDelete()) {
			return delete(query);
		}
		if (this.method.isPageQuery()) {
			return Paging.page(this.operations, query, arguments.getPageable(), type);
		}
		if (this.method.isSliceQuery()) {
			return Paging.slice(this.operations, query, arguments.getPageable(), type);
		}
		ScalarQuery limited = limited(query, arguments);
		if (this.method.isStreamQuery()) {
			return this.operations.stream(limited, type);
		}
		return this.method.isCollectionQuery() ? this.operations.query(limited, type) : one(limited, type);
	}

	private ScalarQuery keysOnly(ScalarQuery query) {
		return query
			.withOptions(ReadOptions.DEFAULT.withOutputFields(this.entity.getRequiredIdProperty().getFieldName()));
	}

	private @Nullable Object delete(ScalarQuery query) {
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

	private ScalarQuery limited(ScalarQuery query, QueryArguments arguments) {
		Pageable pageable = arguments.getPageable();
		Integer max = this.tree.getMaxResults();
		if (pageable.isUnpaged()) {
			return (max != null) ? query.withLimit(max) : query;
		}
		int size = (max != null) ? Math.min(max, pageable.getPageSize()) : pageable.getPageSize();
		return query.withOffset(pageable.getOffset()).withLimit(size);
	}

	private @Nullable Object one(ScalarQuery query, Class<?> type) {
		boolean any = this.tree.isLimiting();
		List<?> rows = this.operations.query(any ? query : query.withLimit(2), type);
		if (rows.size() > 1) {
			throw new IncorrectResultSizeDataAccessException(
					this.method + " found more than one row: return a List, or ask for the First", 1);
		}
		return rows.isEmpty() ? null : rows.get(0);
	}

}
