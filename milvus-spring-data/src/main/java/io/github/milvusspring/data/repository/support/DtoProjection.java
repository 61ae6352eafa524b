package io.github.milvusspring.data.repository.support;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.List;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.mapping.PreferredConstructor;
import org.springframework.data.mapping.model.PreferredConstructorDiscoverer;
import org.springframework.util.ClassUtils;

/**
 * Makes objects of a class of the properties of rows that its constructor names.
 */
final class DtoProjection implements Projection.RowProjection {

	private final MilvusPersistentEntity<?> entity;

	private final MilvusPersistentProperty[] properties;

	private final MethodHandle constructor;

	DtoProjection(Class<?> type, MilvusPersistentEntity<?> entity, List<String> names) {
		PreferredConstructor<?, ?> preferred = PreferredConstructorDiscoverer.discover(type);
		if (preferred == null || preferred.getParameterCount() != names.size()) {
			throw new IllegalArgumentException("returns " + type.getSimpleName()
					+ ", whose constructor does not say which properties it takes: keep one, or write a record");
		}
		this.entity = entity;
		this.properties = names.stream()
			.map(entity::getRequiredPersistentProperty)
			.toArray(MilvusPersistentProperty[]::new);
		checkTypes(type, preferred.getConstructor());
		this.constructor = handle(preferred.getConstructor());
	}

	private void checkTypes(Class<?> type, Constructor<?> constructor) {
		for (int i = 0; i < this.properties.length; i++) {
			Class<?> wanted = constructor.getParameterTypes()[i];
			if (!ClassUtils.isAssignable(wanted, this.properties[i].getType())) {
				throw new IllegalArgumentException("returns " + type.getSimpleName() + " with '"
						+ this.properties[i].getName() + "' of type " + wanted.getSimpleName() + ", which is of type "
						+ this.properties[i].getType().getSimpleName() + " in "
						+ this.entity.getType().getSimpleName());
			}
		}
	}

	private static MethodHandle handle(Constructor<?> constructor) {
		try {
			constructor.setAccessible(true);
			int count = constructor.getParameterCount();
			MethodHandle handle = MethodHandles.lookup().unreflectConstructor(constructor);
			return handle.asSpreader(Object[].class, count)
				.asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
		}
		catch (IllegalAccessException | RuntimeException ex) {
			throw new IllegalArgumentException(
					"returns " + constructor.getDeclaringClass().getSimpleName() + ", which cannot be made: " + ex, ex);
		}
	}

	@Override
	public Object project(Object row) throws Throwable {
		PersistentPropertyAccessor<?> accessor = this.entity.getPropertyAccessor(row);
		@Nullable Object[] values = new @Nullable Object[this.properties.length];
		for (int i = 0; i < values.length; i++) {
			values[i] = accessor.getProperty(this.properties[i]);
		}
		return this.constructor.invokeExact(values);
	}

}
