package io.github.milvusspring.data.mapping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.MilvusNames;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.MappingException;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/**
 * Maps one entity class to the schema of its collection, or collects all problems with
 * the class.
 */
final class CollectionMapping {

	private final MilvusPersistentEntity<?> entity;

	private final @Nullable MilvusEntity annotation;

	private final Problems problems = new Problems();

	private final List<FieldSchema> fields = new ArrayList<>();

	private final List<IndexSchema> indexes = new ArrayList<>();

	CollectionMapping(MilvusPersistentEntity<?> entity) {
		this.entity = entity;
		this.annotation = entity.findAnnotation(MilvusEntity.class);
	}

	CollectionSchema collection() {
		if (this.annotation == null) {
			this.problems.add("has no @MilvusEntity: add it to the class");
		}
		String shape = EntityClasses.problemOf(this.entity.getType());
		if (shape != null) {
			this.problems.add(shape);
		}
		this.problems.addAll(UnsupportedAnnotations.of(this.entity.getType()));
		String name = (this.annotation == null || this.annotation.collection().isEmpty())
				? MilvusNames.snakeCase(EntityClasses.named(this.entity.getType()).getSimpleName())
				: this.annotation.collection();
		String illegal = MilvusNames.problemOf("collection", name);
		if (illegal != null) {
			this.problems.add("has the " + illegal);
		}
		this.entity.getProperties().forEach(this::property);
		FunctionMapping functions = new FunctionMapping(this.entity.getProperties(), this.problems);
		this.fields.addAll(functions.outputs());
		this.indexes.addAll(functions.indexes());
		checkFields();
		GeneratedPropertyRules.checkDynamic(this.entity, this.problems);
		checkIndexes();
		CollectionSchema.Builder collection = CollectionSchema.of(name, this.fields)
			.functions(functions.functions())
			.dynamic(this.entity.getDynamicProperty() != null)
			.indexes(this.indexes)
			.autoIndexes();
		if (this.annotation != null) {
			settings(collection, this.annotation);
		}
		if (!this.problems.isEmpty()) {
			throw new MappingException(this.entity.getType().getName() + " cannot be kept in Milvus:\n  - "
					+ String.join("\n  - ", this.problems.texts()));
		}
		return collection.build();
	}

	private void property(MilvusPersistentProperty property) {
		PropertyMapping mapping = PropertyMapping.of(property);
		this.problems.addAll(mapping.problems());
		if (!mapping.problems().isEmpty()) {
			return;
		}
		FieldSchema field = property.getFieldSchema();
		Problems ofProperty = this.problems.of(property);
		this.fields.add(field);
		GeneratedPropertyRules.checkGeneratedKey(property, field, this.problems);
		this.problems.addAll(((BasicMilvusPersistentProperty) property).problems().texts());
		EmbeddingMapping.check(property, field, ofProperty);
		this.indexes.addAll(IndexMapping.of(property, field, ofProperty.beginningWith("has ")));
	}

	private void settings(CollectionSchema.Builder collection, MilvusEntity annotation) {
		Map<String, String> properties = new LinkedHashMap<>(NamedParameters.of("@MilvusEntity(properties)",
				annotation.properties(), this.problems.beginningWith("has ")));
		if (!annotation.ttl().isEmpty()) {
			set(properties, "collection.ttl.seconds", Long.toString(seconds(annotation.ttl())));
		}
		if (annotation.mmap()) {
			set(properties, "mmap.enabled", "true");
		}
		if (annotation.consistency().length > 1) {
			this.problems.add("has several consistency levels: keep one");
		}
		if (annotation.shards() < 0) {
			this.problems.add("has " + annotation.shards() + " shards: write a number from 1 on, or leave it out");
		}
		boolean spread = this.fields.stream().anyMatch(FieldSchema::partitionKey);
		if (annotation.partitions() < 0 || (annotation.partitions() > 0 && !spread)) {
			this.problems.add("has partitions = " + annotation.partitions()
					+ " and no @PartitionKey: add one, which rows are spread by, or leave partitions out");
		}
		collection.description(annotation.description())
			.shards(annotation.shards())
			.partitions(annotation.partitions())
			.consistency((annotation.consistency().length > 0) ? annotation.consistency()[0] : null)
			.properties(properties);
	}

	private void set(Map<String, String> properties, String name, String value) {
		if (properties.put(name, value) != null) {
			this.problems.add("has the property '" + name + "' and an attribute for it: keep one of them");
		}
	}

	private long seconds(String text) {
		long seconds = 0;
		try {
			Duration time = DurationFormatterUtils.detectAndParse(text);
			seconds = (time.getNano() == 0) ? time.getSeconds() : 0;
		}
		catch (IllegalArgumentException ex) {
			// The check below reports the problem.
		}
		if (seconds < 1) {
			this.problems.add("has the ttl '" + text + "': write whole seconds, for example 30d, 12h or PT90M");
		}
		return seconds;
	}

	private void checkFields() {
		if (this.entity.getIdProperty() == null) {
			this.problems.add("has no @Id: mark one Long or String property with @Id");
		}
		List<String> ids = this.entity.getProperties()
			.stream()
			.filter(MilvusPersistentProperty::isIdProperty)
			.map(MilvusPersistentProperty::getName)
			.toList();
		if (ids.size() > 1) {
			this.problems.add("has several @Id properties, " + ids + ": keep one");
		}
		if (this.fields.stream().filter(FieldSchema::partitionKey).count() > 1) {
			this.problems.add("has several @PartitionKey properties: keep one");
		}
		if (this.fields.stream().filter(FieldSchema::clusteringKey).count() > 1) {
			this.problems.add("has several @ClusteringKey properties: keep one");
		}
		boolean vector = this.entity.getProperties()
			.stream()
			.anyMatch((property) -> property.isAnnotationPresent(VectorField.class)
					|| property.isAnnotationPresent(StructArray.class));
		if (!vector && this.fields.stream().noneMatch((field) -> field.type().isVector())) {
			this.problems.add("has no vector: add a property @VectorField(dimension = …) float[]");
		}
		counts(this.fields.stream().map(FieldSchema::name).toList()).forEach((name, count) -> this.problems
			.add("has " + count + " properties for the field '" + name + "': give each its own name"));
	}

	private void checkIndexes() {
		counts(this.indexes.stream().map(IndexSchema::target).toList()).forEach((target, count) -> this.problems
			.add("has " + count + " indexes of '" + target + "': Milvus keeps one, so keep one"));
		counts(this.indexes.stream().map(IndexSchema::name).toList()).forEach((name, count) -> this.problems
			.add("has " + count + " indexes of the name '" + name + "': give each its own name"));
	}

	private static Map<String, Integer> counts(List<String> names) {
		Map<String, Integer> counts = new TreeMap<>();
		names.forEach((name) -> counts.merge(name, 1, Integer::sum));
		counts.values().removeIf((count) -> count < 2);
		return counts;
	}

}
