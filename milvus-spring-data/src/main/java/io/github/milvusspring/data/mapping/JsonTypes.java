package io.github.milvusspring.data.mapping;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * Finds classes that are stored as JSON but could not be read back, and annotations
 * inside them that have no effect. Without this check such JSON would be written, and
 * each read of it would fail.
 */
final class JsonTypes {

	private static final List<String> READABLE = List.of("com.fasterxml.jackson.annotation.JsonTypeInfo",
			"com.fasterxml.jackson.annotation.JsonCreator", "com.fasterxml.jackson.databind.annotation.JsonDeserialize",
			"tools.jackson.databind.annotation.JsonDeserialize");

	private static final String IGNORED = "com.fasterxml.jackson.annotation.JsonIgnore";

	/** Packages of types that Jackson, or a module of Jackson, can read. */
	private static final List<String> KNOWN = List.of("java.", "javax.", "kotlin.", "com.fasterxml.jackson.",
			"tools.jackson.");

	private final Set<Class<?>> seen = new HashSet<>();

	private final Problems problems;

	private JsonTypes(Problems problems) {
		this.problems = problems;
	}

	/**
	 * Checks a property that is stored as JSON.
	 * @param type the type of the property
	 * @param element the Java field or getter of the property, {@code null} for none
	 * @param problems collects problems
	 */
	static void check(ResolvableType type, @Nullable AnnotatedElement element, Problems problems) {
		new JsonTypes(problems).check("", type, element);
	}

	private void check(String path, ResolvableType type, @Nullable AnnotatedElement element) {
		Class<?> raw = type.resolve(Object.class);
		if (type.isArray()) {
			check(path, type.getComponentType(), element);
			return;
		}
		for (ResolvableType argument : type.getGenerics()) {
			check(path, argument, element);
		}
		if (raw.isPrimitive() || raw.isEnum() || KNOWN.stream().anyMatch(raw.getName()::startsWith)) {
			return;
		}
		boolean inner = raw.isMemberClass() && !Modifier.isStatic(raw.getModifiers());
		if (inner) {
			problem(path, "is kept as JSON and of the inner class " + raw.getSimpleName() + ": make it static");
		}
		else if (Modifier.isAbstract(raw.getModifiers()) && !isReadable(raw, element)) {
			problem(path,
					"is kept as JSON and of the type " + raw.getSimpleName() + ", which does not say of which class a "
							+ "value is: mark " + raw.getSimpleName() + " @JsonTypeInfo, or register converters");
		}
		else if (this.seen.add(raw)) {
			fields(raw).forEach((field) -> checkField(path, field, type));
		}
	}

	private void checkField(String path, Field field, ResolvableType owner) {
		String name = path + "." + field.getName();
		UnsupportedAnnotations.withinJson(field).forEach((problem) -> problem(name, problem));
		check(name, ResolvableType.forField(field, owner), field);
	}

	private static Stream<Field> fields(Class<?> type) {
		Stream<Field> fields = Stream.of();
		for (Class<?> one = type; one != null && one != Object.class; one = one.getSuperclass()) {
			fields = Stream.concat(fields, Stream.of(one.getDeclaredFields()));
		}
		return fields
			.filter((field) -> !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
			.filter((field) -> !MergedAnnotations.from(field).isPresent(IGNORED));
	}

	private static boolean isReadable(Class<?> type, @Nullable AnnotatedElement element) {
		MergedAnnotations ofType = MergedAnnotations.from(type, MergedAnnotations.SearchStrategy.TYPE_HIERARCHY);
		return READABLE.stream()
			.anyMatch((annotation) -> ofType.isPresent(annotation)
					|| (element != null && MergedAnnotations.from(element).isPresent(annotation)))
				|| Stream.of(type.getDeclaredMethods()).anyMatch(JsonTypes::isCreator);
	}

	private static boolean isCreator(Method method) {
		return Modifier.isStatic(method.getModifiers())
				&& READABLE.stream().anyMatch(MergedAnnotations.from(method)::isPresent);
	}

	private void problem(String path, String text) {
		this.problems.add((path.isEmpty() ? "" : "has '" + path.substring(1) + "', which ") + text);
	}

}
