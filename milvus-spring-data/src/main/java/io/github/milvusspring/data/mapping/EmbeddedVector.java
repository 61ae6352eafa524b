package io.github.milvusspring.data.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.github.milvusspring.data.mapping.type.ValueConversion;
import io.github.milvusspring.data.model.FieldSchema;
import org.jspecify.annotations.Nullable;

/**
 * A vector property that the application computes from text properties of the same
 * entity.
 *
 * @param property the property that holds the vector
 * @param sources the properties that hold the text
 * @param reuseUnchanged whether to keep the stored vector when the text has not changed
 */
public record EmbeddedVector(MilvusPersistentProperty property, List<MilvusPersistentProperty> sources,
		boolean reuseUnchanged) {

	public EmbeddedVector {
		sources = List.copyOf(sources);
	}

	/**
	 * Finds the vector properties of an entity that are computed from texts.
	 * @param entity an entity with a valid mapping
	 * @return the vectors, in the order of the properties
	 */
	public static List<EmbeddedVector> of(MilvusPersistentEntity<?> entity) {
		List<EmbeddedVector> vectors = new ArrayList<>();
		for (MilvusPersistentProperty property : entity.getProperties()) {
			Embedding annotation = property.findAnnotation(Embedding.class);
			if (annotation != null) {
				vectors.add(new EmbeddedVector(property,
						Arrays.stream(annotation.from()).map(entity::requireProperty).toList(),
						annotation.reuseUnchanged()));
			}
		}
		return vectors;
	}

	/**
	 * Returns the text of a row.
	 * @param values returns the value of a property of the row
	 * @return the texts of the source properties, joined by line breaks; {@code null}
	 * when all of them are null or empty lists
	 */
	public @Nullable String text(Function<MilvusPersistentProperty, @Nullable Object> values) {
		List<String> parts = new ArrayList<>();
		for (MilvusPersistentProperty source : this.sources) {
			Object value = values.apply(source);
			if (value instanceof Iterable<?> elements) {
				elements.forEach((element) -> {
					if (element != null) {
						parts.add(element.toString());
					}
				});
			}
			else if (value != null) {
				parts.add(value.toString());
			}
		}
		return parts.isEmpty() ? null : String.join("\n", parts);
	}

	/**
	 * Converts a vector to the Java type of the property.
	 * @param vector the vector
	 * @return the value of the property
	 */
	public @Nullable Object value(float[] vector) {
		ValueConversion conversion = this.property.getConversion();
		return (conversion != null) ? conversion.read(vector) : vector;
	}

	/**
	 * Returns the field that holds the vector.
	 * @return the field
	 */
	public FieldSchema field() {
		return this.property.getFieldSchema();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof EmbeddedVector that && this.property.equals(that.property);
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(this.property);
	}

}
