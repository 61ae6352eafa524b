package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.milvusspring.data.convert.json.JsonFormat;
import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.MilvusNames;
import io.github.milvusspring.data.wire.column.Column;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.util.ReflectionUtils;

/**
 * The property of an entity that holds the dynamic fields, which the collection does not
 * declare.
 */
final class EntityDynamicFields {

	private final String property;

	private final MethodHandle getter;

	private final Set<String> declared = new HashSet<>();

	private final JsonFormat format;

	private EntityDynamicFields(MilvusPersistentEntity<?> entity, MilvusPersistentProperty property, MilvusJson json) {
		this.property = property.getName();
		this.getter = PropertyHandles.getter(property).asType(MethodType.methodType(Object.class, Object.class));
		this.format = DynamicColumn.format(json);
		entity.getCollection().fields().stream().map(FieldSchema::name).forEach(this.declared::add);
		entity.getProperties().stream().map(MilvusPersistentProperty::getName).forEach(this.declared::add);
	}

	static @Nullable EntityDynamicFields of(MilvusPersistentEntity<?> entity, MilvusJson json) {
		MilvusPersistentProperty property = entity.getDynamicProperty();
		return (property != null) ? new EntityDynamicFields(entity, property, json) : null;
	}

	/**
	 * Returns the part of a name after its last dot, such as {@code key} for
	 * {@code extra.key}; a name without a dot is returned unchanged.
	 */
	static String key(String name) {
		return name.substring(name.lastIndexOf('.') + 1);
	}

	boolean isProperty(String name) {
		return this.property.equals(name) || DynamicColumn.NAME.equals(name);
	}

	boolean isDynamic(String name) {
		String key = name.startsWith(this.property + ".") ? name.substring(this.property.length() + 1) : name;
		return !isProperty(name) && !this.declared.contains(key) && MilvusNames.problemOf("dynamic field", key) == null;
	}

	Column encode(List<?> rows) {
		List<Map<String, Object>> documents = new ArrayList<>(rows.size());
		for (int i = 0; i < rows.size(); i++) {
			Map<String, Object> fields = of(rows.get(i));
			check(i, fields.keySet());
			documents.add(fields);
		}
		return DynamicColumn.of(documents, this.format);
	}

	// A chosen key that the row lacks is written as null.
	@SuppressWarnings("NullAway")
	Column encode(List<?> rows, Collection<String> keys) {
		List<Map<String, Object>> documents = new ArrayList<>(rows.size());
		for (Object row : rows) {
			Map<String, Object> fields = of(row);
			Map<String, Object> chosen = new LinkedHashMap<>();
			keys.forEach((key) -> chosen.put(key, fields.get(key)));
			documents.add(chosen);
		}
		return DynamicColumn.of(documents, this.format);
	}

	@SuppressWarnings("unchecked")
	Map<String, Object> of(Object row) {
		Object fields = null;
		try {
			fields = (Object) this.getter.invokeExact(row);
		}
		catch (Throwable ex) {
			ReflectionUtils.rethrowRuntimeException(ex);
		}
		return (fields != null) ? (Map<String, Object>) fields : Map.of();
	}

	private void check(int row, Set<String> keys) {
		for (String key : keys) {
			if (key == null || key.isEmpty() || this.declared.contains(key)) {
				throw new DataIntegrityViolationException("The dynamic fields of row "
						+ row + " have the key '" + key + "', " + (this.declared.contains(key)
								? "which is a property or field of its own: set that" : "which is no name")
						+ ". Nothing was written");
			}
		}
	}

}
