package io.github.milvusspring.data.mapping;

import java.lang.reflect.Field;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Nullness;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.domain.Vector;
import org.springframework.data.mapping.MappingException;
import org.springframework.util.ClassUtils;

/**
 * What one property becomes in Milvus, with everything that is wrong with it.
 */
final class PropertyMapping {

	private static final int LONGEST_TEXT = 65_535;

	private static final int LARGEST_ARRAY = 4_096;

	private static final int LARGEST_DIMENSION = 32_768;

	private static final Map<Class<?>, FieldType> SCALARS = Map.of(Boolean.class, FieldType.BOOL, Byte.class,
			FieldType.INT8, Short.class, FieldType.INT16, Integer.class, FieldType.INT32, Long.class, FieldType.INT64,
			Float.class, FieldType.FLOAT, Double.class, FieldType.DOUBLE, String.class, FieldType.VARCHAR);

	private final MilvusPersistentProperty property;

	private final List<String> problems = new ArrayList<>();

	private final @Nullable MilvusField annotation;

	private final @Nullable VectorField vector;

	private @Nullable FieldSchema field;

	private PropertyMapping(MilvusPersistentProperty property) {
		this.property = property;
		this.annotation = property.findAnnotation(MilvusField.class);
		this.vector = property.findAnnotation(VectorField.class);
	}

	static PropertyMapping of(MilvusPersistentProperty property) {
		PropertyMapping mapping = new PropertyMapping(property);
		mapping.field = mapping.map();
		return mapping;
	}

	static String fieldName(MilvusPersistentProperty property) {
		VectorField vector = property.findAnnotation(VectorField.class);
		MilvusField field = property.findAnnotation(MilvusField.class);
		String name = (vector != null) ? vector.name() : (field != null) ? field.name() : "";
		return name.isEmpty() ? property.getName() : name;
	}

	List<String> problems() {
		return this.problems;
	}

	FieldSchema field() {
		if (this.field == null) {
			throw new MappingException(String.join("\n", this.problems));
		}
		return this.field;
	}

	private @Nullable FieldSchema map() {
		String name = fieldName(this.property);
		String illegal = MilvusNames.problemOf("field", name);
		if (illegal != null) {
			problem("has the " + illegal);
		}
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(this.property.getType());
		FieldType fieldType = (this.vector != null) ? vectorType(this.vector, type) : fieldType(type);
		if (fieldType == null) {
			return null;
		}
		FieldType elementType = (fieldType == FieldType.ARRAY) ? elementType() : null;
		boolean text = fieldType == FieldType.VARCHAR || elementType == FieldType.VARCHAR;
		int maxLength = text ? maxLength() : 0;
		int maxCapacity = (fieldType == FieldType.ARRAY) ? maxCapacity() : 0;
		boolean key = this.property.isIdProperty();
		boolean autoId = this.property.isAnnotationPresent(AutoId.class);
		boolean partitionKey = this.property.isAnnotationPresent(PartitionKey.class);
		checkKeys(fieldType, key, autoId, partitionKey);
		if (!this.problems.isEmpty()) {
			return null;
		}
		int dimension = (this.vector != null) ? this.vector.dimension() : 0;
		Metric metric = (this.vector != null) ? this.vector.metric() : null;
		boolean nullable = isNullable() && !key;
		return FieldSchema.of(name, fieldType)
			.elementType(elementType)
			.dimension(dimension)
			.metric(metric)
			.maxLength(maxLength)
			.maxCapacity(maxCapacity)
			.nullable(nullable)
			.primaryKey(key)
			.autoId(autoId)
			.partitionKey(partitionKey)
			.build();
	}

	private FieldType vectorType(VectorField vector, Class<?> type) {
		if (type != float[].class) {
			problem("is a @VectorField of type " + type.getSimpleName() + ": write float[]");
		}
		if (vector.dimension() < 2 || vector.dimension() > LARGEST_DIMENSION) {
			problem("has the dimension " + vector.dimension() + ": write a dimension from 2 to " + LARGEST_DIMENSION);
		}
		if (this.annotation != null) {
			problem("has both @VectorField and @MilvusField: keep @VectorField alone");
		}
		if (declaredNullable() && !this.property.isAnnotationPresent(TextEmbeddingFunction.class)) {
			problem("is a @VectorField and @Nullable: Milvus needs a vector in every row");
		}
		return FieldType.FLOAT_VECTOR;
	}

