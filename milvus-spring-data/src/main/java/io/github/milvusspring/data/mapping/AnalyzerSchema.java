package io.github.milvusspring.data.mapping;

import java.util.Map;

/**
 * How the text of a field is cut into words.
 *
 * @param match whether filters may match words of the text
 * @param parameters the analyzer in Milvus's own words, for example {@code {"type":
 * "english"}}; empty for the standard one
 * @param byLanguage an analyzer for each language in Milvus's own words
 * ({@code multi_analyzer_params}), empty for one analyzer for all
 */
public record AnalyzerSchema(boolean match, Map<String, Object> parameters, Map<String, Object> byLanguage) {

	/** The standard analyzer, for full text search alone. */
	public static final AnalyzerSchema STANDARD = new AnalyzerSchema(false, Map.of(), Map.of());

	public AnalyzerSchema {
		parameters = Map.copyOf(parameters);
		byLanguage = Map.copyOf(byLanguage);
	}

}
