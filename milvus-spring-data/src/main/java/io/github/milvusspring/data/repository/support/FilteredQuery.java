package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.FilterQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.query.QueryMethod;
import org.springframework.data.repository.query.RepositoryQuery;
import org.springframework.util.ClassUtils;

/**
 * The base of repository methods that read, count or delete the rows matching a filter.
 * The filter comes from the name of the method or from its declared query.
 */
abstract class FilteredQuery implements RepositoryQuery {

	private final MilvusQueryMethod method;

	private final MilvusOperations operations;

	private final MilvusPersistentEntity<?> entity;

	private final RowFilter rows;

	private final ReturnShape shape;

	FilteredQuery(MilvusQueryMethod method, MilvusOperations operations, MilvusPersistentEntity<?> entity,
			RowFilter rows) {
		this.method = method;
		this.operations = operations;
		this.entity = entity;
		this.rows = rows;
		this.shape = ReturnShape.of(method.returned());
	}

	abstract @Nullable Object execute(FilterQuery query, QueryArguments arguments);

	@Override
	public final @Nullable Object execute(@Nullable Object[] values) {
		QueryArguments arguments = new QueryArguments(this.method.getParameters(), values);
		Paging.requireUnsorted(arguments.getSort());
		return execute(this.rows.query(arguments), arguments);
	}

	@Override
	public final QueryMethod getQueryMethod() {
		return this.method;
	}

	final MilvusQueryMethod method() {
		return this.method;
	}

	final MilvusOperations operations() {
		return this.operations;
	}

	final MilvusPersistentEntity<?> entity() {
		return this.entity;
	}

	final Class<?> type() {
		return this.entity.getType();
	}

	final ReturnShape shape() {
		return this.shape;
	}

	/**
	 * Returns the type of a single result, {@code null} when the method returns several
	 * or scored results.
	 */
	final @Nullable Class<?> single() {
		return (this.shape.container() == ReturnShape.Container.ONE && !this.shape.scored())
				? ClassUtils.resolvePrimitiveIfNecessary(this.shape.element()) : null;
	}

	/** Returns the return type of the method, for error messages. */
	final String returned() {
		return String.valueOf(this.method.returned());
	}

}
