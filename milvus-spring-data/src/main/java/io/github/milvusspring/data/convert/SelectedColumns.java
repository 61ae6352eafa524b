package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.wire.column.Column;
import org.jspecify.annotations.Nullable;

/**
 * The columns of some properties in a fixed order, so that reading a row needs no lookup
 * by name.
 */
final class SelectedColumns {

	private static final MethodHandle COLUMN_AT = MethodHandles.arrayElementGetter(Column[].class);

	private final MilvusPersistentEntity<?> entity;

	private final MilvusJson json;

	private final List<MilvusPersistentProperty> properties;

	private final List<String> fields = new ArrayList<>();

	private final Map<String, Integer> positions = new HashMap<>();

	SelectedColumns(MilvusPersistentEntity<?> entity, List<MilvusPersistentProperty> properties, MilvusJson json) {
		this.entity = entity;
		this.json = json;
		this.properties = List.copyOf(properties);
		for (MilvusPersistentProperty property : properties) {
			this.positions.put(property.getName(), this.fields.size());
			this.fields.add(isDynamic(property) ? DynamicColumn.NAME : property.getFieldName());
		}
	}

	MilvusPersistentEntity<?> entity() {
		return this.entity;
	}

	List<MilvusPersistentProperty> properties() {
		return this.properties;
	}

	/**
	 * Returns the fields to request. The output of a function is not one, because servers
	 * never return it.
	 */
	List<String> outputFields() {
		return this.properties.stream()
			.filter((property) -> isDynamic(property) || !property.getFieldSchema().functionOutput())
			.map(this::field)
			.toList();
	}

	String field(MilvusPersistentProperty property) {
		return this.fields.get(position(property.getName()));
	}

	boolean has(String property) {
		return this.positions.containsKey(property);
	}

	int position(String property) {
		return Objects.requireNonNull(this.positions.get(property));
	}

	private boolean isDynamic(MilvusPersistentProperty property) {
		return property == this.entity.getDynamicProperty();
	}

	/**
	 * Returns the columns in their fixed order.
	 * @param found finds a column by the name of its field
	 */
	@Nullable Column[] columns(Function<String, @Nullable Column> found) {
		@Nullable Column[] columns = new @Nullable Column[this.fields.size()];
		for (int i = 0; i < columns.length; i++) {
			columns[i] = found.apply(this.fields.get(i));
		}
		return columns;
	}

	/** Returns a handle that reads a property: {@code (Column[], int)} to its type. */
	MethodHandle reader(MilvusPersistentProperty property) {
		MethodHandle column = MethodHandles.insertArguments(COLUMN_AT, 1, position(property.getName()));
		MethodHandle read = isDynamic(property) ? DynamicColumn.reader(this.json)
				: ValueDecoders.of(property, this.json);
		return MethodHandles.filterArguments(read, 0, column);
	}

	/**
	 * Returns a handle that reads a property: {@code (Column[], int)} to {@code Object}.
	 */
	MethodHandle objectReader(MilvusPersistentProperty property) {
		return reader(property).asType(MethodType.methodType(Object.class, Column[].class, int.class));
	}

	/** Returns why a property cannot be read, {@code null} when it can. */
	@Nullable Throwable failure(MilvusPersistentProperty property, @Nullable Column[] columns, int row) {
		try {
			Object read = (Object) objectReader(property).invokeExact(columns, row);
			return null;
		}
		catch (Throwable ex) {
			return ex;
		}
	}

	/**
	 * Adapts a handle so that every argument from {@code first} on is read from the same
	 * columns and row.
	 */
	static MethodHandle spread(MethodHandle target, int first, List<MethodHandle> arguments) {
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
