package io.github.milvusspring.data.mapping;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.model.CollectionSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.PropertyHandler;
import org.springframework.data.mapping.model.BasicPersistentEntity;
import org.springframework.data.util.Lazy;

/**
 * An entity class, described by its annotations and properties.
 *
 * @param <T> the entity class
 */
final class BasicMilvusPersistentEntity<T> extends BasicPersistentEntity<T, MilvusPersistentProperty>
		implements MilvusPersistentEntity<T> {

	private final Lazy<List<MilvusPersistentProperty>> properties = Lazy.of(() -> collectProperties(false));

	private final Lazy<List<MilvusPersistentProperty>> dynamic = Lazy.of(() -> collectProperties(true));

	private final Lazy<CollectionSchema> collection = Lazy.of(() -> new CollectionMapping(this).collection());

	private final MilvusMappingContext context;

	BasicMilvusPersistentEntity(TypeInformation<T> type, MilvusMappingContext context) {
		super(type);
		this.context = context;
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
	public @Nullable MilvusPersistentProperty getDynamicProperty() {
		List<MilvusPersistentProperty> found = this.dynamic.get();
		return found.isEmpty() ? null : found.get(0);
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
		if (found != null && !found.isAnnotationPresent(DynamicFields.class)) {
			return found;
		}
		for (MilvusPersistentProperty property : getProperties()) {
			if (property.getFieldName().equals(name)) {
				return property;
			}
		}
		// Java derives the property name "EMail" from a getter getEMail(), but its field
		// is called "eMail".
		List<MilvusPersistentProperty> alike = getProperties().stream()
			.filter((property) -> property.getName().equalsIgnoreCase(name))
			.toList();
		if (alike.size() == 1) {
			return alike.get(0);
		}
		throw new MappingException(getType().getName() + " has no property '" + name + "'; it has "
				+ getProperties().stream().map(MilvusPersistentProperty::getName).toList());
	}

	// Spring Data would fail at a second @Id. CollectionMapping reports it together
	// with all other problems.
	@Override
	protected @Nullable MilvusPersistentProperty returnPropertyIfBetterIdPropertyCandidateOrNull(
			MilvusPersistentProperty property) {
		return (getIdProperty() == null) ? super.returnPropertyIfBetterIdPropertyCandidateOrNull(property) : null;
	}

	@Override
	public void verify() {
		super.verify();
		if (!this.context.isStruct(getType())) {
			getCollection();
		}
	}

	private List<MilvusPersistentProperty> collectProperties(boolean ofDynamicFields) {
		List<MilvusPersistentProperty> properties = new ArrayList<>();
		doWithProperties((PropertyHandler<MilvusPersistentProperty>) (property) -> {
			if (property.isAnnotationPresent(DynamicFields.class) == ofDynamicFields) {
				properties.add(property);
			}
		});
		return List.copyOf(properties);
	}

}
