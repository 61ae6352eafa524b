package io.github.milvusspring.data.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.AnalyzerJson;
import io.github.milvusspring.data.model.AnalyzerSchema;
import org.jspecify.annotations.Nullable;

/**
 * Reads the analyzer that the annotations of one property declare, and collects the
 * problems with it.
 */
final class AnalyzerMapping {

	private static final String DEFAULT = "default";

	private final Problems problems;

	private final @Nullable AnalyzerSchema analyzer;

	private AnalyzerMapping(MilvusPersistentProperty property, Problems problems) {
		this.problems = problems;
		Analyzer annotation = property.findAnnotation(Analyzer.class);
		FullText fullText = property.findAnnotation(FullText.class);
		if (annotation == null) {
			this.analyzer = (fullText != null) ? new AnalyzerSchema(fullText.match(), Map.of(), Map.of()) : null;
			return;
		}
		if (fullText == null && !annotation.match()) {
			this.problems.add("has @Analyzer, which nothing uses: add @FullText, or write match = true");
		}
		boolean match = annotation.match() || (fullText != null && fullText.match());
		this.analyzer = (annotation.languages().length == 0) ? ofOne(annotation, match)
				: ofLanguages(property, annotation, match);
	}

	static @Nullable AnalyzerSchema of(MilvusPersistentProperty property, Problems problems) {
		return new AnalyzerMapping(property, problems).analyzer;
	}

	private AnalyzerSchema ofOne(Analyzer annotation, boolean match) {
		if (!annotation.byField().isEmpty()) {
			this.problems.add("has @Analyzer(byField = …) without languages: add languages = @Analyzer.Language(…)");
		}
		return new AnalyzerSchema(match, parameters(annotation.value(), annotation.tokenizer(), annotation.filters(),
				annotation.stopWords(), annotation.params()), Map.of());
	}

	private AnalyzerSchema ofLanguages(MilvusPersistentProperty property, Analyzer annotation, boolean match) {
		if (!parameters(annotation.value(), annotation.tokenizer(), annotation.filters(), annotation.stopWords(),
				annotation.params())
			.isEmpty()) {
			this.problems.add("has @Analyzer with languages and an analyzer beside them: name that one 'default'");
		}
		MilvusPersistentProperty by = property.getOwner().getPersistentProperty(annotation.byField());
		if (by == null || by.getType() != String.class) {
			this.problems.add("has @Analyzer(byField = \"" + annotation.byField()
					+ "\"): write the name of the String property that says the language");
		}
		Map<String, Object> analyzers = new LinkedHashMap<>();
		Map<String, Object> aliases = new LinkedHashMap<>();
		for (Analyzer.Language language : annotation.languages()) {
			Map<String, Object> parameters = parameters(language.value(), language.tokenizer(), language.filters(),
					language.stopWords(), language.params());
			analyzers.put(language.name(), parameters.isEmpty() ? Map.of("type", "standard") : parameters);
			for (String alias : language.aliases()) {
				aliases.put(alias, language.name());
			}
		}
		if (!analyzers.containsKey(DEFAULT)) {
			this.problems.add("has @Analyzer with the languages " + analyzers.keySet()
					+ ": add @Analyzer.Language(name = \"default\") for all others");
		}
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("analyzers", analyzers);
		all.put("by_field", (by != null) ? by.getFieldName() : annotation.byField());
		if (!aliases.isEmpty()) {
			all.put("alias", aliases);
		}
		return new AnalyzerSchema(match, Map.of(), all);
	}

	private Map<String, Object> parameters(String type, String tokenizer, String[] filters, String[] stopWords,
			String json) {
		boolean parts = !tokenizer.isEmpty() || filters.length > 0;
		if (!json.isEmpty()) {
			if (parts || !type.isEmpty() || stopWords.length > 0) {
				this.problems.add("has @Analyzer with params and other attributes: keep one of them");
			}
			return json(json);
		}
		if (!type.isEmpty() && parts) {
			this.problems.add("has @Analyzer(\"" + type + "\") with a tokenizer or filters: a named analyzer has its"
					+ " own, so keep one of them");
		}
		Map<String, Object> parameters = new LinkedHashMap<>();
		if (!type.isEmpty()) {
			parameters.put("type", type);
			if (stopWords.length > 0) {
				parameters.put("stop_words", List.of(stopWords));
			}
		}
		else if (parts || stopWords.length > 0) {
			parameters.put("tokenizer", tokenizer.isEmpty() ? "standard" : tokenizer);
			List<Object> all = new ArrayList<>(List.of(filters));
			// Stop words are written in lower case, so the words must be lower case
			// before they are compared.
			if (stopWords.length > 0 && !all.contains("lowercase")) {
				all.add("lowercase");
			}
			if (stopWords.length > 0) {
				all.add(Map.of("type", "stop", "stop_words", List.of(stopWords)));
			}
			if (!all.isEmpty()) {
				parameters.put("filter", all);
			}
		}
		return parameters;
	}

	private Map<String, Object> json(String json) {
		try {
			return AnalyzerJson.read(json);
		}
		catch (IllegalArgumentException ex) {
			this.problems.add("has @Analyzer(params = …), which is " + ex.getMessage());
			return Map.of();
		}
	}

}
