package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

import io.github.milvusspring.data.mapping.MilvusPersistentProperty;

import org.springframework.data.mapping.MappingException;

/**
 * Creates the method handles that read and set properties and call constructors.
 */
final class PropertyHandles {

	private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

	private PropertyHandles() {
	}

	static MethodHandle getter(MilvusPersistentProperty property) {
		try {
			Field field = property.getField();
			if (field != null && !property.usePropertyAccess()) {
				field.setAccessible(true);
				return LOOKUP.unreflectGetter(field);
			}
			Method getter = property.getRequiredGetter();
			getter.setAccessible(true);
			return LOOKUP.unreflect(getter);
		}
		catch (IllegalAccessException | RuntimeException ex) {
			throw new MappingException("Property '" + property.getName() + "' of "
					+ property.getOwner().getType().getName() + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	static MethodHandle setter(MilvusPersistentProperty property) {
		try {
			Field field = property.getField();
			if (field != null && !property.usePropertyAccess()) {
				field.setAccessible(true);
				return LOOKUP.unreflectSetter(field);
			}
			Method setter = property.getRequiredSetter();
			setter.setAccessible(true);
			return LOOKUP.unreflect(setter);
		}
		catch (IllegalAccessException | RuntimeException ex) {
			throw new MappingException("Property '" + property.getName() + "' of "
					+ property.getOwner().getType().getName() + " cannot be set: " + ex.getMessage()
					+ ". Give it a setter or a parameter of the constructor, or mark it @Transient", ex);
		}
	}

	static MethodHandle constructor(Constructor<?> constructor) {
		try {
			constructor.setAccessible(true);
			return LOOKUP.unreflectConstructor(constructor);
		}
		catch (IllegalAccessException | RuntimeException ex) {
			throw new MappingException("Constructor " + constructor + " cannot be called: " + ex.getMessage(), ex);
		}
	}

	static MethodHandle method(Method method) {
		try {
			method.setAccessible(true);
			return LOOKUP.unreflect(method);
		}
		catch (IllegalAccessException | RuntimeException ex) {
			throw new MappingException("Method " + method + " cannot be called: " + ex.getMessage(), ex);
		}
	}

}
