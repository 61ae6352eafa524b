package io.github.milvusspring.data.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.FunctionSchema;
import io.github.milvusspring.data.model.FunctionType;
import io.github.milvusspring.data.model.IndexRule;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.model.MilvusNames;

/**
 * Reads the server-side functions that the properties of an entity declare, with the
 * fields that only the server writes and the indexes of these fields, and collects the
 * problems with them.
 */
final class FunctionMapping {

	private final List<FunctionSchema> functions = new ArrayList<>();

	private final List<FieldSchema> outputs = new ArrayList<>();

	private final List<IndexSchema> indexes = new ArrayList<>();

	private final Problems problems;

	FunctionMapping(List<MilvusPersistentProperty> properties, Problems problems) {
		this.problems = problems;
		for (MilvusPersistentProperty property : properties) {
			FullText fullText = property.findAnnotation(FullText.class);
			if (fullText != null) {
				fullText(property, fullText);
			}
			TextEmbeddingFunction embedding = property.findAnnotation(TextEmbeddingFunction.class);
			if (embedding != null) {
				embedding(property, embedding);
			}
		}
	}

	List<FunctionSchema> functions() {
		return this.functions;
	}

	List<FieldSchema> outputs() {
		return this.outputs;
	}

	List<IndexSchema> indexes() {
		return this.indexes;
	}

	private void fullText(MilvusPersistentProperty property, FullText annotation) {
		String input = property.getFieldName();
		String output = annotation.field().isEmpty() ? input + "_sparse" : annotation.field();
		String illegal = MilvusNames.problemOf("field", output);
		if (illegal != null) {
			problem(property, "has @FullText with the " + illegal);
		}
		this.outputs.add(
				FieldSchema.of(output, FieldType.SPARSE_FLOAT_VECTOR).metric(Metric.BM25).functionOutput(true).build());
		this.functions
			.add(new FunctionSchema(output + "_bm25", FunctionType.BM25, List.of(input), List.of(output), Map.of()));
		Map<String, String> parameters = new LinkedHashMap<>();
		number(parameters, "bm25_k1", annotation.k1());
		number(parameters, "bm25_b", annotation.b());
		IndexRule.problems(IndexType.SPARSE_INVERTED_INDEX, parameters)
			.forEach((problem) -> problem(property, "has @FullText with " + problem));
		this.indexes.add(new IndexSchema(output, output, IndexType.SPARSE_INVERTED_INDEX, Metric.BM25, parameters));
	}

	private static void number(Map<String, String> parameters, String name, double value) {
		if (!Double.isNaN(value)) {
			parameters.put(name, Double.toString(value));
		}
	}

	private void embedding(MilvusPersistentProperty property, TextEmbeddingFunction annotation) {
		MilvusPersistentProperty from = property.getOwner().getPersistentProperty(annotation.from());
		if (from == null || from.getType() != String.class) {
			problem(property, "has @TextEmbeddingFunction(from = \"" + annotation.from()
					+ "\"): write the name of the String property that holds the text");
		}
		if (annotation.provider().isBlank()) {
			problem(property,
					"has @TextEmbeddingFunction without a provider: write provider = \"openai\", for example");
		}
		String output = property.getFieldName();
		String input = (from != null) ? from.getFieldName() : annotation.from();
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("provider", annotation.provider());
		if (!annotation.model().isEmpty()) {
			parameters.put("model_name", annotation.model());
		}
		parameters.putAll(NamedParameters.of("@TextEmbeddingFunction(params)", annotation.params(),
				this.problems.of(property).beginningWith("has ")));
		String name = annotation.name().isEmpty() ? output + "_text_embedding" : annotation.name();
		this.functions
			.add(new FunctionSchema(name, FunctionType.TEXT_EMBEDDING, List.of(input), List.of(output), parameters));
	}

	private void problem(MilvusPersistentProperty property, String text) {
		this.problems.of(property).add(text);
	}

}
