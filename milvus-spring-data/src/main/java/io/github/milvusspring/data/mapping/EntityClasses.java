package io.github.milvusspring.data.mapping;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.data.annotation.Transient;

/**
 * Decides which class of a class hierarchy determines how instances are stored.
 */
final class EntityClasses {

	private EntityClasses() {
	}

	/**
	 * Finds the class that names the collection. A class that is not itself annotated
	 * with {@code @MilvusEntity} is stored as the entity class that it extends.
	 * @param type an entity class
	 * @return the class itself, or the entity class that it extends
	 */
	static Class<?> named(Class<?> type) {
		for (Class<?> one = type; one != null; one = one.getSuperclass()) {
			if (AnnotatedElementUtils.isAnnotated(one, MilvusEntity.class) && isDeclared(one)) {
				return Modifier.isAbstract(one.getModifiers()) ? type : one;
			}
		}
		return type;
	}

	private static boolean isDeclared(Class<?> type) {
		return MergedAnnotations.from(type, MergedAnnotations.SearchStrategy.DIRECT).isPresent(MilvusEntity.class);
	}

	/**
	 * Finds the entity class as which an instance is written.
	 * @param type the class of an instance
	 * @return the entity class that it extends without adding a property; otherwise the
	 * class itself
	 */
	static Class<?> written(Class<?> type) {
		Class<?> named = named(type);
		for (Class<?> one = type; one != null && one != named; one = one.getSuperclass()) {
			if (Stream.of(one.getDeclaredFields()).anyMatch(EntityClasses::isKept)) {
				return type;
			}
		}
		return named;
	}

	/**
	 * Checks whether rows can be read as instances of a class.
	 * @return the reason why not, {@code null} when they can
	 */
	static @Nullable String problemOf(Class<?> type) {
		Class<?> named = named(type);
		if (named != type && written(type) == type) {
			return "extends the entity " + named.getName() + " by properties, and has no @MilvusEntity of its own: add "
					+ "one that names another collection";
		}
		if (type.isInterface()) {
			return "is an interface, and rows become instances of a class: write a class or record";
		}
		if (Modifier.isAbstract(type.getModifiers())) {
			return "is abstract, and rows become instances of it: put @MilvusEntity on the classes that extend it";
		}
		Class<?> outer = type.getEnclosingClass();
		boolean inner = outer != null && !Modifier.isStatic(type.getModifiers())
				&& Stream.of(type.getDeclaredConstructors())
					.anyMatch((one) -> one.getParameterCount() > 0 && one.getParameterTypes()[0] == outer);
		return inner ? "is an inner class, which cannot be made without an instance of " + outer.getSimpleName()
				+ ": make it static" : null;
	}

	private static boolean isKept(Field field) {
		return !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()
				&& !MergedAnnotations.from(field).isPresent(Transient.class);
	}

}
