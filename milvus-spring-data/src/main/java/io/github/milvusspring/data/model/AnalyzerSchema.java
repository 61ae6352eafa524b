package io.github.milvusspring.data.model;

import java.util.Map;

/**
 * The analyzer of a text field: how Milvus splits the text into words.
 *
 * @param match whether filters may match words of the text
 * @param parameters the parameters of the analyzer by their names in Milvus, for example
 * {@code {"type": "english"}}; empty for the standard analyzer
 * @param byLanguage one analyzer per language, as in {@code multi_analyzer_params} of
 * Milvus; empty when one analyzer is used for all texts
 */
public record AnalyzerSchema(boolean match, Map<String, Object> parameters, Map<String, Object> byLanguage) {

	/** The standard analyzer, without word matching in filters. */
	public static final AnalyzerSchema STANDARD = new AnalyzerSchema(false, Map.of(), Map.of());

	public AnalyzerSchema {
		parameters = Map.copyOf(parameters);
		byLanguage = Map.copyOf(byLanguage);
	}

	/**
	 * Reads an analyzer from the JSON that Milvus uses.
	 * @param match whether filters may match words of the text
	 * @param parameters the analyzer as a JSON object, empty for the standard analyzer
	 * @param byLanguage one analyzer per language as a JSON object, empty when one
	 * analyzer is used for all texts
	 * @return the analyzer
	 * @throws IllegalArgumentException when one of the texts is not a JSON object
	 */
	public static AnalyzerSchema ofJson(boolean match, String parameters, String byLanguage) {
		return new AnalyzerSchema(match, parameters.isEmpty() ? Map.of() : AnalyzerJson.read(parameters),
				byLanguage.isEmpty() ? Map.of() : AnalyzerJson.read(byLanguage));
	}

	/**
	 * Returns the analyzer as the JSON that Milvus expects.
	 * @return a JSON object with sorted keys, empty for the standard analyzer
	 */
	public String parametersAsJson() {
		return this.parameters.isEmpty() ? "" : AnalyzerJson.write(this.parameters);
	}

	/**
	 * Returns the analyzers of all languages as the JSON that Milvus expects.
	 * @return a JSON object with sorted keys, empty when one analyzer is used for all
	 * texts
	 */
	public String byLanguageAsJson() {
		return this.byLanguage.isEmpty() ? "" : AnalyzerJson.write(this.byLanguage);
	}

}
