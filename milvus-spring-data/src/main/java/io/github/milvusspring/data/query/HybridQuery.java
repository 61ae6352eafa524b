package io.github.milvusspring.data.query;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The rows that several searches together find best, the best first.
 *
 * <p>
 * Each leg has a limit, filter and parameters of its own; the filter of the hybrid search
 * itself holds for all legs. Without a reranker, ranks are fused with {@code k = 60}.
 */
public final class HybridQuery extends SearchQuery<HybridQuery> {

	private final List<SearchQuery<?>> legs;

	private HybridQuery(List<SearchQuery<?>> legs, SearchSettings settings) {
		super(settings);
		this.legs = List.copyOf(legs);
		if (this.legs.isEmpty()) {
			throw new IllegalArgumentException("A hybrid search has at least one leg");
		}
		for (SearchQuery<?> leg : this.legs) {
			check(leg);
		}
		checkWhole(settings);
	}

	/**
	 * Returns the query for the ten best rows.
	 * @param legs the searches to fuse, each for one vector or text
	 * @return the query
	 * @throws IllegalArgumentException when a leg is hybrid itself, looks for several
	 * vectors, or has an offset, a grouping, a reranker or a threshold
	 */
	public static HybridQuery of(SearchQuery<?>... legs) {
		Assert.notNull(legs, "Legs must not be null");
		return new HybridQuery(List.of(legs), SearchSettings.DEFAULT);
	}

	private static void checkWhole(SearchSettings settings) {
		if (settings.chain() != null) {
			throw new IllegalArgumentException("A hybrid search has no function chain: give it rerankers");
		}
	}

	private static void check(SearchQuery<?> leg) {
		if (leg instanceof HybridQuery) {
			throw new IllegalArgumentException("A leg of a hybrid search cannot be hybrid itself");
		}
		if (leg instanceof VectorQuery query && query.vectors().size() != 1) {
			throw new IllegalArgumentException(
					"A leg of a hybrid search looks for one vector, not for " + query.vectors().size());
		}
		SearchSettings settings = leg.settings();
		boolean ofTheWhole = settings.offset() > 0 || settings.grouping() != null || !settings.rerankers().isEmpty()
				|| settings.chain() != null;
		if (ofTheWhole) {
			throw new IllegalArgumentException("A leg of a hybrid search has neither offset nor grouping nor reranker:"
					+ " give them to the hybrid search");
		}
		if (leg instanceof VectorQuery query && (query.threshold() != null || query.range() != null)) {
			throw new IllegalArgumentException(
					"A leg of a hybrid search has no threshold: its hits are fused by the" + " server");
		}
	}

	/**
	 * Returns the searches to fuse.
	 * @return the legs, each a {@link VectorQuery} or a {@link TextQuery}
	 */
	public List<SearchQuery<?>> legs() {
		return this.legs;
	}

	/**
	 * Returns a copy of other searches.
	 * @param legs the searches to fuse, each for one vector or text
	 * @return the copy
	 * @throws IllegalArgumentException as from {@link #of}
	 */
	public HybridQuery withLegs(List<? extends SearchQuery<?>> legs) {
		Assert.notNull(legs, "Legs must not be null");
		return new HybridQuery(List.copyOf(legs), settings());
	}

	@Override
	HybridQuery with(SearchSettings settings) {
		return new HybridQuery(this.legs, settings);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof HybridQuery that && this.legs.equals(that.legs) && settings().equals(that.settings());
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.legs, settings());
	}

	@Override
	public String toString() {
		return "HybridQuery" + Arrays.asList(this.legs, settings());
	}

}
