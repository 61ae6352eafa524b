package io.github.milvusspring.sample.recall;

import java.util.List;
import java.util.Locale;

import io.github.milvusspring.sample.index.FoundProperty;
import io.github.milvusspring.sample.index.PropertySearch;
import io.github.milvusspring.sample.index.SearchMode;

/**
 * The part of some questions that each way of searching answers with its first five hits,
 * among the current properties, as the page searches.
 *
 * @param dense the part by meaning
 * @param text the part by words
 * @param hybrid the part by both
 */
record Recall(double dense, double text, double hybrid) {

	private static final int HITS = 5;

	static Recall of(PropertySearch search, List<Question> questions) {
		return new Recall(part(search, SearchMode.MEANING, questions), part(search, SearchMode.WORDS, questions),
				part(search, SearchMode.BOTH, questions));
	}

	private static double part(PropertySearch search, SearchMode mode, List<Question> questions) {
		long answered = questions.stream().filter((question) -> isAnswered(search, mode, question)).count();
		return (double) answered / questions.size();
	}

	private static boolean isAnswered(PropertySearch search, SearchMode mode, Question question) {
		List<String> found = search.search(question.text(), mode, HITS, null, false)
			.contentStream()
			.map(FoundProperty::name)
			.toList();
		boolean answered = question.answers().stream().anyMatch(found::contains);
		if (!answered) {
			System.err.println("Not by " + mode + ": " + question.text() + " " + found);
		}
		return answered;
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "dense=%.2f text=%.2f hybrid=%.2f", this.dense, this.text, this.hybrid);
	}

}
