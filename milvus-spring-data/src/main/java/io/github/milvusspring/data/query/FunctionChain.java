package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A sequence of steps that the server applies to the hits of a search. A step computes a
 * column from other columns, sorts by a column, or limits the number of hits. Requires
 * Milvus 3.0 or Milvus Lite.
 *
 * @param steps the steps, at least one when a search uses the chain
 */
public record FunctionChain(List<Step> steps) {

	/** The column that holds the score of a hit; a step may replace it. */
	public static final String SCORE = "$score";

	/** The chain without steps. */
	public static final FunctionChain EMPTY = new FunctionChain(List.of());

	public FunctionChain {
		Assert.notNull(steps, "Steps must not be null");
		steps = List.copyOf(steps);
	}

	/**
	 * Returns this chain with another step that computes a column.
	 * @param column the column to compute: {@link #SCORE}, or a name that no field has
	 * @param call the function that computes it
	 * @return the longer chain
	 */
	public FunctionChain map(String column, Call call) {
		Assert.notNull(column, "Column must not be null");
		Assert.notNull(call, "Call must not be null");
		return with(new Step("map", call, List.of(), column, Map.of()));
	}

	/**
	 * Returns this chain with another step that sorts the hits.
	 * @param column the column to sort by, or the property or field
	 * @param descending whether the largest come first
	 * @return the longer chain
	 */
	public FunctionChain sort(String column, boolean descending) {
		Assert.notNull(column, "Column must not be null");
		return with(new Step("sort", null, List.of(column), null, Map.of("desc", descending)));
	}

	/**
	 * Returns this chain with another step that keeps only the first hits.
	 * @param limit the maximum number of hits
	 * @return the longer chain
	 */
	public FunctionChain limit(int limit) {
		return with(new Step("limit", null, List.of(), null, Map.of("limit", limit)));
	}

	private FunctionChain with(Step step) {
		List<Step> longer = new ArrayList<>(this.steps);
		longer.add(step);
		return new FunctionChain(longer);
	}

	/** The way in which several numbers are combined into one. */
	public enum Combination {

		/** Their sum. */
		SUM,
		/** Their product. */
		MULTIPLY,
		/** The largest. */
		MAX,
		/** The smallest. */
		MIN,
		/** Their mean. */
		AVG

	}

	/**
	 * One step of a chain.
	 *
	 * @param operator the operation: {@code map}, {@code sort} or {@code limit}
	 * @param call the function that computes a column, {@code null} for other steps
	 * @param inputs the columns, properties or fields that the step reads besides those
	 * of the call
	 * @param output the column that the step computes, {@code null} for none
	 * @param parameters the parameters of the step
	 */
	public record Step(String operator, @Nullable Call call, List<String> inputs, @Nullable String output,
			Map<String, Object> parameters) {

		public Step {
			inputs = List.copyOf(inputs);
			parameters = Map.copyOf(parameters);
		}

	}

	/**
	 * A call of a function that computes a column from other columns.
	 *
	 * @param function the name of the function in Milvus
	 * @param columns the columns, properties or fields that it reads
	 * @param parameters the parameters of the function: texts, numbers, booleans and
	 * lists of these
	 */
	public record Call(String function, List<String> columns, Map<String, Object> parameters) {

		public Call {
			columns = List.copyOf(columns);
			parameters = Map.copyOf(parameters);
		}

		/**
		 * Combines several numbers into one.
		 * @param combination how they are combined
		 * @param columns the columns, at least two
		 * @return the call
		 */
		public static Call combine(Combination combination, String... columns) {
			return new Call("num_combine", List.of(columns),
					Map.of("mode", combination.name().toLowerCase(Locale.ROOT)));
		}

		/**
		 * Computes the weighted sum of numbers.
		 * @param weights the weight of each column, at least two
		 * @return the call
		 */
		public static Call weighted(Map<String, Double> weights) {
			Map<String, Double> ordered = new LinkedHashMap<>(weights);
			return new Call("num_combine", List.copyOf(ordered.keySet()),
					Map.of("mode", "weighted", "weights", List.copyOf(ordered.values())));
		}

		/**
		 * Computes a number from 0 to 1 that decreases with the distance from an origin.
		 * @param column a column of numbers or times
		 * @param curve how the number decreases
		 * @param origin the value for which the number is 1
		 * @param scale the distance at which the number is one half
		 * @return the call
		 */
		public static Call decay(String column, Reranker.Curve curve, Number origin, Number scale) {
			return new Call("decay", List.of(column),
					Map.of("function", curve.name().toLowerCase(Locale.ROOT), "origin", origin, "scale", scale));
		}

		/**
		 * Rounds numbers.
		 * @param column the column
		 * @param decimals the number of decimals, from 0 to 6
		 * @return the call
		 */
		public static Call round(String column, int decimals) {
			return new Call("round_decimal", List.of(column), Map.of("decimal", decimals));
		}

		/**
		 * Scores texts by a model that the server calls.
		 * @param column a column of texts
		 * @param provider the provider of the model
		 * @param queries the queries against which the texts are scored, one for each
		 * vector of the search
		 * @return the call
		 */
		public static Call model(String column, String provider, List<String> queries) {
			return new Call("rerank_model", List.of(column),
					Map.of("provider", Objects.requireNonNull(provider), "queries", queries));
		}

	}

}
