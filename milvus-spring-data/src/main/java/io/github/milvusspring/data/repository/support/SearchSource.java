package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.query.SearchQuery;

/**
 * Creates the search of a call from its arguments.
 */
@FunctionalInterface
interface SearchSource {

	/**
	 * Creates the search of a call.
	 */
	SearchQuery<?> search(QueryArguments arguments);

}
