package io.github.milvusspring.data.execution;

import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.query.Condition;
import io.github.milvusspring.data.query.Filter;

/**
 * Creates a filter that every row satisfies, for calls that require a filter.
 */
final class MatchAllFilter {

	private MatchAllFilter() {
	}

	static Filter of(CollectionSchema collection) {
		FieldSchema key = collection.primaryKey();
		Condition condition = Filter.where(key.name());
		return (key.type() == FieldType.VARCHAR) ? condition.gte("") : condition.gte(0L).or(condition.lt(0L));
	}

}
