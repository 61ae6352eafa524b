package io.github.milvusspring.data.mapping;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.mapping.type.DefaultValues;
import io.github.milvusspring.data.mapping.type.MappedType;
import io.github.milvusspring.data.mapping.type.ScalarTypes;
import io.github.milvusspring.data.mapping.type.ValueConversion;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.MilvusNames;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Nullness;
import org.springframework.data.mapping.MappingException;

/**
 * Maps one property to its Milvus field, and collects the problems with it.
 */
final class PropertyMapping {

	private static final int LONGEST_TEXT = 65_535;

	private static final int LARGEST_ARRAY = 4_096;

	private final MilvusPersistentProperty property;

	private final MilvusMappingContext context;

	private final boolean inStruct;

	private final Problems problems;

	private final FieldOptions options;

	private final @Nullable MilvusField annotation;

	private final @Nullable VectorField vector;

	private final @Nullable StructArray structs;

	private @Nullable MappedType type;

	private @Nullable FieldSchema field;

	private PropertyMapping(MilvusPersistentProperty property, MilvusMappingContext context, boolean inStruct) {
		this.property = property;
		this.problems = new Problems().of(property);
		this.context = context;
		this.inStruct = inStruct;
		this.options = FieldOptions.of(property);
		this.annotation = property.findAnnotation(MilvusField.class);
		this.vector = property.findAnnotation(VectorField.class);
		this.structs = property.findAnnotation(StructArray.class);
	}

	static PropertyMapping of(MilvusPersistentProperty property) {
		return ((BasicMilvusPersistentProperty) property).mapping();
	}

	static PropertyMapping of(MilvusPersistentProperty property, MilvusMappingContext context, boolean inStruct) {
		PropertyMapping mapping = new PropertyMapping(property, context, inStruct);
		mapping.field = mapping.map();
		return mapping;
	}

	static String fieldName(MilvusPersistentProperty property) {
		String name = FieldOptions.of(property).name();
		return name.isEmpty() ? property.getName() : name;
	}

	List<String> problems() {
		return this.problems.texts();
	}

	FieldSchema field() {
		if (this.field == null) {
			throw new MappingException(String.join("\n", problems()));
		}
		return this.field;
	}

	MappedType type() {
		if (this.type == null) {
			throw new MappingException(String.join("\n", problems()));
		}
		return this.type;
	}

	private @Nullable FieldSchema map() {
		String name = fieldName(this.property);
		String illegal = MilvusNames.problemOf("field", name);
		if (illegal != null) {
			problem("has the " + illegal);
		}
		if (this.vector != null && this.annotation != null) {
			problem("has both @VectorField and @MilvusField: keep @VectorField alone");
		}
		if (this.structs != null && (this.vector != null || this.annotation != null)) {
			problem("has @StructArray and another annotation of a field: keep @StructArray alone");
		}
		if (this.options.types().size() > 1) {
			problem("has several types, " + this.options.types() + ": keep one");
		}
		this.problems.addAll(UnsupportedAnnotations.of(this.property));
		if (this.property.getName().endsWith("$delegate")) {
			problem("is the delegate of a Kotlin property, which is no value: mark that property @delegate:Transient");
			return null;
		}
		MappedType mapped = mappedType();
		if (mapped == null) {
			return null;
		}
		this.problems.addAll(UnusedAttributes.problems(this.property, mapped, this.options));
		if (mapped.type() == FieldType.JSON && mapped.conversion() == null) {
			Field javaField = this.property.getField();
			JsonTypes.check(this.property.getResolvableType(),
					(javaField != null) ? javaField : this.property.getGetter(), this.problems);
		}
		FieldSchema.Builder field = FieldSchema.of(name, mapped.type())
			.description(this.options.description())
			.elementType(mapped.elementType())
			.properties(this.options.properties(this.problems));
		sizes(field, mapped);
		keys(field, mapped);
		if (this.vector != null) {
			field.dimension(this.vector.dimension())
				.metric(new VectorTypeRules(this.vector, this.problems).metric(mapped.type(), this.inStruct));
		}
		if (this.annotation != null && this.annotation.defaultValue().length > 0) {
			field.defaultValue(defaultValue(this.annotation.defaultValue(), mapped, field.build().maxLength()));
		}
		if (!this.problems.isEmpty()) {
			return null;
		}
		this.type = mapped;
		return field.build();
	}

	private @Nullable MappedType mappedType() {
		PropertyConversions conversions = this.context.conversions();
		if (this.structs != null) {
			return this.inStruct ? refuse("is an array of structs within a struct, which Milvus does not have")
					: structType();
		}
		ValueConversion named = conversions.of(this.property);
		return (this.vector != null)
				? new VectorTypeRules(this.vector, this.problems).map(this.property.getTypeInformation(),
						(named != null) ? named : conversions.of(this.property.getType()))
				: new ScalarTypeRules(conversions, this.options.type(), this.inStruct, this.problems)
					.map(this.property.getTypeInformation(), named);
	}

	private @Nullable MappedType structType() {
		MilvusPersistentEntity<?> struct = struct(this.property, this.context);
		if (struct == null) {
			return refuse("is an @StructArray of type " + this.property.getTypeInformation()
					+ ": write a List of a record or class of your own");
		}
		return MappedType.of(FieldType.ARRAY_OF_STRUCT, List.class, null);
	}

