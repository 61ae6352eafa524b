package io.github.milvusspring.sample.index;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.SearchResults;
import org.springframework.stereotype.Component;

/**
 * Finds properties by what a question means, by its words, or by both.
 *
 * @param repository the properties
 */
@Component
public record PropertySearch(SpringPropertyRepository repository) {

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
	public SearchResults<FoundProperty> search(String question, SearchMode mode, int limit, @Nullable String artifact,
			@Nullable Boolean deprecated) {
		String words = PropertyWords.in(question);
		Limit most = Limit.of(limit);
		return switch (mode) {
			case MEANING -> this.repository.searchByMeaning(question, artifact, deprecated, most);
			case WORDS -> this.repository.searchByWords(words, artifact, deprecated, most);
			case BOTH -> this.repository.searchByBoth(question, question, words, artifact, deprecated, most);
		};
	}

}
