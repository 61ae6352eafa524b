package io.github.milvusspring.data.execution;

import java.util.Map;

import io.github.milvusspring.data.model.Metric;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.ScoringFunction;
import org.springframework.data.domain.Similarity;

/**
 * Converts the scores of each Milvus metric to Spring Data's {@code Score} and {@code
 * Similarity}, and checks thresholds and ranges.
 *
 * <p>
 * A {@code Score} is the value that Milvus returns; it depends on the metric whether a
 * larger or a smaller value is closer. A {@code Similarity} is a value from 0 to 1, and a
 * larger one is closer: {@code (1 + score) / 2} for COSINE and IP, {@code 1 / (1 +
 * score)} for L2 (the squared distance) and HAMMING, {@code 1 - score} for JACCARD and
 * MHJACCARD, and {@code score / (1 + score)} for BM25.
 */
final class Scores {

	/** The scores of a fusion; a larger score is better. */
	static final Scores FUSED = new Scores(null, null, null);

	/** An upper bound for the bits of a vector, larger than that of any vector. */
	private static final int MOST_BITS = 1 << 20;

	private static final double ROUNDING = 1e-3;

	private final @Nullable Metric metric;

	private final @Nullable Score threshold;

	private final @Nullable Range<? extends Score> range;

	private final boolean similarities;

	Scores(@Nullable Metric metric, @Nullable Score threshold, @Nullable Range<? extends Score> range) {
		this.metric = metric;
		this.threshold = threshold;
		this.range = range;
		this.similarities = threshold instanceof Similarity
				|| (range != null && (isSimilarity(range.getLowerBound()) || isSimilarity(range.getUpperBound())));
	}

	private static boolean isSimilarity(Range.Bound<? extends Score> bound) {
		return bound.getValue().map(Similarity.class::isInstance).orElse(false);
	}

	/**
	 * Converts a score of Milvus Lite to that of a full server. Milvus Lite returns the
	 * BM25 score, which is never negative, as a distance with the opposite sign.
	 */
	float givenByLite(float score) {
		return (this.metric == Metric.BM25) ? Math.abs(score) : score;
	}

	/**
	 * Returns whether a score satisfies the threshold and lies in the range.
	 */
	boolean accept(float score) {
		return isCloseEnough(score) && isInRange(score);
	}

	/**
	 * Returns whether a score is beyond the far end, so that no later hit can be accepted
	 * either.
	 */
	boolean isTooFar(float score) {
		if (this.range == null) {
			return !isCloseEnough(score);
		}
		double value = this.similarities ? similarity(score) : score;
		return !isCloseEnough(score) || !reaches(value, far(this.range), upperIsNear() ? 1 : -1);
	}

	private boolean isCloseEnough(float score) {
		if (this.threshold == null) {
			return true;
		}
		double limit = this.threshold.getValue();
		if (this.threshold instanceof Similarity) {
			return similarity(score) >= limit;
		}
		return largerIsCloser() ? score >= limit : score <= limit;
	}

	private boolean isInRange(float score) {
		if (this.range == null) {
			return true;
		}
		double value = this.similarities ? similarity(score) : score;
		return reaches(value, this.range.getLowerBound(), 1) && reaches(value, this.range.getUpperBound(), -1);
	}

	private static boolean reaches(double value, Range.Bound<? extends Score> bound, int direction) {
		return bound.getValue().map((limit) -> {
			int compared = Double.compare(value, limit.getValue()) * direction;
			return bound.isInclusive() ? compared >= 0 : compared > 0;
		}).orElse(true);
	}

	/**
	 * Returns whether the range has a near end, so that hits can be too close.
	 */
	boolean hasNearEnd() {
		return this.range != null && near(this.range).isBounded();
	}

	private <S extends Score> Range.Bound<S> near(Range<S> range) {
		return upperIsNear() ? range.getUpperBound() : range.getLowerBound();
	}

	private <S extends Score> Range.Bound<S> far(Range<S> range) {
		return upperIsNear() ? range.getLowerBound() : range.getUpperBound();
	}

	private boolean upperIsNear() {
		return this.similarities || largerIsCloser();
	}

