package io.github.milvusspring.data.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

import io.github.milvusspring.data.convert.EntityConverter;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.wire.SearchIteratorState;
import io.github.milvusspring.data.wire.SearchReply;
import io.github.milvusspring.data.wire.SearchRequest;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.LongColumn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a stream of hits asks for, page by page.
 */
class SearchIteratorTests {

	private final List<SearchRequest> asked = new ArrayList<>();

	@Test
	void theFirstPageSeesEverythingAndTheNextOnesTheSameState() {
		assertThat(stream(new SearchIteratorState("token", 1))).isEqualTo(3);
		assertThat(this.asked.get(0).scope().consistency()).isEqualTo(ConsistencyLevel.STRONG);
		assertThat(this.asked.get(0).scope().guaranteeTimestamp()).isZero();
		assertThat(this.asked.get(1).scope().guaranteeTimestamp()).isEqualTo(77);
		assertThat(this.asked.get(1).subSearch().parameters()).containsKey("iterator");
	}

	@Test
	void pagesByDistanceAreNoIteration() {
		assertThat(stream(null)).isEqualTo(3);
		assertThat(this.asked.get(1).scope().consistency()).isEqualTo(ConsistencyLevel.SESSION);
		assertThat(this.asked.get(1).scope().guaranteeTimestamp()).isZero();
		assertThat(this.asked.get(1).subSearch().parameters()).doesNotContainKey("iterator")
			.satisfies((parameters) -> assertThat(parameters.get("params")).doesNotContain("Infinity"));
	}

	private long stream(@Nullable SearchIteratorState position) {
		RowTransport network = new FakeRowTransport() {

			@Override
			public CompletableFuture<SearchReply> search(SearchRequest request, Duration timeout) {
				SearchIteratorTests.this.asked.add(request);
				int hits = (SearchIteratorTests.this.asked.size() == 1) ? 3 : 0;
				LongColumn keys = new LongColumn("id", LongStream.range(0, hits).toArray(), null);
				return CompletableFuture.completedFuture(new SearchReply(null, new long[] { hits }, new float[hits],
						keys, new ColumnSet(hits, List.of(keys)), position, 77));
			}

		};
		EntityConverter<Point> converter = new MilvusConverter(new MilvusMappingContext()).entity(Point.class);
		RowFetcher<Point> reads = new RowFetcher<>(converter, network,
				new ReadScopeFactory(converter.entity().getCollection(), converter, new KnownPartitions(null, false),
						ConsistencyLevel.SESSION));
		return reads.searches(null).stream(VectorQuery.of(1, 2), converter).count();
	}

	@MilvusEntity("points")
	record Point(@Id long id, @VectorField(dimension = 2) float @Nullable [] embedding) {
	}

}
