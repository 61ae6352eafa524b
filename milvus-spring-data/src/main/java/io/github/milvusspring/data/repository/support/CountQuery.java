package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.FilterQuery;

/**
 * Executes a repository method that counts rows.
 */
final class CountQuery extends FilteredQuery {

	CountQuery(MilvusQueryMethod method, MilvusOperations operations, MilvusPersistentEntity<?> entity,
			RowFilter rows) {
		super(method, operations, entity, rows);
		if (single() != Long.class && single() != Integer.class) {
			throw method.refused("counts rows and returns " + returned() + ": return long or int");
		}
	}

	@Override
	Object execute(FilterQuery query, QueryArguments arguments) {
		long count = operations().count(query.filter(), type(), query.options());
		return (single() == Integer.class) ? (Object) Math.toIntExact(count) : (Object) count;
	}

}
