package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.query.Filter;

/**
 * Makes a filter of the arguments of a call.
 */
@FunctionalInterface
interface FilterSource {

	/** Every row. */
	FilterSource ALL = (arguments) -> Filter.all();

	/**
	 * Makes the filter.
	 */
	Filter filter(QueryArguments arguments);

}
