package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.FilterQuery;

/**
 * Executes a repository method that checks whether a matching row exists.
 */
final class ExistsQuery extends FilteredQuery {

	ExistsQuery(MilvusQueryMethod method, MilvusOperations operations, MilvusPersistentEntity<?> entity,
			RowFilter rows) {
		super(method, operations, entity, rows);
		if (single() != Boolean.class) {
			throw method.refused("asks whether there is a row and returns " + returned() + ": return boolean");
		}
	}

	@Override
	Object execute(FilterQuery query, QueryArguments arguments) {
		return operations().exists(query.filter(), type(), query.options());
	}

}
