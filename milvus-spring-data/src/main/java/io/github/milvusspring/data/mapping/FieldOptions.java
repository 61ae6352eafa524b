package io.github.milvusspring.data.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that {@code @MilvusField}, {@code @VectorField} and {@code @StructArray}
 * have in common, read from the one that is present.
 *
 * @param name the name of the field, empty for the name of the property
 * @param types the requested types of the field
 * @param nullable whether the field may be null
 * @param description the description
 * @param mmap whether the server maps the data from disk into memory
 * @param properties further properties as {@code name=value}
 */
record FieldOptions(String name, List<FieldType> types, boolean nullable, String description, Mmap mmap,
		List<String> properties) {

	static FieldOptions of(MilvusPersistentProperty property) {
		VectorField vector = property.findAnnotation(VectorField.class);
		if (vector != null) {
			return new FieldOptions(vector.name(), List.of(vector.type()), vector.nullable(), vector.description(),
					vector.mmap(), List.of(vector.properties()));
		}
		StructArray structs = property.findAnnotation(StructArray.class);
		if (structs != null) {
			return new FieldOptions(structs.name(), List.of(), false, structs.description(), structs.mmap(), List.of());
		}
		MilvusField field = property.findAnnotation(MilvusField.class);
		if (field != null) {
			return new FieldOptions(field.name(), List.of(field.type()), field.nullable(), field.description(),
					field.mmap(), List.of(field.properties()));
		}
		return new FieldOptions("", List.of(), false, "", Mmap.DEFAULT, List.of());
	}

	@Nullable FieldType type() {
		return this.types.isEmpty() ? null : this.types.get(0);
	}

	Map<String, String> properties(Problems problems) {
		Map<String, String> map = new LinkedHashMap<>(NamedParameters.of("properties",
				this.properties.toArray(String[]::new), problems.beginningWith("has ")));
		if (this.mmap != Mmap.DEFAULT) {
			map.put("mmap.enabled", Boolean.toString(this.mmap == Mmap.ENABLED));
		}
		return map;
	}

}
