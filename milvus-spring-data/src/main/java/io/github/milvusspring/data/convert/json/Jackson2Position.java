package io.github.milvusspring.data.convert.json;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import io.github.milvusspring.data.model.JsonPosition;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * A position within a JSON document that Jackson 2 writes.
 *
 * @param mapper the mapper
 * @param type the type of the values at this position, {@code null} when it is not known
 * @param property the property that is written there, {@code null} for none
 */
record Jackson2Position(ObjectMapper mapper, @Nullable JavaType type,
		@Nullable BeanPropertyDefinition property) implements JsonPosition {

	@Override
	public String name(String key) {
		BeanPropertyDefinition found = find(key);
		return (found != null) ? found.getName() : key;
	}

	@Override
	public JsonPosition below(String key) {
		if (this.type != null && this.type.isMapLikeType()) {
			return new Jackson2Position(this.mapper, this.type.getContentType(), null);
		}
		BeanPropertyDefinition found = find(key);
		return (found != null) ? new Jackson2Position(this.mapper, found.getAccessor().getType(), found)
				: new Jackson2Position(this.mapper, null, null);
	}

	@Override
	public JsonPosition element() {
		return new Jackson2Position(this.mapper, (this.type != null && isArray()) ? this.type.getContentType() : null,
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
		List<BeanPropertyDefinition> all = this.mapper.getSerializationConfig().introspect(this.type).findProperties();
		BeanPropertyDefinition byJavaName = null;
		for (BeanPropertyDefinition one : all) {
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
					: this.mapper.writer().writeValueAsString(value), this::read);
		}
		catch (IOException ex) {
			throw JsonScalars.refused(value, ex);
		}
	}

	// Writes the value as the annotations of the property, such as @JsonFormat, specify.
	private String written(Object value, BeanPropertyDefinition definition) throws IOException {
		AnnotatedMember member = definition.getAccessor();
		SerializerProvider provider = this.mapper.getSerializerProviderInstance();
		BeanProperty context = new BeanProperty.Std(definition.getFullName(), member.getType(),
				definition.getWrapperName(), member, definition.getMetadata());
		Object declared = provider.getAnnotationIntrospector().findSerializer(member);
		JsonSerializer<Object> serializer = (declared != null) ? provider.serializerInstance(member, declared) : null;
		if (serializer == null) {
			serializer = provider.findPrimaryPropertySerializer(member.getType(), context);
		}
		try (TokenBuffer buffer = new TokenBuffer(this.mapper, false)) {
			serializer.serialize(value, buffer, provider);
			return this.mapper.readTree(buffer.asParser()).toString();
		}
	}

	private @Nullable Object read(String json) {
		try {
			JsonNode node = this.mapper.reader()
				.with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
				.readTree(json);
			return node.isTextual() ? node.textValue()
					: node.isBoolean() ? (Object) node.booleanValue() : node.isNumber() ? node.numberValue() : null;
		}
		catch (IOException ex) {
			throw JsonScalars.refused(json, ex);
		}
	}

}
