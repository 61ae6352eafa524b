package io.github.milvusspring.sample.index;

import io.github.milvusspring.data.repository.FullTextSearch;
import io.github.milvusspring.data.repository.HybridSearch;
import io.github.milvusspring.data.repository.Match;
import io.github.milvusspring.data.repository.MilvusRepository;
import io.github.milvusspring.data.repository.Near;
import io.github.milvusspring.data.repository.Rrf;
import io.github.milvusspring.data.repository.VectorSearch;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.SearchResults;

/**
 * The properties in Milvus, and the ways to search them.
 */
public interface SpringPropertyRepository extends MilvusRepository<SpringProperty, String> {

	/** What is null leaves all rows in. */
	String FILTER = "artifact like :#{#artifact ?: '%'}"
			+ " and deprecated in :#{#deprecated == null ? {true, false} : {#deprecated}}";

	/** How far down each sub-search looks: as far as the longest page goes. */
	int DEPTH = 100;

	@VectorSearch(filter = FILTER)
	SearchResults<FoundProperty> searchByMeaning(@Near String question, @Nullable String artifact,
			@Nullable Boolean deprecated, Limit limit);

	@FullTextSearch(filter = FILTER)
	SearchResults<FoundProperty> searchByWords(@Match String words, @Nullable String artifact,
			@Nullable Boolean deprecated, Limit limit);

	/**
	 * Fuses ranks, because the scores of meaning and of words have no common scale; the
	 * first ranks stand out, because only a few hits are shown. The meaning votes twice:
	 * many a property has words of a question by chance.
	 */
	@HybridSearch(filter = FILTER, rrf = @Rrf(k = 2))
	SearchResults<FoundProperty> searchByBoth(@Near(limit = DEPTH) String question,
			@Near(limit = DEPTH) String sameQuestion, @Match(limit = DEPTH) String words, @Nullable String artifact,
			@Nullable Boolean deprecated, Limit limit);

}
