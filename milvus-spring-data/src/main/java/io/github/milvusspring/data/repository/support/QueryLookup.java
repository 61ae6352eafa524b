package io.github.milvusspring.data.repository.support;

import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.query.QueryLookupStrategy.Key;

/**
 * Checks methods against the query lookup strategy of Spring Data.
 *
 * @param key the strategy: queries are declared, derived from the name, or either
 */
record QueryLookup(@Nullable Key key) {

	/**
	 * Refuses a method that the strategy does not allow.
	 * @param method the method
	 * @param declared whether an annotation or a named query declares the query of the
	 * method
	 */
	void check(MilvusQueryMethod method, boolean declared) {
		if (this.key == Key.CREATE && declared) {
			throw method.refused("declares its query, and the query lookup strategy CREATE makes all queries from "
					+ "names: use CREATE_IF_NOT_FOUND, or leave the annotation out");
		}
		if (this.key == Key.USE_DECLARED_QUERY && !declared) {
			throw method.refused("declares no query, and the query lookup strategy is USE_DECLARED_QUERY: add @Query, "
					+ "or use CREATE_IF_NOT_FOUND");
		}
	}

}
