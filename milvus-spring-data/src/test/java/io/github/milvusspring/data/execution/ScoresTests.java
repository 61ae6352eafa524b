package io.github.milvusspring.data.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.milvusspring.data.model.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Range.Bound;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.Similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

/**
 * What a score of each metric means, and which hits it lets pass.
 */
class ScoresTests {

	@ParameterizedTest
	@CsvSource({ "COSINE, 1, 1", "COSINE, 0, 0.5", "COSINE, -1, 0", "IP, 0.5, 0.75", "L2, 0, 1", "L2, 1, 0.5",
			"L2, 3, 0.25", "HAMMING, 0, 1", "HAMMING, 4, 0.2", "JACCARD, 0, 1", "JACCARD, 0.25, 0.75",
			"MHJACCARD, 1, 0", "BM25, 0, 0", "BM25, 3, 0.75" })
	void aSimilarityIsMadeOfAScore(Metric metric, float score, double similarity) {
		Scores scores = new Scores(metric, Similarity.of(similarity), null);
		assertThat(scores.of(score)).isInstanceOf(Similarity.class);
		assertThat(scores.of(score).getValue()).isCloseTo(similarity, within(1e-9));
		assertThat(scores.accept(score)).isTrue();
		assertThat(new Scores(metric, null, null).of(score).getValue()).isEqualTo(score);
	}

	@ParameterizedTest
	@EnumSource
	void aThresholdIsTheFarthestScoreThatPasses(Metric metric) {
		Scores scores = new Scores(metric, Score.of(0.5), null);
		assertThat(scores.accept(0.5f)).isTrue();
		assertThat(scores.accept(0.75f)).isEqualTo(metric.isLargerCloser());
		assertThat(scores.accept(0.25f)).isEqualTo(!metric.isLargerCloser());
	}

