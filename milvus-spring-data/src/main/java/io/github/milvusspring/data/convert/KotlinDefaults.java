package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The constructor that Kotlin adds to a class whose parameters have default values. It
 * takes bit masks with a bit for each parameter that is left out.
 *
 * @param constructor the constructor, with the bit masks and a marker after the
 * parameters
 * @param parameters the number of parameters
 */
record KotlinDefaults(MethodHandle constructor, int parameters) {

	private static final String MARKER = "kotlin.jvm.internal.DefaultConstructorMarker";

	/**
	 * Finds the constructor.
	 * @param constructor the constructor without default values
	 * @return the constructor with default values, {@code null} when no parameter has a
	 * default value
	 */
	static @Nullable KotlinDefaults of(Constructor<?> constructor) {
		int parameters = constructor.getParameterCount();
		for (Constructor<?> candidate : constructor.getDeclaringClass().getDeclaredConstructors()) {
			Class<?>[] types = candidate.getParameterTypes();
			boolean marked = candidate.isSynthetic() && types.length == parameters + words(parameters) + 1
					&& types[types.length - 1].getName().equals(MARKER);
			if (marked && Arrays.equals(types, 0, parameters, constructor.getParameterTypes(), 0, parameters)) {
				return new KotlinDefaults(PropertyHandles.constructor(candidate), parameters);
			}
		}
		return null;
	}

	private static int words(int parameters) {
		return (parameters + Integer.SIZE - 1) / Integer.SIZE;
	}

	/**
	 * Returns a handle that uses the default values of some parameters and ignores their
	 * arguments; a parameter without a default value takes its argument.
	 * @param absent the parameters that are left out
	 * @return a handle with the parameters of the constructor without default values
	 */
	MethodHandle leavingOut(BitSet absent) {
		List<@Nullable Object> rest = new ArrayList<>();
		for (int word = 0; word < words(this.parameters); word++) {
			int bits = 0;
			for (int bit = 0; bit < Integer.SIZE; bit++) {
				bits |= absent.get(word * Integer.SIZE + bit) ? 1 << bit : 0;
			}
			rest.add(bits);
		}
		rest.add(null);
		return MethodHandles.insertArguments(this.constructor, this.parameters, rest.toArray());
	}

}
