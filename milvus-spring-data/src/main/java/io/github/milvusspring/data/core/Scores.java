package io.github.milvusspring.data.core;

import io.github.milvusspring.data.mapping.Metric;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Score;
import org.springframework.data.domain.ScoringFunction;
import org.springframework.data.domain.Similarity;

/**
 * What the scores of each metric mean in Spring Data's words.
 *
 * <p>
 * A {@code Score} is what Milvus gives: for COSINE and IP larger is closer, for L2, the
 * squared distance, smaller is. A {@code Similarity} is from 0 to 1 and larger is closer:
 * {@code (1 + score) / 2} for COSINE and IP, {@code 1 / (1 + score)} for L2.
 */
final class Scores {

	private final Metric metric;

	private final @Nullable Score threshold;

	Scores(Metric metric, @Nullable Score threshold) {
		this.metric = metric;
		this.threshold = threshold;
	}

	/**
	 * Tells whether a hit is close enough.
	 */
	boolean accept(float score) {
		if (this.threshold == null) {
			return true;
		}
		double limit = this.threshold.getValue();
		if (this.threshold instanceof Similarity) {
			return similarity(score) >= limit;
		}
		return this.metric.isLargerCloser() ? score >= limit : score <= limit;
	}

	/**
	 * The score of a hit, of the same kind as the threshold.
	 */
	Score of(float score) {
		return (this.threshold instanceof Similarity) ? Similarity.raw(similarity(score), function())
				: Score.of(score, function());
	}

	private double similarity(float score) {
		return this.metric.isLargerCloser() ? (1.0 + score) / 2 : 1 / (1.0 + score);
	}

	private ScoringFunction function() {
		return switch (this.metric) {
			case COSINE -> ScoringFunction.cosine();
			case IP -> ScoringFunction.dotProduct();
			case L2 -> ScoringFunction.euclidean();
			default -> () -> this.metric.name();
		};
	}

}
