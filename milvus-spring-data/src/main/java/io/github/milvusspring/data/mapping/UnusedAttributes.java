package io.github.milvusspring.data.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.milvusspring.data.mapping.type.MappedType;
import io.github.milvusspring.data.model.FieldType;

import org.springframework.core.annotation.MergedAnnotations;

/**
 * Finds attributes and annotations of a property that have no effect on its field. They
 * are refused, because ignoring them would hide a mistake.
 */
final class UnusedAttributes {

	private UnusedAttributes() {
	}

	/**
	 * Finds attributes that the type of the field does not support.
	 */
	static List<String> problems(MilvusPersistentProperty property, MappedType mapped, FieldOptions options) {
		List<String> problems = new ArrayList<>();
		MilvusField annotation = property.findAnnotation(MilvusField.class);
		boolean text = mapped.type() == FieldType.VARCHAR || mapped.elementType() == FieldType.VARCHAR;
		if (annotation != null && !text && annotation.maxLength() != byDefault("maxLength")) {
			problems.add("has a maxLength and is " + mapped.type() + ": leave it out, only VARCHAR has one");
		}
		if (annotation != null && mapped.type() != FieldType.ARRAY
				&& annotation.maxCapacity() != byDefault("maxCapacity")) {
			problems.add("has a maxCapacity and is " + mapped.type() + ": leave it out, only ARRAY has one");
		}
		if (options.nullable() && property.getType().isPrimitive()) {
			problems.add("is nullable and of type " + property.getType() + ", which cannot be null: write its wrapper");
		}
		if (options.nullable() && property.isIdProperty()) {
			problems.add("is nullable and the @Id, which each row has: leave nullable out");
		}
		if (options.nullable() && property.isAnnotationPresent(TextEmbeddingFunction.class)) {
			problems.add("is nullable and made by the server for each row: leave nullable out");
		}
		return problems;
	}

	private static int byDefault(String attribute) {
		try {
			return (int) MilvusField.class.getMethod(attribute).getDefaultValue();
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Finds the annotations of this library on a property, except the expected ones.
	 */
	static List<String> others(MilvusPersistentProperty property, Class<?>... expected) {
		return Stream.of(property.getField(), property.getGetter(), property.getSetter())
			.filter((element) -> element != null)
			.flatMap((element) -> MergedAnnotations.from(element).stream())
			.map((annotation) -> annotation.getType())
			.filter(UnsupportedAnnotations::isMilvus)
			.filter((type) -> !List.of(expected).contains(type))
			.map((type) -> "@" + name(type))
			.distinct()
			.toList();
	}

	private static String name(Class<?> type) {
		Class<?> outer = type.getEnclosingClass();
		return ((outer != null) ? outer : type).getSimpleName();
	}

}
