package io.github.milvusspring.sample.index;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.sample.embedding.TextEmbedder;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.SearchResults;
import org.springframework.stereotype.Component;

/**
 * Finds properties by what a question means.
 */
@Component
public class PropertySearch {

	private static final ReadOptions WITHOUT_VECTORS = ReadOptions.DEFAULT.withOutputFields("name", "description",
			"type", "defaultValue", "artifact", "version", "deprecated", "deprecationReason", "replacement");

	private final TextEmbedder embedder;

	private final SpringPropertyRepository repository;

	PropertySearch(TextEmbedder embedder, SpringPropertyRepository repository) {
		this.embedder = embedder;
		this.repository = repository;
	}

	/**
	 * Finds the properties whose meaning is closest to a question.
	 * @param question the question, in any words
	 * @param limit the most properties to return
	 * @param artifact the library to look at, {@code null} for all
	 * @param deprecated whether to look at deprecated properties only or at others only,
	 * {@code null} for all
	 * @return the properties with their scores, the closest first
	 */
	public SearchResults<SpringProperty> search(String question, int limit, @Nullable String artifact,
			@Nullable Boolean deprecated) {
		Filter filter = Filter.all();
		if (artifact != null) {
			filter = filter.and(Filter.where("artifact").is(artifact));
		}
		if (deprecated != null) {
			filter = filter.and(Filter.where("deprecated").is(deprecated));
		}
		return this.repository.search(VectorQuery.of(this.embedder.embed(question))
			.withLimit(limit)
			.withFilter(filter)
			.withOptions(WITHOUT_VECTORS));
	}

}
