package io.github.milvusspring.data.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Determines the final scores of the hits of a search, or of the sub-searches of a hybrid
 * search.
 */
public sealed interface Reranker {

	/** The constant of reciprocal rank fusion that suits most data. */
	int DEFAULT_K = 60;

	/**
	 * Fuses sub-searches by ranks: each adds {@code 1 / (k + rank)} to the score of a
	 * row.
	 * @return the ranker with {@code k = 60}
	 */
	static Reranker rrf() {
		return new Rrf(DEFAULT_K);
	}

	/**
	 * Fuses sub-searches by ranks: each adds {@code 1 / (k + rank)} to the score of a
	 * row.
	 * @param k the constant, from 1 to 16,383; the larger it is, the less the first ranks
	 * stand out
	 * @return the ranker
	 */
	static Reranker rrf(int k) {
		return new Rrf(k);
	}

	/**
	 * Fuses sub-searches by their weighted scores.
	 * @param weights a weight from 0 to 1 for each sub-search
	 * @return the ranker
	 */
	static Reranker weighted(double... weights) {
		Assert.notNull(weights, "Weights must not be null");
		return new Weighted(Arrays.stream(weights).boxed().toList(), null);
	}

	/**
	 * Multiplies the scores of some rows. If the score is a distance, a factor below 1
	 * makes these rows closer. In a hybrid search, the factor applies to each sub-search.
	 * Requires Milvus 2.6 or newer.
	 * @param filter the rows to which the factor applies
	 * @param weight the factor
	 * @return the ranker
	 */
	static Boost boost(Filter filter, double weight) {
		Assert.notNull(filter, "Filter must not be null");
		return new Boost(filter, weight, null, null);
	}

	/**
	 * Lowers scores with the distance of a number from an origin. Requires Milvus 2.6 or
	 * newer.
	 * @param field the numeric property or field
	 * @param curve how scores decay
	 * @param origin the number with the full score
	 * @param scale the distance at which {@code decay} of the score is left
	 * @return the ranker with an offset of 0 and a decay of 0.5
	 */
	static Decay decay(String field, Curve curve, Number origin, Number scale) {
		Assert.notNull(field, "Field must not be null");
		Assert.notNull(curve, "Curve must not be null");
		Assert.notNull(origin, "Origin must not be null");
		Assert.notNull(scale, "Scale must not be null");
		return new Decay(field, curve, origin, scale, 0, 0.5);
	}

	/**
	 * Scores the text of each row by a model that the server calls. Requires Milvus 2.6
	 * or newer.
	 * @param field the text property or field
	 * @param provider the provider of the model, for example {@code tei} or {@code vllm}
	 * @param queries the queries against which the texts are scored, one for each vector
	 * of the search
	 * @param parameters further parameters of the provider, such as {@code endpoint}
	 * @return the ranker
	 */
	static Reranker model(String field, String provider, List<String> queries, Map<String, String> parameters) {
		Assert.notNull(field, "Field must not be null");
		Assert.notNull(provider, "Provider must not be null");
		Assert.notNull(queries, "Queries must not be null");
		Assert.notNull(parameters, "Parameters must not be null");
		return new Model(field, provider, queries, parameters);
	}

	/** The curve by which a score decays. */
	enum Curve {

		/** Slowly at first, then fast. */
		GAUSS,
		/** Fast at first, then slowly. */
		EXP,
		/** Evenly. */
		LINEAR

	}

	/**
	 * Reciprocal rank fusion.
	 *
	 * @param k the constant; the larger it is, the less the first ranks stand out
	 */
	record Rrf(int k) implements Reranker {

		public Rrf {
			if (k < 1 || k >= 16_384) {
				throw new IllegalArgumentException("Reciprocal rank fusion has a k from 1 to 16383, not " + k);
			}
		}

	}

	/**
	 * Fusion by weighted scores.
	 *
	 * @param weights a weight for each sub-search
	 * @param normalized whether scores are normalized first, so that they are comparable;
	 * {@code null} for the server's default
	 */
	record Weighted(List<Double> weights, @Nullable Boolean normalized) implements Reranker {

		public Weighted {
			weights = List.copyOf(weights);
			for (Double weight : weights) {
				if (!(weight >= 0 && weight <= 1)) {
					throw new IllegalArgumentException("The weight of a sub-search is from 0 to 1, not " + weight);
				}
			}
		}

	}

	/**
	 * A factor for the scores of some rows.
	 *
	 * @param filter the rows to which the factor applies
	 * @param weight the factor
	 * @param seed the seed of an additional random factor, {@code null} for none
	 * @param randomField the field that the random factor depends on, {@code null} for
	 * none
	 */
	record Boost(Filter filter, double weight, @Nullable Long seed, @Nullable String randomField) implements Reranker {

		/**
		 * Returns a copy with a random factor in addition to the weight.
		 * @param seed the seed
		 * @param field the field that the factor depends on, {@code null} for none
		 * @return the copy
		 */
		public Boost withRandomScore(long seed, @Nullable String field) {
			return new Boost(this.filter, this.weight, seed, field);
		}

	}

	/**
	 * A decay of scores with the distance of a number from an origin.
	 *
	 * @param field the numeric property or field
	 * @param curve how scores decay
	 * @param origin the number with the full score
	 * @param scale the distance, counted from the offset, at which {@code decay} of the
	 * score is left
	 * @param offset the distance up to which the full score is kept
	 * @param decay what is left of the score at the scale, between 0 and 1
	 */
	record Decay(String field, Curve curve, Number origin, Number scale, Number offset,
			double decay) implements Reranker {

		public Decay {
			if (!(decay > 0 && decay < 1)) {
				throw new IllegalArgumentException("A decay is between 0 and 1, not " + decay);
			}
		}

		/**
		 * Returns a copy that keeps the full score near the origin.
		 * @param offset the distance up to which it is kept
		 * @return the copy
		 */
		public Decay withOffset(Number offset) {
			return new Decay(this.field, this.curve, this.origin, this.scale, offset, this.decay);
		}

		/**
		 * Returns a copy with another decay.
		 * @param decay what is left of the score at the scale, between 0 and 1
		 * @return the copy
		 */
		public Decay withDecay(double decay) {
			return new Decay(this.field, this.curve, this.origin, this.scale, this.offset, decay);
		}

	}

	/**
	 * Scoring by a model.
	 *
	 * @param field the text property or field
	 * @param provider the provider of the model
	 * @param queries the queries against which the texts are scored
	 * @param parameters further parameters of the provider
	 */
	record Model(String field, String provider, List<String> queries,
			Map<String, String> parameters) implements Reranker {

		public Model {
			queries = List.copyOf(queries);
			parameters = Map.copyOf(parameters);
		}

	}

}
