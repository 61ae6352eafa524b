package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.wire.column.Column;
import org.jspecify.annotations.Nullable;

/**
 * Creates instances of a class from columns. One method handle reads the arguments of the
 * constructor and calls it; each remaining property has a method handle that reads and
 * sets it.
 *
 * @param <T> the class
 */
final class EntityReader<T> extends RowsDecoder<T> {

	private final EntityCreator creator;

	private final MethodHandle[] setters;

	private final Map<BitSet, MethodHandle> creatorsWithDefaults = new ConcurrentHashMap<>();

	EntityReader(MilvusPersistentEntity<T> entity, MilvusJson json) {
		super(new SelectedColumns(entity, properties(entity), json), entity.getType());
		this.creator = EntityCreator.of(slots());
		Set<String> created = this.creator.properties();
		this.setters = slots().properties()
			.stream()
			.filter((property) -> !created.contains(property.getName()))
			.map(this::setter)
			.toArray(MethodHandle[]::new);
	}

	private static List<MilvusPersistentProperty> properties(MilvusPersistentEntity<?> entity) {
		List<MilvusPersistentProperty> properties = new ArrayList<>(entity.getProperties());
		MilvusPersistentProperty dynamic = entity.getDynamicProperty();
		if (dynamic != null) {
			properties.add(dynamic);
		}
		return properties;
	}

	private MethodHandle setter(MilvusPersistentProperty property) {
		// A generic class may declare the property with another type.
		MethodHandle reader = slots().reader(property);
		MethodHandle setter = PropertyHandles.setter(property);
		MethodHandle typed = setter.asType(MethodType.methodType(void.class, Object.class, reader.type().returnType()));
		return SelectedColumns.spread(typed, 1, List.of(reader));
	}

	@Override
	@SuppressWarnings("unchecked")
	void read(@Nullable Column[] columns, int rows, List<T> made) throws Throwable {
		MethodHandle create = creator(columns);
		for (int row = 0; row < rows; row++) {
			Object instance = (Object) create.invokeExact(columns, row);
			for (MethodHandle setter : this.setters) {
				setter.invokeExact(instance, columns, row);
			}
			made.add((T) instance);
		}
	}

	private MethodHandle creator(@Nullable Column[] columns) {
		BitSet absent = this.creator.absent(columns);
		return absent.isEmpty() ? this.creator.handle()
				: this.creatorsWithDefaults.computeIfAbsent(absent, this.creator::leavingOut);
	}

}
