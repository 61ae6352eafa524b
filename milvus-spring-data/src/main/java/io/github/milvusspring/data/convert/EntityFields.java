package io.github.milvusspring.data.convert;

import java.lang.reflect.Type;
import java.util.List;

import io.github.milvusspring.data.convert.json.JsonTreeTypes;
import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.FilterFields;
import io.github.milvusspring.data.model.JsonPosition;
import io.github.milvusspring.data.model.TextOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.MappingException;

/**
 * The fields of an entity that filters can name.
 *
 * @param entity the entity
 * @param dynamic the dynamic fields of the entity, {@code null} when it has none
 * @param json writes JSON
 * @param onlyFieldNames whether a field is found only by its own name, and not by the
 * name of its property
 */
record EntityFields(MilvusPersistentEntity<?> entity, @Nullable EntityDynamicFields dynamic, MilvusJson json,
		boolean onlyFieldNames) implements FilterFields {

	@Override
	public @Nullable FieldSchema field(String property) {
		if (this.dynamic != null && this.dynamic.isDynamic(property)) {
			return null;
		}
		return isDynamicProperty(property) ? DynamicColumn.FIELD : require(property).getFieldSchema();
	}

	private boolean isDynamicProperty(String name) {
		return this.dynamic != null
				&& (this.onlyFieldNames ? DynamicColumn.NAME.equals(name) : this.dynamic.isProperty(name));
	}

	private boolean isDeclared(String name) {
		return this.dynamic == null || !(this.dynamic.isDynamic(name) || isDynamicProperty(name));
	}

	private MilvusPersistentProperty require(String name) {
		try {
			MilvusPersistentProperty found = this.entity.requireProperty(name);
			if (!this.onlyFieldNames || found.getFieldName().equals(name)) {
				return found;
			}
		}
		catch (MappingException ex) {
			if (!this.onlyFieldNames) {
				throw new InvalidDataAccessApiUsageException(String.valueOf(ex.getMessage()), ex);
			}
		}
		List<MilvusPersistentProperty> properties = this.entity.getProperties();
		return properties.stream()
			.filter((property) -> property.getFieldName().equals(name))
			.findFirst()
			.orElseThrow(() -> new InvalidDataAccessApiUsageException(
					"Collection '" + this.entity.getCollection().name() + "' has no field '" + name + "'; it has "
							+ properties.stream().map(MilvusPersistentProperty::getFieldName).toList()));
	}

	@Override
	public Object toStored(String property, Object value) {
		if (!isDeclared(property)) {
			return value;
		}
		try {
			return require(property).toStored(value);
		}
		catch (MappingException ex) {
			throw new InvalidDataAccessApiUsageException("A value for '" + property + "' " + ex.getMessage(), ex);
		}
	}

	@Override
	public @Nullable TextOrder textOrder(String property) {
		return isDeclared(property) ? require(property).getTextOrder() : null;
	}

	@Override
	public JsonPosition document(@Nullable String property) {
		if (property == null || !isDeclared(property)) {
			return this.json.document(null);
		}
		MilvusPersistentProperty found = require(property);
		boolean text = found.getFieldSchema().type() != FieldType.JSON || found.getStoredType() == String.class;
		Type type = text ? null : ValueDecoders.storedType(found);
		return ((type != null) ? JsonTreeTypes.jsonOf(type, this.json) : this.json).document(type);
	}

	@Override
	public FilterFields byFieldName() {
		return new EntityFields(this.entity, this.dynamic, this.json, true);
	}

}