	static @Nullable MilvusPersistentEntity<?> struct(MilvusPersistentProperty property, MilvusMappingContext context) {
		Class<?> element = property.getComponentType();
		if (element == null || !property.isAnnotationPresent(StructArray.class) || property.getType() != List.class) {
			return null;
		}
		boolean possible = !element.isInterface() && !element.getName().startsWith("java.")
				&& ScalarTypes.of(element) == null;
		return possible ? context.struct(element) : null;
	}

	private void sizes(FieldSchema.Builder field, MappedType mapped) {
		if (mapped.type() == FieldType.VARCHAR || mapped.elementType() == FieldType.VARCHAR) {
			int length = (this.annotation != null) ? this.annotation.maxLength() : LONGEST_TEXT;
			if (length < 1 || length > LONGEST_TEXT) {
				problem("has the maxLength " + length + ": write a length from 1 to " + LONGEST_TEXT);
			}
			field.maxLength(length);
		}
		if (mapped.type() == FieldType.ARRAY || this.structs != null) {
			int capacity = (this.structs != null) ? this.structs.maxCapacity()
					: (this.annotation != null) ? this.annotation.maxCapacity() : LARGEST_ARRAY;
			if (capacity < 1 || capacity > LARGEST_ARRAY) {
				problem("has the maxCapacity " + capacity + ": write a capacity from 1 to " + LARGEST_ARRAY);
			}
			field.maxCapacity(capacity);
		}
		if (this.structs != null) {
			MilvusPersistentEntity<?> struct = struct(this.property, this.context);
			field.structFields((struct != null) ? structFields(struct) : List.of());
		}
	}

	private List<FieldSchema> structFields(MilvusPersistentEntity<?> struct) {
		List<FieldSchema> fields = new ArrayList<>();
		for (MilvusPersistentProperty component : struct.getProperties()) {
			PropertyMapping mapping = of(component);
			this.problems.beginningWith("has structs whose ").addAll(mapping.problems());
			if (mapping.problems.isEmpty()) {
				fields.add(mapping.field());
			}
		}
		if (struct.getProperties().isEmpty()) {
			problem("has structs without properties");
		}
		return fields;
	}

	private void keys(FieldSchema.Builder field, MappedType mapped) {
		boolean key = this.property.isIdProperty();
		boolean autoId = this.property.isAnnotationPresent(AutoId.class);
		boolean partitionKey = this.property.isAnnotationPresent(PartitionKey.class);
		if (this.inStruct) {
			List<String> others = UnusedAttributes.others(this.property, MilvusField.class, VectorField.class,
					StructArray.class, AutoId.class, PartitionKey.class);
			if (!others.isEmpty()) {
				problem("has " + String.join(", ", others) + ", which is for properties of the entity itself");
			}
			if (key || autoId || partitionKey || isNullable()) {
				problem("is a key or nullable, which Milvus does not have within a struct");
			}
			return;
		}
		Class<?> javaType = this.property.getType();
		boolean keyType = mapped.type() == FieldType.INT64 || mapped.type() == FieldType.VARCHAR;
		if (key && !keyType) {
			problem("is the @Id of type " + javaType.getSimpleName()
					+ ": write Long or String, or what is kept as INT64 or VARCHAR");
		}
		ValueConversion conversion = mapped.conversion();
		if (key && conversion != null && conversion.javaType() == conversion.storedType()) {
			problem("is the @Id with a converter from " + javaType.getSimpleName()
					+ " to the same type, so that keys of the two could not be told apart: convert another type");
		}
		if (autoId && (!key || javaType != Long.class)) {
			problem("has @AutoId: write @Id @AutoId Long " + this.property.getName()
					+ ", which is null until Milvus has given the key");
		}
		if (partitionKey && (key || !keyType)) {
			problem("is the @PartitionKey: write a long or String property that is not the @Id");
		}
		if (partitionKey && isNullable()) {
			problem("is the @PartitionKey and nullable: Milvus needs a value in every row");
		}
		if (this.structs != null && isNullable()) {
			problem("is an @StructArray and nullable: Milvus needs a list in every row, which may be empty");
		}
		field.primaryKey(key).autoId(autoId).partitionKey(partitionKey).nullable(isNullable() && !key);
	}

	private boolean isNullable() {
		if (this.property.getType().isPrimitive()) {
			return false;
		}
		Field javaField = this.property.getField();
		return this.options.nullable() || (javaField != null && Nullness.forField(javaField) == Nullness.NULLABLE);
	}

	private @Nullable Object defaultValue(String[] texts, MappedType mapped, int maxLength) {
		if (texts.length > 1 || this.inStruct || this.property.isIdProperty()) {
			problem("has a default value, " + ((texts.length > 1) ? "or rather " + texts.length + ": write one"
					: "which keys and the fields of structs do not have"));
			return null;
		}
		try {
			return DefaultValues.parse(texts[0], mapped, maxLength);
		}
		catch (IllegalArgumentException ex) {
			problem("has the default value '" + texts[0] + "' for " + mapped.type() + ": " + ex.getMessage());
			return null;
		}
	}

	private @Nullable MappedType refuse(String text) {
		problem(text);
		return null;
	}

	private void problem(String text) {
		this.problems.add(text);
	}

}
