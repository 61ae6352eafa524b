package io.github.milvusspring.data.core;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.QueryVector;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.wire.ConnectionSettings;
import io.github.milvusspring.data.wire.MilvusConnection;
import io.github.milvusspring.lite.MilvusLite;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A call that is silent for much longer than the time between two pings, on a Milvus Lite
 * of this project's own.
 */
class LiteLongCallIT {

	private static final Duration LONG = Duration.ofSeconds(Long.getLong("milvus.test.long-call", 45));

	private static final int FEW = 200;

	@Test
	void aCallThatTakesLongIsAnsweredOverAConnectionThatIsChecked() {
		try (MilvusLite lite = MilvusLite.start();
				MilvusConnection connection = MilvusConnection.open(ConnectionSettings.of(lite.uri())
					.withKeepAlive(Duration.ofSeconds(10), Duration.ofSeconds(5)))) {
			MilvusTemplate template = new MilvusTemplate(connection, new MilvusConverter(new MilvusMappingContext()));
			template.insertAll(IntStream.range(0, 20_000).mapToObj((id) -> new Point(id, vector(id))).toList());
			search(template, FEW);
			Duration few = search(template, FEW);
			int many = Math.toIntExact(FEW * LONG.multipliedBy(3).toNanos() / few.multipliedBy(2).toNanos());
			assertThat(search(template, many)).isGreaterThan(LONG.dividedBy(2));
		}
	}

	private static Duration search(MilvusTemplate template, int vectors) {
		List<QueryVector> nearest = Stream.generate(() -> QueryVector.of(vector(vectors))).limit(vectors).toList();
		long start = System.nanoTime();
		assertThat(template.searchAll(VectorQuery.ofAll(nearest).withLimit(1), Point.class)).hasSize(vectors);
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private static float[] vector(int seed) {
		Random random = new Random(seed);
		float[] vector = new float[64];
		for (int i = 0; i < vector.length; i++) {
			vector[i] = random.nextFloat();
		}
		return vector;
	}

	@MilvusEntity("points")
	record Point(@Id long id, @VectorField(dimension = 64) float[] embedding) {
	}

}
