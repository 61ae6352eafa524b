package io.github.milvusspring.data.convert;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;

import kotlin.jvm.JvmClassMappingKt;
import kotlin.reflect.KFunction;
import kotlin.reflect.KParameter;
import kotlin.reflect.full.KClasses;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.MappingException;

/**
 * The constructor of a Kotlin class that takes the values of value classes in their
 * run-time form. Kotlin hides it behind a constructor that has a marker as its last
 * parameter and whose parameters have no names.
 *
 * @param constructor the constructor
 * @param names the names of its parameters
 */
record KotlinConstructor(Constructor<?> constructor, List<String> names) {

	private static final String MARKER = "kotlin.jvm.internal.DefaultConstructorMarker";

	/**
	 * Finds the constructor that is hidden behind another one.
	 * @param marked a constructor
	 * @return the hidden constructor, {@code null} when the given one has no marker
	 */
	static @Nullable KotlinConstructor behind(Constructor<?> marked) {
		Class<?>[] types = marked.getParameterTypes();
		if (types.length == 0 || !types[types.length - 1].getName().equals(MARKER)) {
			return null;
		}
		Class<?> type = marked.getDeclaringClass();
		KFunction<?> primary = KClasses.getPrimaryConstructor(JvmClassMappingKt.getKotlinClass(type));
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(Arrays.copyOf(types, types.length - 1));
			List<String> names = (primary != null) ? primary.getParameters().stream().map(KParameter::getName).toList()
					: List.of();
			if (names.size() == constructor.getParameterCount()) {
				return new KotlinConstructor(constructor, names);
			}
		}
		catch (NoSuchMethodException ex) {
			// The exception is thrown below.
		}
		throw new MappingException("The constructor of " + type.getName()
				+ " with value classes cannot be called: make it the primary one");
	}

}
