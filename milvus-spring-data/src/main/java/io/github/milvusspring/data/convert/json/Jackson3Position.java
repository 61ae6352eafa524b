package io.github.milvusspring.data.convert.json;

import io.github.milvusspring.data.model.JsonPosition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.SerializationContextExt;
import tools.jackson.databind.util.TokenBuffer;

import org.springframework.util.ClassUtils;

/**
 * A position within a JSON document that Jackson 3 writes.
 *
 * @param mapper the mapper
 * @param type the type of the values at this position, {@code null} when it is not known
 * @param property the property that is written there, {@code null} for none
 */
record Jackson3Position(JsonMapper mapper, @Nullable JavaType type,
		@Nullable BeanPropertyDefinition property) implements JsonPosition {

	@Override
	public String name(String key) {
		BeanPropertyDefinition found = find(key);
		return (found != null) ? found.getName() : key;
	}

	@Override
	public JsonPosition below(String key) {
		if (this.type != null && this.type.isMapLikeType()) {
			return new Jackson3Position(this.mapper, this.type.getContentType(), null);
		}
		BeanPropertyDefinition found = find(key);
		return (found != null) ? new Jackson3Position(this.mapper, found.getAccessor().getType(), found)
				: new Jackson3Position(this.mapper, null, null);
	}

	@Override
	public JsonPosition element() {
		return new Jackson3Position(this.mapper, (this.type != null && isArray()) ? this.type.getContentType() : null,
				null);
	}

	@Override
	public boolean isArray() {
		return this.type != null && (this.type.isArrayType() || this.type.isCollectionLikeType());
	}

	// Looks a key up as a name in the document first, and then as the name of a Java
	// property.
	private @Nullable BeanPropertyDefinition find(String key) {
		if (this.type == null || this.type.isContainerType() || this.type.isJavaLangObject()
				|| JsonNode.class.isAssignableFrom(this.type.getRawClass())) {
			return null;
		}
		SerializationContextExt context = this.mapper._serializationContext();
		BeanPropertyDefinition byJavaName = null;
		for (BeanPropertyDefinition one : context
			.introspectBeanDescription(this.type, context.introspectClassAnnotations(this.type))
			.findProperties()) {
			if (one.getAccessor() != null && one.getName().equals(key)) {
				return one;
			}
			byJavaName = (one.getAccessor() != null && one.getInternalName().equals(key)) ? one : byJavaName;
		}
		return byJavaName;
	}

	@Override
	public Object toStored(Object value) {
		boolean known = this.property != null && this.type != null
				&& ClassUtils.resolvePrimitiveIfNecessary(this.type.getRawClass()).isInstance(value);
		if (!known && JsonScalars.areAsTheyAre(value)) {
			return value;
		}
		try {
			return JsonScalars.of(value, (known && this.property != null) ? written(value, this.property)
					: this.mapper.writeValueAsString(value), this::read);
		}
		catch (JacksonException ex) {
			throw JsonScalars.refused(value, ex);
		}
	}

	// Writes the value as the annotations of the property, such as @JsonFormat, specify.
	private String written(Object value, BeanPropertyDefinition definition) {
		AnnotatedMember member = definition.getAccessor();
		SerializationContextExt context = this.mapper._serializationContext();
		BeanProperty property = new BeanProperty.Std(definition.getFullName(), member.getType(),
				definition.getWrapperName(), member, definition.getMetadata());
		Object declared = context.getAnnotationIntrospector().findSerializer(context.getConfig(), member);
		ValueSerializer<Object> serializer = (declared != null) ? context.serializerInstance(member, declared) : null;
		if (serializer == null) {
			serializer = context.findPrimaryPropertySerializer(member.getType(), property);
		}
		try (TokenBuffer buffer = new TokenBuffer(context, false)) {
			serializer.serialize(value, buffer, context);
			return this.mapper.readTree(buffer.asParser(this.mapper._deserializationContext())).toString();
		}
	}

	private @Nullable Object read(String json) {
		JsonNode node = this.mapper.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).readTree(json);
		return node.isString() ? node.stringValue()
				: node.isBoolean() ? (Object) node.booleanValue() : node.isNumber() ? node.numberValue() : null;
	}

}
