package io.github.milvusspring.data.types;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;

/**
 * A row of lists, JSON and a float vector of each kind.
 */
@MilvusEntity("lists")
public record Lists(@Id String id, List<Boolean> flags, Set<Long> bigs, Collection<String> texts, boolean[] flagArray,
		@MilvusField(type = FieldType.ARRAY) byte[] bytes, short[] shorts, int[] ints, long[] longs,
		@MilvusField(type = FieldType.ARRAY) float[] floats, double[] doubles, String[] textArray, Integer[] boxes,
		List<UUID> uuids, Set<Scalars.Color> colors, BigDecimal[] decimals, List<Instant> instants,
		@MilvusField(type = FieldType.JSON) List<Integer> numbers, Map<String, Object> map, Part part, List<Part> parts,
		@Nullable JsonNode tree, tools.jackson.databind.@Nullable JsonNode tree3,
		@VectorField(dimension = 2) Vector vector) {

	public record Part(String name, int count) {
	}

}
