package io.github.milvusspring.data.mapping;

import io.github.milvusspring.data.model.FieldSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;

/**
 * Checks the use of {@link Embedding} on a property.
 */
final class EmbeddingMapping {

	private EmbeddingMapping() {
	}

	/**
	 * Checks the annotation of one property.
	 * @param property the property
	 * @param field the field of the property
	 * @param problems collects problems
	 */
	static void check(MilvusPersistentProperty property, FieldSchema field, Problems problems) {
		Embedding annotation = property.findAnnotation(Embedding.class);
		if (annotation == null) {
			return;
		}
		switch (field.type()) {
			case FLOAT_VECTOR, FLOAT16_VECTOR, BFLOAT16_VECTOR -> {
			}
			default -> problems.add("has @Embedding and is " + field.describeType()
					+ ": a text becomes a vector of floats, write @VectorField(dimension = …) float[] "
					+ property.getName());
		}
		if (property.isAnnotationPresent(TextEmbeddingFunction.class)) {
			problems.add("has @Embedding and @TextEmbeddingFunction: keep one, either the application makes its"
					+ " vectors or the server does");
		}
		if (annotation.from().length == 0) {
			problems.add("has @Embedding from nothing: write from = \"…\" with the name of a String property");
		}
		for (String name : annotation.from()) {
			String problem = problemOf(property, property.getOwner().getPersistentProperty(name));
			if (problem != null) {
				problems.add("has @Embedding(from = \"" + name + "\"), which " + problem
						+ ": write the name of a String or List<String> property that holds the text");
			}
		}
	}

	private static @Nullable String problemOf(MilvusPersistentProperty property,
			@Nullable MilvusPersistentProperty source) {
		if (source == null) {
			return "is no property";
		}
		if (source.equals(property)) {
			return "is the property itself";
		}
		TypeInformation<?> type = source.getTypeInformation();
		TypeInformation<?> text = type.isCollectionLike() ? type.getComponentType() : type;
		return (text == null || text.getType() != String.class || source.getType().isArray())
				? "is of type " + source.getType().getSimpleName() : null;
	}

}
