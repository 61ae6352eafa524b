package io.github.milvusspring.sample.index;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.HybridQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.Reranker;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.TextQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.sample.embedding.TextEmbedder;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.SearchResults;
import org.springframework.stereotype.Component;

/**
 * Finds properties by what a question means, by its words, or by both.
 */
@Component
public class PropertySearch {

	private static final ReadOptions WITHOUT_VECTORS = ReadOptions.DEFAULT.withOutputFields("name", "description",
			"type", "defaultValue", "artifact", "version", "deprecated", "deprecationReason", "replacement");

	/** How far down each sub-search looks: as far as the longest page goes. */
	private static final int LEG_LIMIT = 100;

	/**
	 * Ranks are fused, because the scores of meaning and of words have no common scale;
	 * the first ranks stand out, because only a few hits are shown.
	 */
	private static final Reranker FUSION = Reranker.rrf(2);

	private final TextEmbedder embedder;

	private final SpringPropertyRepository repository;

	PropertySearch(TextEmbedder embedder, SpringPropertyRepository repository) {
		this.embedder = embedder;
		this.repository = repository;
	}

	/**
	 * Finds the properties that answer a question best.
	 * @param question the question, in any words
	 * @param mode what to compare
	 * @param limit the most properties to return
	 * @param artifact the library to look at, {@code null} for all
	 * @param deprecated whether to look at deprecated properties only or at others only,
	 * {@code null} for all
	 * @return the properties with their scores, the best first
	 */
	public SearchResults<SpringProperty> search(String question, SearchMode mode, int limit, @Nullable String artifact,
			@Nullable Boolean deprecated) {
		return this.repository.search(query(question, mode).withLimit(limit)
			.withFilter(filter(artifact, deprecated))
			.withOptions(WITHOUT_VECTORS));
	}

	private SearchQuery<?> query(String question, SearchMode mode) {
		return switch (mode) {
			case MEANING -> meaning(question);
			case WORDS -> words(question);
			case BOTH -> both(meaning(question).withLimit(LEG_LIMIT), words(question).withLimit(LEG_LIMIT));
		};
	}

	/**
	 * The meaning votes twice: many a property has words of a question by chance.
	 */
	private static HybridQuery both(VectorQuery meaning, TextQuery words) {
		return HybridQuery.of(meaning, meaning, words).rerankedBy(FUSION);
	}

	private VectorQuery meaning(String question) {
		return VectorQuery.of(this.embedder.embed(question));
	}

	private TextQuery words(String question) {
		return TextQuery.of(PropertyWords.in(question));
	}

	private static Filter filter(@Nullable String artifact, @Nullable Boolean deprecated) {
		Filter filter = Filter.all();
		if (artifact != null) {
			filter = filter.and(Filter.where("artifact").is(artifact));
		}
		if (deprecated != null) {
			filter = filter.and(Filter.where("deprecated").is(deprecated));
		}
		return filter;
	}

}