	private @Nullable FieldType fieldType(Class<?> type) {
		FieldType scalar = scalar(type);
		if (scalar != null) {
			return scalar;
		}
		if (type == float[].class || Vector.class.isAssignableFrom(type)) {
			return problem("holds floats but has no @VectorField: write @VectorField(dimension = …) float[] "
					+ this.property.getName());
		}
		if (type.isArray()) {
			return problem("is of type " + type.getSimpleName() + ": write List<"
					+ ClassUtils.resolvePrimitiveIfNecessary(type.getComponentType()).getSimpleName() + ">");
		}
		if (Collection.class.isAssignableFrom(type)) {
			return listType(type);
		}
		return isObject(type) ? FieldType.JSON : unsupported(type);
	}

	private @Nullable FieldType listType(Class<?> type) {
		if (type != List.class && type != Collection.class) {
			return problem("is of type " + type.getSimpleName() + ": write List");
		}
		TypeInformation<?> element = this.property.getTypeInformation().getComponentType();
		if (element == null || element.getType() == Object.class) {
			return problem("is a list of an unknown type: write what it holds, for example List<String>");
		}
		if (scalar(element.getType()) != null) {
			return FieldType.ARRAY;
		}
		return isObject(element.getType()) ? FieldType.JSON : unsupported(element.getType());
	}

	private static @Nullable FieldType scalar(Class<?> type) {
		return type.isEnum() ? FieldType.VARCHAR : SCALARS.get(ClassUtils.resolvePrimitiveIfNecessary(type));
	}

	// A class of the JDK has no obvious JSON form that a filter could use.
	private static boolean isObject(Class<?> type) {
		return Map.class.isAssignableFrom(type)
				|| (!type.isArray() && !type.isInterface() && !type.getName().startsWith("java."));
	}

	private @Nullable FieldType unsupported(Class<?> type) {
		String advice;
		if (type == Character.class || type == UUID.class || CharSequence.class.isAssignableFrom(type)) {
			advice = "String";
		}
		else if (TemporalAccessor.class.isAssignableFrom(type) || TemporalAmount.class.isAssignableFrom(type)
				|| Date.class.isAssignableFrom(type)) {
			advice = "long with the milliseconds, or String with the ISO text";
		}
		else if (Number.class.isAssignableFrom(type)) {
			advice = "long, double or String";
		}
		else {
			advice = "String, a number, boolean, an enum, List, Map, or a record of your own (kept as JSON)";
		}
		return problem("is of type " + type.getSimpleName() + ", which has no Milvus field type: write " + advice
				+ ", or mark the property @Transient");
	}

	private @Nullable FieldType elementType() {
		TypeInformation<?> element = this.property.getTypeInformation().getComponentType();
		return (element != null) ? scalar(element.getType()) : null;
	}

	private int maxLength() {
		int length = (this.annotation != null) ? this.annotation.maxLength() : LONGEST_TEXT;
		if (length < 1 || length > LONGEST_TEXT) {
			problem("has the maxLength " + length + ": write a length from 1 to " + LONGEST_TEXT);
		}
		return length;
	}

	private int maxCapacity() {
		int capacity = (this.annotation != null) ? this.annotation.maxCapacity() : LARGEST_ARRAY;
		if (capacity < 1 || capacity > LARGEST_ARRAY) {
			problem("has the maxCapacity " + capacity + ": write a capacity from 1 to " + LARGEST_ARRAY);
		}
		return capacity;
	}

	private void checkKeys(FieldType fieldType, boolean key, boolean autoId, boolean partitionKey) {
		Class<?> type = this.property.getType();
		boolean keyType = fieldType == FieldType.INT64 || type == String.class;
		if (key && !keyType) {
			problem("is the @Id of type " + type.getSimpleName() + ": write Long or String");
		}
		if (autoId && (!key || type != Long.class)) {
			problem("has @AutoId: write @Id @AutoId Long " + this.property.getName()
					+ ", which is null until Milvus has given the key");
		}
		if (partitionKey && (key || !keyType)) {
			problem("is the @PartitionKey: write a long or String property that is not the @Id");
		}
		if (partitionKey && isNullable()) {
			problem("is the @PartitionKey and nullable: Milvus needs a value in every row");
		}
	}

	private boolean isNullable() {
		return !this.property.getType().isPrimitive()
				&& ((this.annotation != null && this.annotation.nullable()) || declaredNullable());
	}

	private boolean declaredNullable() {
		Field javaField = this.property.getField();
		return javaField != null && Nullness.forField(javaField) == Nullness.NULLABLE;
	}

	private @Nullable FieldType problem(String text) {
		this.problems.add("property '" + this.property.getName() + "' " + text);
		return null;
	}

}
