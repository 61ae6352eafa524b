package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.Columns;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.FactoryMethod;
import org.springframework.data.mapping.InstanceCreatorMetadata;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.Parameter;
import org.springframework.data.mapping.PreferredConstructor;
import org.springframework.util.ReflectionUtils;

/**
 * Makes instances straight from columns: one method handle calls the constructor with
 * every argument read in place, and one more sets each other property.
 *
 * @param <T> the class
 */
final class EntityReader<T> {

	private static final MethodHandle COLUMN_AT = MethodHandles.arrayElementGetter(Column[].class);

	private final MilvusPersistentEntity<T> entity;

	private final MilvusJson json;

	private final Map<String, Integer> slots = new HashMap<>();

	private final String[] fieldNames;

	private final MethodHandle creator;

	private final MethodHandle[] setters;

	private final List<MilvusPersistentProperty> parameters = new ArrayList<>();

	private final @Nullable KotlinDefaults defaults;

	private final Map<BitSet, MethodHandle> creatorsWithDefaults = new ConcurrentHashMap<>();

	EntityReader(MilvusPersistentEntity<T> entity, MilvusJson json) {
		this.entity = entity;
		this.json = json;
		List<MilvusPersistentProperty> properties = new ArrayList<>(entity.getProperties());
		MilvusPersistentProperty dynamic = entity.getDynamicProperty();
		if (dynamic != null) {
			properties.add(dynamic);
		}
		this.fieldNames = new String[properties.size()];
		for (int i = 0; i < this.fieldNames.length; i++) {
			this.slots.put(properties.get(i).getName(), i);
			this.fieldNames[i] = (properties.get(i) == dynamic) ? DynamicColumn.NAME : properties.get(i).getFieldName();
		}
		Set<String> created = new HashSet<>();
		this.creator = creator(created);
		InstanceCreatorMetadata<MilvusPersistentProperty> metadata = entity.getInstanceCreatorMetadata();
		this.defaults = (metadata instanceof PreferredConstructor<?, ?> constructor)
				? KotlinDefaults.of(constructor.getConstructor()) : null;
		this.setters = properties.stream()
			.filter((property) -> !created.contains(property.getName()))
			.map(this::setter)
			.toArray(MethodHandle[]::new);
	}

	List<T> read(Columns columns) {
		@Nullable Column[] slots = new @Nullable Column[this.fieldNames.length];
		for (int i = 0; i < slots.length; i++) {
			slots[i] = columns.find(this.fieldNames[i]);
		}
		return read(slots, columns.rows());
	}

	/** Reads columns whose names are said apart from them. */
	List<T> read(List<String> names, List<Column> columns, int rows) {
		@Nullable Column[] slots = new @Nullable Column[this.fieldNames.length];
		for (int i = 0; i < slots.length; i++) {
			int found = names.indexOf(this.fieldNames[i]);
			slots[i] = (found >= 0) ? columns.get(found) : null;
		}
		return read(slots, rows);
	}

	@SuppressWarnings("unchecked")
	private List<T> read(@Nullable Column[] slots, int rows) {
		MethodHandle create = creator(slots);
		List<T> instances = new ArrayList<>(rows);
		try {
			for (int row = 0; row < rows; row++) {
				Object instance = (Object) create.invokeExact(slots, row);
				for (MethodHandle setter : this.setters) {
					setter.invokeExact(instance, slots, row);
				}
				instances.add((T) instance);
			}
		}
		catch (Throwable ex) {
			ReflectionUtils.rethrowRuntimeException(ex);
		}
		return instances;
	}

	// What was not asked for has the default value of its parameter, where Kotlin gives
	// one.
	private MethodHandle creator(@Nullable Column[] slots) {
		KotlinDefaults withDefaults = this.defaults;
		if (withDefaults == null) {
			return this.creator;
		}
		BitSet absent = new BitSet();
		for (int i = 0; i < this.parameters.size(); i++) {
			int slot = Objects.requireNonNull(this.slots.get(this.parameters.get(i).getName()));
			absent.set(i, slots[slot] == null);
		}
		return absent.isEmpty() ? this.creator : this.creatorsWithDefaults.computeIfAbsent(absent,
				(missing) -> creator(withDefaults.leavingOut(missing)));
	}

	private MethodHandle creator(MethodHandle target) {
		List<MethodHandle> arguments = this.parameters.stream().map(this::reader).toList();
		return spread(target, 0, arguments).asType(MethodType.methodType(Object.class, Column[].class, int.class));
	}

	private MethodHandle creator(Set<String> created) {
		InstanceCreatorMetadata<MilvusPersistentProperty> metadata = this.entity.getInstanceCreatorMetadata();
		MethodHandle target;
		if (metadata instanceof PreferredConstructor<?, ?> constructor) {
			target = PropertyHandles.constructor(constructor.getConstructor());
		}
		else if (metadata instanceof FactoryMethod<?, ?> factory) {
			target = PropertyHandles.method(factory.getFactoryMethod());
		}
		else {
			throw new MappingException(this.entity.getType().getName()
					+ " has no constructor to use: mark one with @PersistenceCreator, or add one without parameters");
		}
		for (Parameter<?, MilvusPersistentProperty> parameter : metadata.getParameters()) {
			String name = parameter.getName();
			if (name == null || !this.slots.containsKey(name)) {
				throw new MappingException(
						"Parameter '" + name + "' of the constructor of " + this.entity.getType().getName()
								+ " is no property: give it the name of one, and compile with -parameters");
			}
			created.add(name);
			this.parameters.add(this.entity.getRequiredPersistentProperty(name));
		}
		return creator(target);
	}

	private MethodHandle setter(MilvusPersistentProperty property) {
		MethodHandle setter = spread(PropertyHandles.setter(property), 1, List.of(reader(property)));
		return setter.asType(MethodType.methodType(void.class, Object.class, Column[].class, int.class));
	}

	/** Reads a property: {@code (Column[], int)} to its type. */
	private MethodHandle reader(MilvusPersistentProperty property) {
		MethodHandle column = MethodHandles.insertArguments(COLUMN_AT, 1, this.slots.get(property.getName()));
		boolean dynamic = property == this.entity.getDynamicProperty();
		MethodHandle read = dynamic ? DynamicColumn.reader(this.json) : ColumnReads.of(property, this.json);
		return MethodHandles.filterArguments(read, 0, column);
	}

	/** Has every argument from {@code first} on read from the same columns and row. */
	private static MethodHandle spread(MethodHandle target, int first, List<MethodHandle> arguments) {
		MethodHandle result = target;
		List<Class<?>> types = new ArrayList<>(target.type().parameterList().subList(0, first));
		types.add(Column[].class);
		types.add(int.class);
		int[] order = new int[first + 2 * arguments.size()];
		for (int i = 0; i < first; i++) {
			order[i] = i;
		}
		for (int i = arguments.size() - 1; i >= 0; i--) {
			result = MethodHandles.collectArguments(result, first + i, arguments.get(i));
			order[first + 2 * i] = first;
			order[first + 2 * i + 1] = first + 1;
		}
		return MethodHandles.permuteArguments(result, MethodType.methodType(target.type().returnType(), types), order);
	}

}
