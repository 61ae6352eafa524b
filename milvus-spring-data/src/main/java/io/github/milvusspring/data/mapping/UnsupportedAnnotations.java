package io.github.milvusspring.data.mapping;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.LastModifiedBy;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Reference;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mapping.PersistentProperty;

/**
 * Finds annotations of Spring Data and Jakarta Validation that this library does not
 * implement. They are refused, because ignoring them would hide that they have no effect.
 */
final class UnsupportedAnnotations {

	private static final String NOTHING_SETS = "which nothing would set: set the property before the row is written";

	private static final Map<Class<? extends Annotation>, String> OF_PROPERTIES = ofProperties();

	/** The package of Jakarta Validation, which may be missing from the class path. */
	private static final String VALIDATION = "jakarta.validation.";

	private UnsupportedAnnotations() {
	}

	private static Map<Class<? extends Annotation>, String> ofProperties() {
		Map<Class<? extends Annotation>, String> words = new LinkedHashMap<>();
		words.put(Version.class, "and Milvus compares no versions when it writes: leave it out");
		words.put(CreatedDate.class, NOTHING_SETS);
		words.put(CreatedBy.class, NOTHING_SETS);
		words.put(LastModifiedDate.class, NOTHING_SETS);
		words.put(LastModifiedBy.class, NOTHING_SETS);
		words.put(ReadOnlyProperty.class,
				"and a row is always written as a whole: mark it @Transient, or leave the annotation out");
		words.put(Reference.class, "and Milvus has no references: keep the key of the other row");
		return words;
	}

	/**
	 * Checks the annotations of a property.
	 */
	static List<String> of(PersistentProperty<?> property) {
		Set<String> problems = new LinkedHashSet<>();
		for (AnnotatedElement element : elements(property)) {
			MergedAnnotations annotations = MergedAnnotations.from(element);
			OF_PROPERTIES.forEach((type, words) -> {
				if (annotations.isPresent(type)) {
					problems.add("has @" + type.getSimpleName() + ", " + words);
				}
			});
			problems.addAll(constraints(annotations));
		}
		return List.copyOf(problems);
	}

	/**
	 * Checks the annotations of a class.
	 */
	static List<String> of(Class<?> type) {
		MergedAnnotations annotations = MergedAnnotations.from(type, MergedAnnotations.SearchStrategy.TYPE_HIERARCHY);
		List<String> problems = new ArrayList<>(constraints(annotations));
		if (annotations.isPresent(TypeAlias.class)) {
			problems.add("has @TypeAlias, and no type is kept with a row: leave it out");
		}
		return problems;
	}

	/**
	 * Checks the annotations of a Java field of a class that is stored as JSON.
	 */
	static List<String> withinJson(Field field) {
		MergedAnnotations annotations = MergedAnnotations.from(field);
		List<String> problems = new ArrayList<>();
		OF_PROPERTIES.forEach((type, words) -> {
			if (annotations.isPresent(type)) {
				problems.add("has @" + type.getSimpleName() + ", " + words);
			}
		});
		if (annotations.isPresent(Transient.class)) {
			problems.add("has @Transient, and is kept as JSON by Jackson: write @JsonIgnore");
		}
		annotations.stream()
			.filter((annotation) -> annotation.getDistance() == 0)
			.map(MergedAnnotation::getType)
			.filter(UnsupportedAnnotations::isMilvus)
			.forEach((type) -> problems.add("has @" + type.getSimpleName()
					+ ", and is kept within JSON, which is one field: leave it out, or make it a property of the "
					+ "entity"));
		return problems;
	}

	static boolean isMilvus(Class<?> annotation) {
		return annotation.getPackage() == MilvusField.class.getPackage();
	}

	private static List<String> constraints(MergedAnnotations annotations) {
		return annotations.stream()
			.filter((annotation) -> annotation.getType().getName().equals(VALIDATION + "Constraint")
					|| annotation.getType().getName().equals(VALIDATION + "Valid"))
			.map((annotation) -> "has @" + annotation.getRoot().getType().getSimpleName()
					+ ", which nothing checks when a row is written: validate before, and leave it out here")
			.distinct()
			.toList();
	}

	private static List<AnnotatedElement> elements(PersistentProperty<?> property) {
		List<AnnotatedElement> elements = new ArrayList<>();
		Field field = property.getField();
		if (field != null) {
			elements.add(field);
			addTypes(field.getAnnotatedType(), elements);
		}
		if (property.getGetter() != null) {
			elements.add(property.getGetter());
			addTypes(property.getGetter().getAnnotatedReturnType(), elements);
		}
		if (property.getSetter() != null) {
			elements.add(property.getSetter());
		}
		return elements;
	}

	// Annotations of types, as in List<@NotBlank String>.
	private static void addTypes(AnnotatedType type, List<AnnotatedElement> elements) {
		elements.add(type);
		if (type instanceof AnnotatedParameterizedType parameterized) {
			for (AnnotatedType argument : parameterized.getAnnotatedActualTypeArguments()) {
				addTypes(argument, elements);
			}
		}
		if (type instanceof AnnotatedArrayType array) {
			addTypes(array.getAnnotatedGenericComponentType(), elements);
		}
	}

}
