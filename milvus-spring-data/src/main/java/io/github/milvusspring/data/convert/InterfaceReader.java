package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.wire.column.Column;
import org.jspecify.annotations.Nullable;

import org.springframework.data.projection.ProjectionFactory;

/**
 * Creates objects of an interface that exposes some properties of an entity.
 *
 * @param <R> the interface
 */
final class InterfaceReader<R> extends RowsDecoder<R> {

	private final Class<R> type;

	private final ProjectionFactory factory;

	private final String[] names;

	private final MethodHandle[] readers;

	InterfaceReader(SelectedColumns slots, Class<R> type, ProjectionFactory factory) {
		super(slots, type);
		this.type = type;
		this.factory = factory;
		this.names = slots.properties().stream().map((property) -> property.getName()).toArray(String[]::new);
		this.readers = slots.properties().stream().map(slots::objectReader).toArray(MethodHandle[]::new);
	}

	@Override
	void read(@Nullable Column[] columns, int rows, List<R> made) throws Throwable {
		for (int row = 0; row < rows; row++) {
			Map<String, @Nullable Object> values = new LinkedHashMap<>();
			for (int i = 0; i < this.names.length; i++) {
				values.put(this.names[i], (Object) this.readers[i].invokeExact(columns, row));
			}
			made.add(this.factory.createProjection(this.type, values));
		}
	}

}
