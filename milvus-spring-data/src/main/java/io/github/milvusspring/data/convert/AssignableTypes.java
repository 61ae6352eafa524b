package io.github.milvusspring.data.convert;

import java.util.List;

import org.springframework.util.ClassUtils;

/**
 * Tells which Java types accept the values of other types.
 */
final class AssignableTypes {

	private static final List<Class<?>> NUMBERS = List.of(Byte.class, Short.class, Integer.class, Long.class,
			Float.class, Double.class);

	private AssignableTypes() {
	}

	/**
	 * Tells whether a variable of one type accepts the values of another type that are
	 * not null.
	 * @param variable the type of a parameter
	 * @param value the type of the value
	 */
	static boolean takes(Class<?> variable, Class<?> value) {
		int to = variable.isPrimitive() ? NUMBERS.indexOf(ClassUtils.resolvePrimitiveIfNecessary(variable)) : -1;
		int from = value.isPrimitive() ? NUMBERS.indexOf(ClassUtils.resolvePrimitiveIfNecessary(value)) : -1;
		return ClassUtils.isAssignable(variable, value) || (from >= 0 && from <= to);
	}

}
