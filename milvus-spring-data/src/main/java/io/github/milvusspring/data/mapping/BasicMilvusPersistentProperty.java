package io.github.milvusspring.data.mapping;

import java.util.List;

import io.github.milvusspring.data.mapping.type.ValueConversion;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.TextOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.Association;
import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.mapping.model.AnnotationBasedPersistentProperty;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.util.Lazy;

/**
 * A property of an entity, described by its annotations and its type.
 */
final class BasicMilvusPersistentProperty extends AnnotationBasedPersistentProperty<MilvusPersistentProperty>
		implements MilvusPersistentProperty {

	private final MilvusMappingContext context;

	private final Lazy<PropertyMapping> mapping;

	private final Problems problems = new Problems().of(this);

	private final Lazy<FieldSchema> field = Lazy.of(() -> FieldFeatures.apply(this, mapping().field(), this.problems));

	BasicMilvusPersistentProperty(Property property, PersistentEntity<?, MilvusPersistentProperty> owner,
			SimpleTypeHolder simpleTypeHolder, MilvusMappingContext context) {
		super(property, owner, simpleTypeHolder);
		this.context = context;
		this.mapping = Lazy.of(() -> PropertyMapping.of(this, context, context.isStruct(owner.getType())));
	}

	PropertyMapping mapping() {
		return this.mapping.get();
	}

	/**
	 * The problems with the annotations beside the type, found once the field is built.
	 */
	Problems problems() {
		return this.problems;
	}

	@Override
	public FieldSchema getFieldSchema() {
		return this.field.get();
	}

	@Override
	public Class<?> getStoredType() {
		return mapping().type().storedType();
	}

	@Override
	public @Nullable ValueConversion getConversion() {
		return mapping().type().conversion();
	}

	@Override
	public @Nullable ValueConversion getElementConversion() {
		return mapping().type().elementConversion();
	}

	@Override
	public ResolvableType getResolvableType() {
		return resolvable(getTypeInformation());
	}

	private static ResolvableType resolvable(TypeInformation<?> type) {
		if (type.getType().isArray()) {
			return ResolvableType.forArrayComponent(resolvable(type.getRequiredComponentType()));
		}
		ResolvableType[] arguments = type.getTypeArguments()
			.stream()
			.map(BasicMilvusPersistentProperty::resolvable)
			.toArray(ResolvableType[]::new);
		return (arguments.length == 0) ? ResolvableType.forClass(type.getType())
				: ResolvableType.forClassWithGenerics(type.getType(), arguments);
	}

	@Override
	public @Nullable TextOrder getTextOrder() {
		return mapping().type().order();
	}

	@Override
	public @Nullable MilvusPersistentEntity<?> getStruct() {
		return PropertyMapping.struct(this, this.context);
	}

	@Override
	public String getFieldName() {
		return PropertyMapping.fieldName(this);
	}

	// A nested object is one JSON value, never a separate entity.
	@Override
	public Iterable<? extends TypeInformation<?>> getPersistentEntityTypeInformation() {
		return List.of();
	}

	@Override
	public boolean isAssociation() {
		return false;
	}

	@Override
	public boolean isEntity() {
		return false;
	}

	@Override
	protected Association<MilvusPersistentProperty> createAssociation() {
		return new Association<>(this, null);
	}

}
