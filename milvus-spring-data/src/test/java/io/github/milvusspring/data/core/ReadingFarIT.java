package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.repository.MilvusRepository;
import io.github.milvusspring.data.write.BatchOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.query.QueryCreationException;
import org.springframework.data.support.WindowIterator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reads beyond the window that one call has.
 */
class ReadingFarIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void everyHitComesOnceAndInOrderBeyondTheWindow() {
		int count = 17_000;
		// Seven rows at each distance, so that pages end among equals.
		this.milvus.template()
			.upsertAll(LongStream.range(0, count).mapToObj((id) -> new Point(id, new float[] { id / 7, 0 })),
					Point.class, BatchOptions.DEFAULT);
		Set<Long> seen = new HashSet<>();
		double last = -1;
		for (SearchResult<Point> hit : this.milvus.template().stream(VectorQuery.of(0, 0), Point.class).toList()) {
			assertThat(seen.add(hit.getContent().id())).isTrue();
			assertThat(hit.getScore().getValue()).isGreaterThanOrEqualTo(last);
			last = hit.getScore().getValue();
		}
		assertThat(seen).hasSize(count);
	}

	@Test
	void aWindowOfNamedKeysIsTheSameOneHoweverItIsAskedFor() {
		write(2_500, 1);
		List<Long> keys = LongStream.rangeClosed(1, 10).boxed().toList();
		FilterQuery named = FilterQuery.of(Filter.where("id").in(keys)).withLimit(3).withOffset(2);
		assertThat(this.milvus.template().query(named, Point.class)).extracting(Point::id).containsExactly(3L, 4L, 5L);
		write(50, 0);
		FilterQuery first = FilterQuery.of(Filter.all()).withLimit(5).withOffset(48);
		assertThat(this.milvus.template().query(first, Point.class)).extracting(Point::id)
			.containsExactly(48L, 49L, 50L, 51L, 52L);
	}

	@Test
	void hitsThatAreAllEquallyCloseComeOnce() {
		write(2_500, 0);
		assertThat(this.milvus.template().stream(VectorQuery.of(1, 0), Point.class))
			.extracting((hit) -> hit.getContent().id())
			.doesNotHaveDuplicates()
			.hasSize(2_500);
	}

	@Test
	void aStreamOfHitsEndsAtItsThreshold() {
		write(2_500, 1);
		assertThat(this.milvus.template()
			.stream(VectorQuery.of(0, 0).withThreshold(Score.of(1_500 * 1_500)).withFilter(Filter.where("id").gte(100)),
					Point.class)
			.map((hit) -> hit.getContent().id()))
			.containsExactlyElementsOf(LongStream.rangeClosed(100, 1_500).boxed().toList());
	}

	@Test
	void aRangeFarFromTheVectorIsFound() {
		write(2_500, 1);
		Range<Score> far = Range.closed(Score.of(2_000 * 2_000), Score.of(2_010 * 2_010));
		assertThat(this.milvus.template()
			.search(VectorQuery.of(0, 0).withRange(far).withLimit(3).withOffset(2), Point.class))
			.extracting((hit) -> hit.getContent().id())
			.containsExactly(2_002L, 2_003L, 2_004L);
	}

	@Test
	void whatAStreamOfHitsCannotDoIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.milvus.template().stream(VectorQuery.of(0, 0).withOffset(1), Point.class))
			.withMessageContaining("offset");
	}

	@Test
	void windowsGoByTheKey() {
		write(25, 1);
		FilterQuery query = FilterQuery.of(Filter.where("id").gte(3)).withLimit(10);
		List<Long> found = new ArrayList<>();
		Window<Point> window = this.milvus.template().scroll(query, ScrollPosition.keyset(), Point.class);
		while (true) {
			window.forEach((point) -> found.add(point.id()));
			if (!window.hasNext()) {
				break;
			}
			assertThat(window).hasSize(10);
			window = this.milvus.template().scroll(query, window.positionAt(window.size() - 1), Point.class);
		}
		assertThat(found).containsExactlyElementsOf(LongStream.range(3, 25).boxed().toList());
	}

	@Test
	void windowsGoByTheNumberOfRows() {
		write(25, 1);
		FilterQuery query = FilterQuery.of(Filter.all()).withLimit(10);
		Window<Point> first = this.milvus.template().scroll(query, ScrollPosition.offset(), Point.class);
		assertThat(first.map(Point::id)).containsExactlyElementsOf(LongStream.range(0, 10).boxed().toList());
		Window<Point> second = this.milvus.template().scroll(query, first.positionAt(9), Point.class);
		assertThat(second.map(Point::id)).containsExactlyElementsOf(LongStream.range(10, 20).boxed().toList());
		Window<Point> third = this.milvus.template().scroll(query, second.positionAt(9), Point.class);
		assertThat(third.map(Point::id)).containsExactlyElementsOf(LongStream.range(20, 25).boxed().toList());
		assertThat(third.hasNext()).isFalse();
	}

	@Test
	void aRepositoryScrollsToo() {
		write(25, 1);
		PointRepository points = this.milvus.repository(PointRepository.class);
		List<Long> found = new ArrayList<>();
		WindowIterator.of((position) -> points.findTop10ByIdGreaterThan(4, position))
			.startingAt(ScrollPosition.keyset())
			.forEachRemaining((point) -> found.add(point.id()));
		assertThat(found).containsExactlyElementsOf(LongStream.range(5, 25).boxed().toList());
		assertThat(points.findByIdLessThan(8, ScrollPosition.offset(), Limit.of(5)).map(Point::id)).containsExactly(0L,
				1L, 2L, 3L, 4L);
	}

	@Test
	void aWindowOfNoSizeIsRefusedAtStart() {
		assertThatExceptionOfType(QueryCreationException.class)
			.isThrownBy(() -> this.milvus.repository(SizelessRepository.class))
			.havingRootCause()
			.withMessageContaining("Limit");
	}

	@Test
	void aWindowNeedsALimitAndGoesForward() {
		MilvusTemplate template = this.milvus.template();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template.scroll(FilterQuery.of(Filter.all()), ScrollPosition.keyset(), Point.class))
			.withMessageContaining("limit");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template.scroll(FilterQuery.of(Filter.all()).withLimit(5),
					ScrollPosition.keyset().backward(), Point.class))
			.withMessageContaining("forward");
	}

	private void write(int count, int distance) {
		this.milvus.template()
			.upsertAll(LongStream.range(0, count).mapToObj((id) -> new Point(id, new float[] { id * distance, 0 })),
					Point.class, BatchOptions.DEFAULT);
	}

	@MilvusEntity("points")
	record Point(@Id long id, @VectorField(dimension = 2, metric = Metric.L2) float[] place) {
	}

	interface PointRepository extends MilvusRepository<Point, Long> {

		Window<Point> findTop10ByIdGreaterThan(long id, ScrollPosition position);

		Window<Point> findByIdLessThan(long id, ScrollPosition position, Limit limit);

	}

	interface SizelessRepository extends MilvusRepository<Point, Long> {

		Window<Point> findByIdLessThan(long id, ScrollPosition position);

	}

}
