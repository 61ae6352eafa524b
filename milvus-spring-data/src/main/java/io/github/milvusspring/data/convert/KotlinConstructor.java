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
 * The constructor that takes the values of value classes as what they are at run time.
 * Kotlin hides it behind one with a marker at its end, whose parameters have no names.
 *
 * @param constructor the constructor
 * @param names the names of its parameters
 */
record KotlinConstructor(Constructor<?> constructor, List<String> names) {

	private static final String MARKER = "kotlin.jvm.internal.DefaultConstructorMarker";

	/**
	 * Finds the constructor behind another one.
	 * @param marked a constructor
	 * @return the one behind it, {@code null} when it has no marker
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
			// Told below.
		}
		throw new MappingException("The constructor of " + type.getName()
				+ " with value classes cannot be called: make it the primary one");
	}

}
