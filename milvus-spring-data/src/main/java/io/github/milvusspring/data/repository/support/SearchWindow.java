package io.github.milvusspring.data.repository.support;

import java.util.function.Function;

import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.SearchSettings;
import io.github.milvusspring.data.query.VectorQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Pageable;

/**
 * The limit and the offset of a search: how many hits it returns, and how many of the
 * best it skips.
 *
 * @param largest the maximum number of hits that the name or the return type of the
 * method allows, {@code null} for no maximum
 * @param limit the declared limit, {@code null} for none
 * @param offset the declared offset, {@code null} for none
 */
record SearchWindow(@Nullable Integer largest, @Nullable Function<QueryArguments, @Nullable Integer> limit,
		@Nullable Function<QueryArguments, @Nullable Integer> offset) {

	/**
	 * Determines the limit and the offset of one call. A search that is bounded by a
	 * score needs no other limit: it may return as many hits as Milvus allows.
	 */
	Rows rows(QueryArguments arguments, boolean bounded) {
		Pageable pageable = arguments.getPageable();
		Paging.requireUnsorted(arguments.getSort());
		Integer declared = (this.offset != null) ? this.offset.apply(arguments) : null;
		int first = (declared != null) ? declared : pageable.isPaged() ? Math.toIntExact(pageable.getOffset()) : 0;
		Integer asked = pageable.isPaged() ? Integer.valueOf(pageable.getPageSize())
				: (this.limit != null) ? this.limit.apply(arguments) : null;
		if (asked != null) {
			return new Rows((this.largest != null) ? Math.min(asked, this.largest) : asked, first);
		}
		if (this.largest != null) {
			return new Rows(this.largest, first);
		}
		return new Rows(bounded ? VectorQuery.LARGEST_WINDOW - first : SearchSettings.DEFAULT.limit(), first);
	}

	/**
	 * The limit and the offset of one call.
	 *
	 * @param limit the maximum number of hits
	 * @param offset the number of best hits to skip
	 */
	record Rows(int limit, int offset) {

		<Q extends SearchQuery<Q>> Q apply(Q query) {
			return query.withLimit(this.limit).withOffset(this.offset);
		}

		int end() {
			return Math.min(this.limit + this.offset, VectorQuery.LARGEST_WINDOW);
		}

	}

}
