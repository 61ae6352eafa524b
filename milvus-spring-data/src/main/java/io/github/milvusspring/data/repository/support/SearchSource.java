package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.query.SearchQuery;

/**
 * Makes a search of the arguments of a call.
 */
@FunctionalInterface
interface SearchSource {

	/**
	 * Makes the search.
	 */
	SearchQuery<?> search(QueryArguments arguments);

}
