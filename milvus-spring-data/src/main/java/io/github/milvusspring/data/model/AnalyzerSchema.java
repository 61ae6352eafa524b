package io.github.milvusspring.data.model;

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

	/**
	 * Reads an analyzer as Milvus writes it.
	 * @param match whether filters may match words of the text
	 * @param parameters the analyzer as JSON, empty for the standard one
	 * @param byLanguage an analyzer for each language as JSON, empty for one for all
	 * @return the analyzer
	 * @throws IllegalArgumentException when it is not a JSON object
	 */
	public static AnalyzerSchema ofJson(boolean match, String parameters, String byLanguage) {
		return new AnalyzerSchema(match, parameters.isEmpty() ? Map.of() : AnalyzerJson.read(parameters),
				byLanguage.isEmpty() ? Map.of() : AnalyzerJson.read(byLanguage));
	}

	/**
	 * Returns the analyzer in Milvus's own words.
	 * @return a JSON object with its names in order, empty for the standard analyzer
	 */
	public String parametersAsJson() {
		return this.parameters.isEmpty() ? "" : AnalyzerJson.write(this.parameters);
	}

	/**
	 * Returns the analyzers of the languages in Milvus's own words.
	 * @return a JSON object with its names in order, empty for one analyzer for all
	 */
	public String byLanguageAsJson() {
		return this.byLanguage.isEmpty() ? "" : AnalyzerJson.write(this.byLanguage);
	}

}
