package io.github.milvusspring.data.core;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.lite.MilvusLite;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A call that is silent for much longer than the time between two pings, on a Milvus Lite
 * of this project's own.
 */
class LiteLongCallIT {

	private static final Duration LONG = Duration.ofSeconds(Long.getLong("milvus.test.long-call", 45));

	private static final int FEW = 20;

	@Test
	void aCallThatTakesLongIsAnsweredOverAConnectionThatIsChecked() {
		try (MilvusLite lite = MilvusLite.start();
				MilvusConnection connection = MilvusConnection.open(ConnectionSettings.of(lite.uri())
					.withKeepAlive(Duration.ofSeconds(10), Duration.ofSeconds(5)))) {
			MilvusTemplate template = new MilvusTemplate(connection, new MilvusConverter(new MilvusMappingContext()));
			template.createCollection("documents", 2);
			template.rows("documents")
				.insertAll(IntStream.range(0, 5_000)
					.mapToObj((id) -> Map.of("id", id, "vector", new float[] { id, 1 }, "tags",
							Map.of("a", List.of(id, 1, 2))))
					.toList());
			ask(template, FEW);
			Duration few = ask(template, FEW);
			int many = Math.toIntExact(FEW * LONG.multipliedBy(6).toNanos() / few.multipliedBy(5).toNanos());
			assertThat(ask(template, Math.min(many, 50_000))).isGreaterThan(LONG.dividedBy(2));
		}
	}

	// Milvus Lite looks at each row for each condition, one by one.
	private static Duration ask(MilvusTemplate template, int conditions) {
		Filter filter = Filter.anyOf(IntStream.range(0, conditions)
			.mapToObj((i) -> Filter.where("tags").key("a").contains(-1 - i))
			.toList());
		long start = System.nanoTime();
		assertThat(template.rows("documents").count(filter, ReadOptions.DEFAULT)).isZero();
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