	/**
	 * Adds the range to the parameters if it has a near end, so that hits that are too
	 * close do not use up the limit. Hits that are too far come last, so the client can
	 * drop them.
	 */
	void addRange(Map<String, Object> parameters) {
		if (this.range == null) {
			return;
		}
		Range.Bound<? extends Score> near = near(this.range);
		Range.Bound<? extends Score> far = far(this.range);
		if (near.getValue().isEmpty()) {
			return;
		}
		float sign = largerIsCloser() ? 1 : -1;
		float closest = raw(near.getValue().get());
		float farthest = far.getValue().isPresent() ? raw(far.getValue().get()) : -sign * Float.MAX_VALUE;
		addEnds(parameters, farthest, closest);
	}

	// Widens both ends slightly, so that rounding does not exclude
	// a score that is exactly on an end. HAMMING counts whole bits.
	private void addEnds(Map<String, Object> parameters, float farthest, float closest) {
		if (this.metric == Metric.HAMMING) {
			parameters.put("radius", (int) Math.floor(Math.min(farthest, MOST_BITS) + ROUNDING) + 1);
			parameters.put("range_filter", (int) Math.ceil(closest - ROUNDING));
			return;
		}
		boolean larger = largerIsCloser();
		parameters.put("radius", finite(larger ? Math.nextDown(farthest) : Math.nextUp(farthest)));
		parameters.put("range_filter", finite(larger ? Math.nextUp(closest) : Math.nextDown(closest)));
	}

	// JSON cannot represent infinity.
	private static float finite(float end) {
		return Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, end));
	}

	/**
	 * Adds the range of the next page, which begins at the score of the last hit and
	 * includes hits with the same score.
	 */
	void addPage(Map<String, Object> parameters, float last) {
		addRange(parameters);
		Object radius = parameters.get("radius");
		addEnds(parameters, largerIsCloser() ? -Float.MAX_VALUE : Float.MAX_VALUE, last);
		if (radius != null) {
			parameters.put("radius", radius);
		}
	}

	/**
	 * Returns whether a score is closer than another one.
	 */
	boolean isCloser(float score, float other) {
		return largerIsCloser() ? score > other : score < other;
	}

	/**
	 * Converts the score of a hit to a {@code Similarity} if the threshold or range is
	 * one, otherwise to a {@code Score}.
	 */
	Score of(float score) {
		return this.similarities ? Similarity.raw(similarity(score), function()) : Score.of(score, function());
	}

	private boolean largerIsCloser() {
		return this.metric == null || this.metric.isLargerCloser();
	}

	private double similarity(float score) {
		return switch (metricOfSimilarity()) {
			case COSINE, IP -> (1.0 + score) / 2;
			case L2, HAMMING -> 1 / (1.0 + score);
			case JACCARD, MHJACCARD -> 1.0 - score;
			case BM25 -> score / (1.0 + score);
			default -> throw noSimilarity();
		};
	}

	private float raw(Score bound) {
		double value = bound.getValue();
		if (!this.similarities) {
			return (float) value;
		}
		return (float) switch (metricOfSimilarity()) {
			case COSINE, IP -> 2 * value - 1;
			case L2, HAMMING -> 1 / value - 1;
			case JACCARD, MHJACCARD -> 1 - value;
			case BM25 -> value / (1 - value);
			default -> throw noSimilarity();
		};
	}

	private Metric metricOfSimilarity() {
		if (this.metric == null) {
			throw noSimilarity();
		}
		return this.metric;
	}

	private InvalidDataAccessApiUsageException noSimilarity() {
		return new InvalidDataAccessApiUsageException(
				"Scores of " + ((this.metric != null) ? this.metric : "a fusion") + " have no Similarity: use a Score");
	}

	private ScoringFunction function() {
		return switch ((this.metric != null) ? this.metric : Metric.MAX_SIM_COSINE) {
			case COSINE -> ScoringFunction.cosine();
			case IP -> ScoringFunction.dotProduct();
			case L2 -> ScoringFunction.euclidean();
			default -> this::name;
		};
	}

	private String name() {
		return (this.metric != null) ? this.metric.name() : "FUSED";
	}

}