	@ParameterizedTest
	@CsvSource({ "COSINE, 0.5, -0.5", "IP, 0.5, -0.5", "L2, 0.5, 2", "HAMMING, 0.5, 2", "JACCARD, 0.2, 0.8",
			"MHJACCARD, 0.2, 0.8", "BM25, 3, 0.5" })
	void aSimilarityIsTheLeastThatPasses(Metric metric, float close, float far) {
		Scores scores = new Scores(metric, Similarity.of(0.5), null);
		assertThat(scores.accept(close)).isTrue();
		assertThat(scores.accept(far)).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void theEndsOfARangePassWhenTheyAreIncluded(Metric metric) {
		for (boolean low : List.of(true, false)) {
			for (boolean high : List.of(true, false)) {
				Scores scores = new Scores(metric, null, Range.of(bound(0.25, low), bound(0.75, high)));
				assertThat(Stream.of(0.2f, 0.25f, 0.5f, 0.75f, 0.8f).map(scores::accept)).containsExactly(false, low,
						true, high, false);
			}
		}
		Scores open = new Scores(metric, null, Range.rightUnbounded(bound(0.25, true)));
		assertThat(open.accept(Float.MAX_VALUE)).isTrue();
		assertThat(open.accept(0.2f)).isFalse();
	}

	private static Bound<Score> bound(double value, boolean included) {
		return included ? Bound.inclusive(Score.of(value)) : Bound.exclusive(Score.of(value));
	}

	@ParameterizedTest
	@CsvSource({ "COSINE, -0.5, 0, 0.5", "IP, -0.5, 0, 0.5", "L2, 3, 1, 0.3333", "HAMMING, 3, 1, 0.3333",
			"JACCARD, 0.75, 0.5, 0.25", "MHJACCARD, 0.75, 0.5, 0.25", "BM25, 0.3333, 1, 3" })
	void aRangeOfSimilaritiesIsOneOfScores(Metric metric, float far, float middle, float close) {
		Scores scores = new Scores(metric, null, Range.open(Similarity.of(0.25), Similarity.of(0.75)));
		assertThat(scores.accept(middle)).isTrue();
		assertThat(scores.of(middle)).isInstanceOf(Similarity.class);
		double step = metric.isLargerCloser() ? 0.01 : -0.01;
		assertThat(scores.accept((float) (far - step))).isFalse();
		assertThat(scores.accept((float) (close + step))).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void theServerLeavesOutWhatIsTooCloseAndKeepsTheEnds(Metric metric) {
		Map<String, Object> parameters = new LinkedHashMap<>();
		new Scores(metric, null, Range.closed(Score.of(0.25), Score.of(0.75))).addRange(parameters);
		if (metric == Metric.HAMMING) {
			assertThat(parameters).containsEntry("radius", 1).containsEntry("range_filter", 1);
			return;
		}
		float radius = (Float) parameters.get("radius");
		float filter = (Float) parameters.get("range_filter");
		if (metric.isLargerCloser()) {
			assertThat(radius).isLessThan(0.25f).isCloseTo(0.25f, within(1e-6f));
			assertThat(filter).isGreaterThan(0.75f).isCloseTo(0.75f, within(1e-6f));
		}
		else {
			assertThat(radius).isGreaterThan(0.75f).isCloseTo(0.75f, within(1e-6f));
			assertThat(filter).isLessThan(0.25f).isCloseTo(0.25f, within(1e-6f));
		}
	}

	@Test
	void bitsAreCountedInWholeNumbers() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		new Scores(Metric.HAMMING, null, Range.closed(Score.of(1), Score.of(13))).addRange(parameters);
		assertThat(parameters).containsEntry("radius", 14).containsEntry("range_filter", 1);
		new Scores(Metric.HAMMING, null, Range.closed(Similarity.of(1 / 14.0), Similarity.of(0.5)))
			.addRange(parameters);
		assertThat(parameters).containsEntry("radius", 14).containsEntry("range_filter", 1);
		new Scores(Metric.HAMMING, null, null).addPage(parameters, 7);
		assertThat(parameters).containsEntry("range_filter", 7);
	}

	@Test
	void aRangeThatIsOpenTowardsTheClosestIsLeftToTheEnd() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		new Scores(Metric.COSINE, null, Range.rightUnbounded(bound(0.5, true))).addRange(parameters);
		new Scores(Metric.L2, null, Range.leftUnbounded(bound(0.5, true))).addRange(parameters);
		new Scores(Metric.L2, Score.of(0.5), null).addRange(parameters);
		assertThat(parameters).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "COSINE", "IP", "L2", "HAMMING", "JACCARD", "BM25" })
	void theEndsOfARangeAreNumbersThatJsonHas(Metric metric) {
		Range.Bound<Score> near = bound(0.5, false);
		List<Range<? extends Score>> ranges = List.of(Range.closed(Similarity.of(0), Similarity.of(1)),
				metric.isLargerCloser() ? Range.leftUnbounded(near) : Range.rightUnbounded(near));
		for (Range<? extends Score> range : ranges) {
			Map<String, Object> parameters = new LinkedHashMap<>();
			new Scores(metric, null, range).addRange(parameters);
			assertFinite(parameters);
		}
		Map<String, Object> page = new LinkedHashMap<>();
		new Scores(metric, null, null).addPage(page, Float.MAX_VALUE);
		assertFinite(page);
	}

	private static void assertFinite(Map<String, Object> ends) {
		assertThat(ends).containsOnlyKeys("radius", "range_filter");
		assertThat(ends.values()).allMatch((end) -> Float.isFinite(((Number) end).floatValue()));
	}

	@Test
	void whatIsTooCloseIsNotTooFar() {
		Scores bits = new Scores(Metric.HAMMING, null, Range.open(Score.of(0), Score.of(13)));
		assertThat(bits.accept(0)).isFalse();
		assertThat(bits.isTooFar(0)).isFalse();
		assertThat(bits.isTooFar(12)).isFalse();
		assertThat(bits.isTooFar(13)).isTrue();
		Scores angles = new Scores(Metric.COSINE, null, Range.closed(Similarity.of(0.5), Similarity.of(0.75)));
		assertThat(angles.isTooFar(0.9f)).isFalse();
		assertThat(angles.isTooFar(-0.1f)).isTrue();
		assertThat(new Scores(Metric.L2, Score.of(2), null).isTooFar(3)).isTrue();
	}

	@Test
	void sumsAndFusionsHaveNoSimilarity() {
		for (Metric metric : List.of(Metric.MAX_SIM_COSINE, Metric.MAX_SIM_IP, Metric.MAX_SIM_L2)) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> new Scores(metric, Similarity.of(0.5), null).accept(0.5f))
				.withMessageContaining("use a Score");
		}
		assertThat(Scores.FUSED.of(0.5f)).isNotInstanceOf(Similarity.class);
		assertThat(Scores.FUSED.accept(-1)).isTrue();
	}

	@Test
	void wordsHaveTheSameScoresOnMilvusLite() {
		assertThat(new Scores(Metric.BM25, null, null).givenByLite(-0.75f)).isEqualTo(0.75f);
		assertThat(new Scores(Metric.COSINE, null, null).givenByLite(-0.75f)).isEqualTo(-0.75f);
	}

}
