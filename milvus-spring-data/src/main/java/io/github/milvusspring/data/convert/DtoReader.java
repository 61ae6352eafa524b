package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.wire.column.Column;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.MappingException;

/**
 * Creates objects of a class whose constructor takes some properties of an entity.
 *
 * @param <R> the class
 */
final class DtoReader<R> extends RowsDecoder<R> {

	private final MethodHandle creator;

	DtoReader(SelectedColumns slots, Constructor<?> constructor) {
		super(slots, constructor.getDeclaringClass());
		MethodHandle target = PropertyHandles.constructor(constructor);
		List<MethodHandle> arguments = new ArrayList<>();
		for (int i = 0; i < target.type().parameterCount(); i++) {
			arguments.add(argument(slots.properties().get(i), target.type().parameterType(i)));
		}
		this.creator = SelectedColumns.spread(target, 0, arguments)
			.asType(MethodType.methodType(Object.class, Column[].class, int.class));
	}

	private MethodHandle argument(MilvusPersistentProperty property, Class<?> type) {
		MethodHandle reader = slots().reader(property);
		if (type.isPrimitive() && !reader.type().returnType().isPrimitive()) {
			MethodHandle required = MethodHandles.insertArguments(REQUIRED, 0, property.getName(), type);
			reader = MethodHandles.filterReturnValue(reader.asType(reader.type().changeReturnType(Object.class)),
					required);
		}
		return MethodHandles.explicitCastArguments(reader, reader.type().changeReturnType(type));
	}

	private static final MethodHandle REQUIRED = required();

	private static MethodHandle required() {
		try {
			return MethodHandles.lookup()
				.findStatic(DtoReader.class, "required",
						MethodType.methodType(Object.class, String.class, Class.class, Object.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Object required(String property, Class<?> type, @Nullable Object value) {
		if (value == null) {
			throw new MappingException("property '" + property + "' is null there, and the constructor takes a " + type
					+ ": take a type that can be null");
		}
		return value;
	}

	@Override
	@SuppressWarnings("unchecked")
	void read(@Nullable Column[] columns, int rows, List<R> made) throws Throwable {
		for (int row = 0; row < rows; row++) {
			made.add((R) (Object) this.creator.invokeExact(columns, row));
		}
	}

}
