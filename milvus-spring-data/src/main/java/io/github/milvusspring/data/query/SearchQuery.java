package io.github.milvusspring.data.query;

import java.util.List;

import org.springframework.util.Assert;

/**
 * A search, whose hits are rows with scores, the best first. Immutable.
 *
 * @param <Q> the kind of search
 */
public abstract sealed class SearchQuery<Q extends SearchQuery<Q>> permits VectorQuery, TextQuery, HybridQuery {

	private final SearchSettings settings;

	SearchQuery(SearchSettings settings) {
		this.settings = settings;
	}

	abstract Q with(SearchSettings settings);

	/**
	 * Returns what all searches have in common.
	 * @return the settings, such as limit and filter
	 */
	public final SearchSettings settings() {
		return this.settings;
	}

	/**
	 * Returns the maximum number of hits.
	 * @return the limit, from 1 to 16,384
	 */
	public final int limit() {
		return this.settings.limit();
	}

	/**
	 * Returns how many of the best hits are skipped.
	 * @return the offset
	 */
	public final int offset() {
		return this.settings.offset();
	}

	/**
	 * Returns the filter that chooses the rows to search.
	 * @return the filter
	 */
	public final Filter filter() {
		return this.settings.filter();
	}

	/**
	 * Returns the options with which the search reads.
	 * @return the options
	 */
	public final ReadOptions options() {
		return this.settings.options();
	}

	/**
	 * Returns a copy with another limit.
	 * @param limit the maximum number of hits, from 1 to 16,384
	 * @return the copy
	 */
	public final Q withLimit(int limit) {
		return with(this.settings.withLimit(limit));
	}

	/**
	 * Returns a copy with another offset.
	 * @param offset how many of the best hits to skip; together with the limit at most
	 * 16,384
	 * @return the copy
	 */
	public final Q withOffset(int offset) {
		return with(this.settings.withOffset(offset));
	}

	/**
	 * Returns a copy with another filter.
	 * @param filter the rows to search
	 * @return the copy
	 */
	public final Q withFilter(Filter filter) {
		Assert.notNull(filter, "Filter must not be null");
		return with(this.settings.withFilter(filter));
	}

	/**
	 * Returns a copy that returns a limited number of hits for each group.
	 * @param grouping the field that forms the groups, and their maximum size
	 * @return the copy
	 */
	public final Q groupedBy(Grouping grouping) {
		Assert.notNull(grouping, "Grouping must not be null");
		return with(this.settings.withGrouping(grouping));
	}

	/**
	 * Returns a copy that returns one hit for each value of a field.
	 * @param field the property or field whose values form the groups
	 * @return the copy
	 */
	public final Q groupedBy(String field) {
		return groupedBy(Grouping.by(field));
	}

	/**
	 * Returns a copy whose hits get their final scores from rerankers. Several rerankers
	 * are applied together if the server supports that (Milvus 2.6 and newer).
	 * @param rerankers how hits get their final scores
	 * @return the copy
	 */
	public final Q rerankedBy(Reranker... rerankers) {
		Assert.notNull(rerankers, "Rerankers must not be null");
		return with(this.settings.withRerankers(List.of(rerankers)));
	}

	/**
	 * Returns a copy whose hits the server processes with a function chain, in place of
	 * rerankers. Requires Milvus 3.0 or Milvus Lite; a hybrid search refuses a chain.
	 * @param chain the steps
	 * @return the copy
	 */
	public final Q withFunctionChain(FunctionChain chain) {
		Assert.notNull(chain, "Chain must not be null");
		return with(this.settings.withChain(chain));
	}

	/**
	 * Returns a copy with rounded scores.
	 * @param decimals the number of decimals, from 0 to 6; -1 for no rounding
	 * @return the copy
	 */
	public final Q withRoundDecimal(int decimals) {
		return with(this.settings.withDecimals(decimals));
	}

	/**
	 * Returns a copy that ignores rows in growing segments, which are not yet indexed.
	 * @param ignoreGrowing whether to ignore them
	 * @return the copy
	 */
	public final Q withIgnoreGrowing(boolean ignoreGrowing) {
		return with(this.settings.withIgnoreGrowing(ignoreGrowing));
	}

	/**
	 * Returns a copy with other options.
	 * @param options the options with which to read
	 * @return the copy
	 */
	public final Q withOptions(ReadOptions options) {
		Assert.notNull(options, "Options must not be null");
		return with(this.settings.withOptions(options));
	}

}
