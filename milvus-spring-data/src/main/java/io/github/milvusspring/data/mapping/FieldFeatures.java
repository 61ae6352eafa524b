package io.github.milvusspring.data.mapping;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.model.AnalyzerSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * What a collection does with a property's field: clusters by it, cuts its text into
 * words, or makes its values.
 */
final class FieldFeatures {

	private FieldFeatures() {
	}

	/**
	 * Adds to a field what the property's annotations say.
	 * @param property the property
	 * @param field the field that its type and its own annotation make
	 */
	static FieldSchema apply(MilvusPersistentProperty property, FieldSchema field) {
		boolean output = property.isAnnotationPresent(TextEmbeddingFunction.class);
		AnalyzerSchema analyzer = AnalyzerMapping.of(property).analyzer();
		return field.toBuilder()
			.clusteringKey(property.isAnnotationPresent(ClusteringKey.class))
			.functionOutput(output)
			.nullable(field.nullable() && !output && !isFilled(property))
			.analyzer(analyzer)
			.build();
	}

	// Such a property is null until its row is written, and its field need not be.
	private static boolean isFilled(MilvusPersistentProperty property) {
		VectorField vector = property.findAnnotation(VectorField.class);
		return property.isAnnotationPresent(Embedding.class) && (vector == null || !vector.nullable());
	}

	/**
	 * Finds what is wrong with the annotations.
	 * @param property the property
	 * @param field the field that its type and its own annotation make
	 */
	static List<String> problems(MilvusPersistentProperty property, FieldSchema field) {
		List<String> problems = new ArrayList<>(AnalyzerMapping.of(property).problems());
		if (field.type() != FieldType.VARCHAR && field.type() != FieldType.TEXT) {
			for (String annotation : annotationsOfTexts(property)) {
				problems.add("has " + annotation + " and is " + field.describeType()
						+ ": only a String property holds words");
			}
		}
		if (property.isAnnotationPresent(TextEmbeddingFunction.class) && field.type() != FieldType.FLOAT_VECTOR
				&& field.type() != FieldType.INT8_VECTOR) {
			problems.add("has @TextEmbeddingFunction and is " + field.describeType()
					+ ": write @VectorField(dimension = …) float[] " + property.getName());
		}
		if (property.isAnnotationPresent(ClusteringKey.class) && !clusters(field)) {
			problems.add("is the @ClusteringKey and " + field.describeType()
					+ ": write a number, a String or a float vector, without a key of another kind");
		}
		return problems;
	}

	private static List<String> annotationsOfTexts(MilvusPersistentProperty property) {
		List<String> names = new ArrayList<>();
		names.add(name(property.findAnnotation(FullText.class), "@FullText"));
		names.add(name(property.findAnnotation(Analyzer.class), "@Analyzer"));
		return names.stream().filter((name) -> !name.isEmpty()).toList();
	}

	private static String name(@Nullable Object annotation, String name) {
		return (annotation != null) ? name : "";
	}

	private static boolean clusters(FieldSchema field) {
		boolean type = switch (field.type()) {
			case INT8, INT16, INT32, INT64, FLOAT, DOUBLE, VARCHAR, FLOAT_VECTOR -> true;
			default -> false;
		};
		return type && !field.primaryKey() && !field.partitionKey();
	}

}
