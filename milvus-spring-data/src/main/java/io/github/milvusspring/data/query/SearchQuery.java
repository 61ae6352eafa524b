package io.github.milvusspring.data.query;

import java.util.List;

import org.springframework.util.Assert;

/**
 * A search: rows with scores, the best first. Immutable.
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
	 * @return limit, filter and the like
	 */
	public final SearchSettings settings() {
		return this.settings;
	}

	/**
	 * Returns the most hits to return.
	 * @return the limit, from 1 to 16,384
	 */
	public final int limit() {
		return this.settings.limit();
	}

	/**
	 * Returns how many of the best hits are left out first.
	 * @return the offset
	 */
	public final int offset() {
		return this.settings.offset();
	}

	/**
	 * Returns which rows are looked at.
	 * @return the filter
	 */
	public final Filter filter() {
		return this.settings.filter();
	}

	/**
	 * Returns how the search reads.
	 * @return the options
	 */
	public final ReadOptions options() {
		return this.settings.options();
	}

	/**
	 * Returns a copy with another limit.
	 * @param limit the most hits to return, from 1 to 16,384
	 * @return the copy
	 */
	public final Q withLimit(int limit) {
		return with(this.settings.withLimit(limit));
	}

	/**
	 * Returns a copy with another offset.
	 * @param offset how many of the best hits to leave out first; with the limit at most
	 * 16,384
	 * @return the copy
	 */
	public final Q withOffset(int offset) {
		return with(this.settings.withOffset(offset));
	}

	/**
	 * Returns a copy with another filter.
	 * @param filter which rows are looked at
	 * @return the copy
	 */
	public final Q withFilter(Filter filter) {
		Assert.notNull(filter, "Filter must not be null");
		return with(this.settings.withFilter(filter));
	}

	/**
	 * Returns a copy with at most so many hits of a kind.
	 * @param grouping what makes a group, and how large it may be
	 * @return the copy
	 */
	public final Q groupedBy(Grouping grouping) {
		Assert.notNull(grouping, "Grouping must not be null");
		return with(this.settings.withGrouping(grouping));
	}

	/**
	 * Returns a copy with one hit of each value of a field.
	 * @param field the property or field whose values make the groups
	 * @return the copy
	 */
	public final Q groupedBy(String field) {
		return groupedBy(Grouping.by(field));
	}

	/**
	 * Returns a copy whose hits get other scores. Several are applied together where the
	 * server can do so (Milvus 2.6 and newer).
	 * @param rerankers how hits get their final scores
	 * @return the copy
	 */
	public final Q rerankedBy(Reranker... rerankers) {
		Assert.notNull(rerankers, "Rerankers must not be null");
		return with(this.settings.withRerankers(List.of(rerankers)));
	}

	/**
	 * Returns a copy whose hits the server works on afterwards, in place of rerankers.
	 * For Milvus 3.0 and Milvus Lite, and not for hybrid searches.
	 * @param chain the steps
	 * @return the copy
	 */
	public final Q withFunctionChain(FunctionChain chain) {
		Assert.notNull(chain, "Chain must not be null");
		return with(this.settings.withChain(chain));
	}

	/**
	 * Returns a copy with rounded scores.
	 * @param decimals to how many decimals, from 0 to 6; -1 for not at all
	 * @return the copy
	 */
	public final Q withRoundDecimal(int decimals) {
		return with(this.settings.withDecimals(decimals));
	}

	/**
	 * Returns a copy that leaves out rows that are not yet indexed.
	 * @param ignoreGrowing whether to leave them out
	 * @return the copy
	 */
	public final Q withIgnoreGrowing(boolean ignoreGrowing) {
		return with(this.settings.withIgnoreGrowing(ignoreGrowing));
	}

	/**
	 * Returns a copy with other options.
	 * @param options how to read
	 * @return the copy
	 */
	public final Q withOptions(ReadOptions options) {
		Assert.notNull(options, "Options must not be null");
		return with(this.settings.withOptions(options));
	}

}
