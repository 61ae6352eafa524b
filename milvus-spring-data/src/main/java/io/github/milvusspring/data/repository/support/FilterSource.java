package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.query.Filter;

/**
 * Creates the filter of a call from its arguments.
 */
@FunctionalInterface
interface FilterSource {

	/** Creates a filter that matches every row. */
	FilterSource ALL = (arguments) -> Filter.all();

	/**
	 * Creates the filter of a call.
	 */
	Filter filter(QueryArguments arguments);

}
