package io.github.milvusspring.data.mapping;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.model.AnalyzerSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Applies the annotations for clustering, text analysis and server-side functions to the
 * field of a property, and checks them.
 */
final class FieldFeatures {

	private FieldFeatures() {
	}

	/**
	 * Adds the settings of the property's annotations to a field, and checks them.
	 * @param property the property
	 * @param field the field as mapped from the type of the property and its
	 * {@code @MilvusField} or {@code @VectorField}
	 * @param problems collects problems
	 */
	static FieldSchema apply(MilvusPersistentProperty property, FieldSchema field, Problems problems) {
		boolean output = property.isAnnotationPresent(TextEmbeddingFunction.class);
		AnalyzerSchema analyzer = AnalyzerMapping.of(property, problems);
		check(property, field, problems);
		return field.toBuilder()
			.clusteringKey(property.isAnnotationPresent(ClusteringKey.class))
			.functionOutput(output)
			.nullable(field.nullable() && !output && !isFilled(property))
			.analyzer(analyzer)
			.build();
	}

	// Such a property is null until the row is written, when its vector is computed; so
	// the field need not be nullable.
	private static boolean isFilled(MilvusPersistentProperty property) {
		VectorField vector = property.findAnnotation(VectorField.class);
		return property.isAnnotationPresent(Embedding.class) && (vector == null || !vector.nullable());
	}

	private static void check(MilvusPersistentProperty property, FieldSchema field, Problems problems) {
		if (!field.type().isText()) {
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
