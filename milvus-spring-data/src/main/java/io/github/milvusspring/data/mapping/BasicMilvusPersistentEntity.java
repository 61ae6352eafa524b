package io.github.milvusspring.data.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.PropertyHandler;
import org.springframework.data.mapping.model.BasicPersistentEntity;
import org.springframework.data.util.Lazy;

/**
 * An entity as its annotations and properties describe it.
 *
 * @param <T> the class
 */
final class BasicMilvusPersistentEntity<T> extends BasicPersistentEntity<T, MilvusPersistentProperty>
		implements MilvusPersistentEntity<T> {

	private final Lazy<List<MilvusPersistentProperty>> properties = Lazy.of(this::collectProperties);

	private final Lazy<CollectionSchema> collection = Lazy.of(this::describe);

	BasicMilvusPersistentEntity(TypeInformation<T> type) {
		super(type);
	}

	@Override
	public CollectionSchema getCollection() {
		return this.collection.get();
	}

	@Override
	public List<MilvusPersistentProperty> getProperties() {
		return this.properties.get();
	}

	@Override
	public MilvusPersistentProperty getVectorProperty(@Nullable String name) {
		List<MilvusPersistentProperty> vectors = getProperties().stream()
			.filter((property) -> property.getFieldSchema().type().isVector())
			.filter((property) -> name == null || property.getName().equals(name)
					|| property.getFieldName().equals(name))
			.toList();
		if (vectors.size() != 1) {
			throw new MappingException((name != null) ? getType().getName() + " has no vector property '" + name + "'"
					: getType().getName() + " has " + vectors.size() + " vector properties: name the one to search");
		}
		return vectors.get(0);
	}

	@Override
	public MilvusPersistentProperty requireProperty(String name) {
		MilvusPersistentProperty found = getPersistentProperty(name);
		if (found != null) {
			return found;
		}
		for (MilvusPersistentProperty property : getProperties()) {
			if (property.getFieldName().equals(name)) {
				return property;
			}
		}
		throw new MappingException(getType().getName() + " has no property '" + name + "'; it has "
				+ getProperties().stream().map(MilvusPersistentProperty::getName).toList());
	}

	// A second @Id is told together with everything else that is wrong.
	@Override
	protected @Nullable MilvusPersistentProperty returnPropertyIfBetterIdPropertyCandidateOrNull(
			MilvusPersistentProperty property) {
		return (getIdProperty() == null) ? super.returnPropertyIfBetterIdPropertyCandidateOrNull(property) : null;
	}

	@Override
	public void verify() {
		super.verify();
		getCollection();
	}

	private CollectionSchema describe() {
		List<String> problems = new ArrayList<>();
		MilvusEntity annotation = findAnnotation(MilvusEntity.class);
		if (annotation == null) {
			problems.add("has no @MilvusEntity: add it to the class");
		}
		String name = (annotation == null || annotation.collection().isEmpty())
				? MilvusNames.snakeCase(getType().getSimpleName()) : annotation.collection();
		String illegal = MilvusNames.problemOf("collection", name);
		if (illegal != null) {
			problems.add("has the " + illegal);
		}
		List<FieldSchema> fields = fields(problems);
		checkFields(fields, problems);
		if (!problems.isEmpty()) {
			throw new MappingException(
					getType().getName() + " cannot be kept in Milvus:\n  - " + String.join("\n  - ", problems));
		}
		return CollectionSchema.of(name, fields)
			.description((annotation != null) ? annotation.description() : "")
			.autoIndexes()
			.build();
	}

	private List<FieldSchema> fields(List<String> problems) {
		List<FieldSchema> fields = new ArrayList<>();
		for (MilvusPersistentProperty property : getProperties()) {
			PropertyMapping mapping = PropertyMapping.of(property);
			problems.addAll(mapping.problems());
			if (mapping.problems().isEmpty()) {
				fields.add(mapping.field());
			}
		}
		return fields;
	}

	private void checkFields(List<FieldSchema> fields, List<String> problems) {
		if (getIdProperty() == null) {
			problems.add("has no @Id: mark one Long or String property with @Id");
		}
		List<String> ids = getProperties().stream()
			.filter(MilvusPersistentProperty::isIdProperty)
			.map(MilvusPersistentProperty::getName)
			.toList();
		if (ids.size() > 1) {
			problems.add("has several @Id properties, " + ids + ": keep one");
		}
		if (fields.stream().filter(FieldSchema::partitionKey).count() > 1) {
			problems.add("has several @PartitionKey properties: keep one");
		}
		if (getProperties().stream().noneMatch((property) -> property.isAnnotationPresent(VectorField.class))) {
			problems.add("has no vector: add a property @VectorField(dimension = …) float[]");
		}
		Map<String, Integer> names = new TreeMap<>();
		fields.forEach((field) -> names.merge(field.name(), 1, Integer::sum));
		names.forEach((name, count) -> {
			if (count > 1) {
				problems.add("has " + count + " properties for the field '" + name + "': give each its own name");
			}
		});
	}

	private List<MilvusPersistentProperty> collectProperties() {
		List<MilvusPersistentProperty> properties = new ArrayList<>();
		doWithProperties((PropertyHandler<MilvusPersistentProperty>) properties::add);
		return List.copyOf(properties);
	}

}
