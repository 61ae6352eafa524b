package io.github.milvusspring.data.query;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The settings that all searches have in common.
 *
 * @param limit the maximum number of hits, from 1 to 16,384
 * @param offset how many of the best hits to skip; together with the limit at most 16,384
 * @param filter the rows to search
 * @param grouping the limit on the hits of each group, {@code null} for no groups
 * @param rerankers how hits get their final scores, empty for the scores of the search
 * @param chain the steps that the server applies to the hits, {@code null} for none
 * @param decimals the number of decimals to which scores are rounded, -1 for no rounding
 * @param ignoreGrowing whether rows in growing segments, which are not yet indexed, are
 * ignored
 * @param options the options with which to read
 */
public record SearchSettings(int limit, int offset, Filter filter, @Nullable Grouping grouping,
		List<Reranker> rerankers, @Nullable FunctionChain chain, int decimals, boolean ignoreGrowing,
		ReadOptions options) {

	/** The ten best hits of all rows. */
	public static final SearchSettings DEFAULT = new SearchSettings(10, 0, Filter.all(), null, List.of(), null, -1,
			false, ReadOptions.DEFAULT);

	public SearchSettings {
		if (limit < 1 || offset < 0 || limit + (long) offset > VectorQuery.LARGEST_WINDOW) {
			throw new IllegalArgumentException("A search has a limit from 1 to 16384 and, counted with its offset, "
					+ "no more: not limit " + limit + " and offset " + offset);
		}
		if (decimals < -1 || decimals > 6) {
			throw new IllegalArgumentException("Scores are rounded to 0 to 6 decimals, not " + decimals);
		}
		rerankers = List.copyOf(rerankers);
	}

	SearchSettings withLimit(int limit) {
		return new SearchSettings(limit, this.offset, this.filter, this.grouping, this.rerankers, this.chain,
				this.decimals, this.ignoreGrowing, this.options);
	}

	SearchSettings withOffset(int offset) {
		return new SearchSettings(this.limit, offset, this.filter, this.grouping, this.rerankers, this.chain,
				this.decimals, this.ignoreGrowing, this.options);
	}

	SearchSettings withFilter(Filter filter) {
		return new SearchSettings(this.limit, this.offset, filter, this.grouping, this.rerankers, this.chain,
				this.decimals, this.ignoreGrowing, this.options);
	}

	SearchSettings withGrouping(@Nullable Grouping grouping) {
		return new SearchSettings(this.limit, this.offset, this.filter, grouping, this.rerankers, this.chain,
				this.decimals, this.ignoreGrowing, this.options);
	}

	SearchSettings withRerankers(List<Reranker> rerankers) {
		return new SearchSettings(this.limit, this.offset, this.filter, this.grouping, rerankers, this.chain,
				this.decimals, this.ignoreGrowing, this.options);
	}

	SearchSettings withChain(@Nullable FunctionChain chain) {
		return new SearchSettings(this.limit, this.offset, this.filter, this.grouping, this.rerankers, chain,
				this.decimals, this.ignoreGrowing, this.options);
	}

	SearchSettings withDecimals(int decimals) {
		return new SearchSettings(this.limit, this.offset, this.filter, this.grouping, this.rerankers, this.chain,
				decimals, this.ignoreGrowing, this.options);
	}

	SearchSettings withIgnoreGrowing(boolean ignoreGrowing) {
		return new SearchSettings(this.limit, this.offset, this.filter, this.grouping, this.rerankers, this.chain,
				this.decimals, ignoreGrowing, this.options);
	}

	SearchSettings withOptions(ReadOptions options) {
		return new SearchSettings(this.limit, this.offset, this.filter, this.grouping, this.rerankers, this.chain,
				this.decimals, this.ignoreGrowing, options);
	}

}
