package io.github.milvusspring.data.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.model.SparseVector;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes rows and reads them back, on whichever server.
 *
 * @param template the template on that server
 */
record RoundTrip(MilvusTemplate template) {

	// Floats are compared by their bits, and values by what they are.
	private static RecursiveComparisonConfiguration exactly() {
		return RecursiveComparisonConfiguration.builder()
			.withEqualsForType((a, b) -> Float.floatToIntBits(a) == Float.floatToIntBits(b), Float.class)
			.withEqualsForType((a, b) -> Double.doubleToLongBits(a) == Double.doubleToLongBits(b), Double.class)
			.withEqualsForType(Polygon::equalsExact, Polygon.class)
			.withEqualsForType(Point::equalsExact, Point.class)
			.withEqualsForType(SparseVector::equals, SparseVector.class)
			.withEqualsForType(BigDecimal::equals, BigDecimal.class)
			.withEqualsForType(BigInteger::equals, BigInteger.class)
			.build();
	}

	<T> void keeps(Class<T> type, Object id, T row) {
		this.template.upsert(row);
		T found = this.template.findById(id, type);
		assertThat(found).usingRecursiveComparison(exactly()).isEqualTo(row);
	}

	void scalars() throws Exception {
		for (Scalars row : List.of(Scalars.largest(UUID.randomUUID()), Scalars.smallest(UUID.randomUUID()))) {
			keeps(Scalars.class, row.id(), row);
		}
	}

	void nulls() {
		Scalars row = Scalars.nothing(UUID.randomUUID());
		keeps(Scalars.class, row.id(), row);
	}

	void lists() throws Exception {
		List<Lists.Part> parts = List.of(new Lists.Part("a", 1), new Lists.Part("ß", Integer.MIN_VALUE));
		keeps(Lists.class, "full",
				new Lists("full", List.of(true, false), new LinkedHashSet<>(List.of(Long.MIN_VALUE, Long.MAX_VALUE)),
						List.of("", "日本語", "😀"), new boolean[] { true, false }, new byte[] { -128, 127 },
						new short[] { Short.MIN_VALUE, 3 }, new int[] { Integer.MIN_VALUE, 1 },
						new long[] { Long.MIN_VALUE, 9_007_199_254_740_993L }, new float[] { -0f, 1.5f },
						new double[] { -0d, Double.MAX_VALUE }, new String[] { "a", "" }, new Integer[] { 1, -1 },
						List.of(new UUID(1, 2)), Set.of(Scalars.Color.BLUE),
						new BigDecimal[] { new BigDecimal("1.50") }, List.of(Instant.EPOCH), List.of(1, 2),
						Map.of("a", 1, "b", List.of("x")), parts.get(0), parts,
						new ObjectMapper().readTree("{\"a\": [1.5, null]}"),
						JsonMapper.builder().build().readTree("[{\"b\": \"ß\"}]"), Vector.of(1f, -2f)));
		keeps(Lists.class, "empty",
				new Lists("empty", List.of(), Set.of(), new ArrayList<>(), new boolean[0], new byte[0], new short[0],
						new int[0], new long[0], new float[0], new double[0], new String[0], new Integer[0], List.of(),
						Set.of(), new BigDecimal[0], List.of(), List.of(), Map.of(), new Lists.Part("", 0), List.of(),
						null, null, Vector.of(0f, 1f)));
	}

}
