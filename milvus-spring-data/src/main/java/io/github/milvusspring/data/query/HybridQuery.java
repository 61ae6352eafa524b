package io.github.milvusspring.data.query;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A hybrid search: several sub-searches whose hits the server fuses into one list, the
 * best first.
 *
 * <p>
 * Each sub-search has its own limit, filter and parameters; the filter of the hybrid
 * search itself applies to all sub-searches. Without a reranker, the hits are fused by
 * reciprocal ranks with {@code k = 60}.
 */
public final class HybridQuery extends SearchQuery<HybridQuery> {

	private final List<SearchQuery<?>> subSearches;

	private HybridQuery(List<SearchQuery<?>> subSearches, SearchSettings settings) {
		super(settings);
		this.subSearches = List.copyOf(subSearches);
		if (this.subSearches.isEmpty()) {
			throw new IllegalArgumentException("A hybrid search has at least one sub-search");
		}
		for (SearchQuery<?> subSearch : this.subSearches) {
			check(subSearch);
		}
		checkWhole(settings);
	}

	/**
	 * Returns the query for the ten best rows.
	 * @param subSearches the searches to fuse, each for one vector or text
	 * @return the query
	 * @throws IllegalArgumentException when a sub-search is hybrid itself, looks for
	 * several vectors, or has an offset, a grouping, a reranker or a threshold
	 */
	public static HybridQuery of(SearchQuery<?>... subSearches) {
		Assert.notNull(subSearches, "Sub-searches must not be null");
		return new HybridQuery(List.of(subSearches), SearchSettings.DEFAULT);
	}

	private static void checkWhole(SearchSettings settings) {
		if (settings.chain() != null) {
			throw new IllegalArgumentException("A hybrid search has no function chain: give it rerankers");
		}
	}

	private static void check(SearchQuery<?> subSearch) {
		if (subSearch instanceof HybridQuery) {
			throw new IllegalArgumentException("A sub-search of a hybrid search cannot be hybrid itself");
		}
		if (subSearch instanceof VectorQuery query && query.vectors().size() != 1) {
			throw new IllegalArgumentException(
					"A sub-search of a hybrid search looks for one vector, not for " + query.vectors().size());
		}
		SearchSettings settings = subSearch.settings();
		boolean ofTheWhole = settings.offset() > 0 || settings.grouping() != null || !settings.rerankers().isEmpty()
				|| settings.chain() != null;
		if (ofTheWhole) {
			throw new IllegalArgumentException(
					"A sub-search of a hybrid search has neither offset nor grouping nor reranker:"
							+ " give them to the hybrid search");
		}
		if (subSearch instanceof VectorQuery query && (query.threshold() != null || query.range() != null)) {
			throw new IllegalArgumentException(
					"A sub-search of a hybrid search has no threshold: its hits are fused by the" + " server");
		}
	}

	/**
	 * Returns the searches to fuse.
	 * @return the sub-searches, each a {@link VectorQuery} or a {@link TextQuery}
	 */
	public List<SearchQuery<?>> subSearches() {
		return this.subSearches;
	}

	/**
	 * Returns a copy with other sub-searches.
	 * @param subSearches the searches to fuse, each for one vector or text
	 * @return the copy
	 * @throws IllegalArgumentException as from {@link #of}
	 */
	public HybridQuery withSubSearches(List<? extends SearchQuery<?>> subSearches) {
		Assert.notNull(subSearches, "Sub-searches must not be null");
		return new HybridQuery(List.copyOf(subSearches), settings());
	}

	@Override
	HybridQuery with(SearchSettings settings) {
		return new HybridQuery(this.subSearches, settings);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof HybridQuery that && this.subSearches.equals(that.subSearches)
				&& settings().equals(that.settings());
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.subSearches, settings());
	}

	@Override
	public String toString() {
		return "HybridQuery" + Arrays.asList(this.subSearches, settings());
	}

}
