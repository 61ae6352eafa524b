package io.github.milvusspring.data.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.github.milvusspring.data.model.FieldSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.PropertyHandler;

/**
 * Checks the use of {@link DynamicFields} and {@link GeneratedKey}.
 */
final class GeneratedPropertyRules {

	private GeneratedPropertyRules() {
	}

	static void checkDynamic(MilvusPersistentEntity<?> entity, Problems problems) {
		List<MilvusPersistentProperty> dynamic = new ArrayList<>();
		entity.doWithProperties((PropertyHandler<MilvusPersistentProperty>) (property) -> {
			if (property.isAnnotationPresent(DynamicFields.class)) {
				dynamic.add(property);
			}
		});
		if (dynamic.size() > 1) {
			problems.add("has several @DynamicFields properties, "
					+ dynamic.stream().map(MilvusPersistentProperty::getName).toList() + ": keep one");
		}
		for (MilvusPersistentProperty property : dynamic) {
			TypeInformation<?> type = property.getTypeInformation();
			TypeInformation<?> key = type.getComponentType();
			TypeInformation<?> value = type.getMapValueType();
			if (type.getType() != Map.class || !is(key, String.class) || !is(value, Object.class)) {
				problems.of(property).add("is the @DynamicFields and of type " + type + ": write Map<String, Object>");
			}
			if (property.isIdProperty() || !UnusedAttributes.others(property, DynamicFields.class).isEmpty()) {
				problems.of(property).add("is the @DynamicFields and a field of its own: keep @DynamicFields alone");
			}
		}
	}

	private static boolean is(@Nullable TypeInformation<?> type, Class<?> expected) {
		return type != null && type.getType() == expected;
	}

	static void checkGeneratedKey(MilvusPersistentProperty property, FieldSchema field, Problems problems) {
		GeneratedKey generated = property.findAnnotation(GeneratedKey.class);
		if (generated == null) {
			return;
		}
		boolean uuid = property.getType() == UUID.class && generated.value() == KeyStrategy.UUID;
		if (!property.isIdProperty() || property.isAnnotationPresent(AutoId.class)
				|| !(uuid || property.getType() == String.class)) {
			problems.of(property)
				.add("has @GeneratedKey: write @Id @GeneratedKey String, or UUID for a key of that kind, "
						+ "without @AutoId");
		}
		else if (field.maxLength() > 0 && field.maxLength() < generated.value().length()) {
			problems.of(property)
				.add("has the maxLength " + field.maxLength() + ", and its generated keys have "
						+ generated.value().length() + " characters: allow as many");
		}
	}

}
