package io.github.milvusspring.data.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.mapping.StructArray;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.types.Lists;
import io.github.milvusspring.data.types.LiteTypes;
import io.github.milvusspring.data.types.Scalars;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the page on types says what the code does.
 */
class TypesPageTests {

	@MilvusEntity
	record Large(@Id Long id, @MilvusField(type = FieldType.TEXT) String text,
			@VectorField(dimension = 2) float[] floats, @VectorField(dimension = 2) double[] doubles,
			@VectorField(dimension = 2, type = FieldType.FLOAT16_VECTOR) float[] halves,
			@VectorField(dimension = 2, type = FieldType.BFLOAT16_VECTOR) float[] brains,
			@VectorField(dimension = 8) byte[] bits, @VectorField(dimension = 8) BitSet set,
			@VectorField(dimension = 2, type = FieldType.INT8_VECTOR) byte[] bytes,
			@VectorField Map<Integer, Float> sparse, @StructArray List<Chunk> structs) {
	}

	record Chunk(String text, @VectorField(dimension = 2) float[] embedding) {
	}

	static String table() {
		MilvusMappingContext context = new MilvusMappingContext();
		Map<List<String>, Set<String>> rows = new LinkedHashMap<>();
		for (Class<?> type : List.of(Scalars.class, Lists.class, LiteTypes.class, Large.class)) {
			for (MilvusPersistentProperty property : context.entity(type).getProperties()) {
				rows.computeIfAbsent(row(property), (key) -> new LinkedHashSet<>()).add("`" + javaType(property) + "`");
			}
		}
		List<String> lines = new ArrayList<>(
				List.of("| Java | Milvus | annotation | null | servers |", "|---|---|---|---|---|"));
		rows.forEach(
				(row, types) -> lines.add("| " + String.join(", ", types) + " | " + String.join(" | ", row) + " |"));
		return String.join("\n", lines);
	}

	private static List<String> row(MilvusPersistentProperty property) {
		FieldSchema field = property.getFieldSchema();
		String element = (field.elementType() != null) ? " of `" + field.elementType() + "`" : "";
		boolean structs = field.type() == FieldType.ARRAY_OF_STRUCT;
		String nulls = structs ? "no" : field.type().isVector() ? "Milvus 2.6 or newer" : "yes";
		return List.of("`" + field.type() + "`" + element, annotation(property), nulls,
				ServerTypes.servers(field.type()));
	}

	private static String annotation(MilvusPersistentProperty property) {
		MilvusField field = property.findAnnotation(MilvusField.class);
		VectorField vector = property.findAnnotation(VectorField.class);
		if (vector != null) {
			return "`@VectorField" + ((vector.type().length > 0) ? "(type = " + vector.type()[0] + ")" : "") + "`";
		}
		if (property.isAnnotationPresent(StructArray.class)) {
			return "`@StructArray`";
		}
		return (field != null && field.type().length > 0) ? "`@MilvusField(type = " + field.type()[0] + ")`" : "";
	}

	private static String javaType(MilvusPersistentProperty property) {
		String type = property.getTypeInformation().toTypeDescriptor().getResolvableType().toString();
		String simple = (type.startsWith("tools.jackson") ? "Jackson 3 " : "")
				+ type.replaceAll("[A-Za-z0-9_]+[.$](?=[A-Za-z])", "").replaceAll("\\bPart\\b|\\bChunk\\b", "record");
		return simple.replaceAll("\\bColor\\b", "enum").replace("?", "Object");
	}

	@Test
	void thePageShowsWhatTheCodeDoes() throws IOException {
		Path page = Path.of("../docs/types.md");
		assertThat(Files.readString(page)).contains(table());
	}

}
