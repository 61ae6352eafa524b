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
 * Steps by which the server works on the hits of a search, one after the other: it makes
 * columns from columns, sorts by one and cuts off. Milvus 3.0 and Milvus Lite.
 *
 * @param steps the steps, at least one when it is used
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
	 * Returns a chain that makes a column next.
	 * @param column the column to make: {@link #SCORE}, or a name that no field has
	 * @param call what makes it
	 * @return the longer chain
	 */
	public FunctionChain map(String column, Call call) {
		Assert.notNull(column, "Column must not be null");
		Assert.notNull(call, "Call must not be null");
		return with(new Step("map", call, List.of(), column, Map.of()));
	}

	/**
	 * Returns a chain that sorts next.
	 * @param column the column to sort by, or the property or field
	 * @param descending whether the largest come first
	 * @return the longer chain
	 */
	public FunctionChain sort(String column, boolean descending) {
		Assert.notNull(column, "Column must not be null");
		return with(new Step("sort", null, List.of(column), null, Map.of("desc", descending)));
	}

	/**
	 * Returns a chain that keeps the first hits next.
	 * @param limit the most hits
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

	/** How numbers become one. */
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
	 * One step.
	 *
	 * @param operator what it does: {@code map}, {@code sort} or {@code limit}
	 * @param call what makes a column, {@code null} for other steps
	 * @param inputs the columns, properties or fields it looks at beside the call's
	 * @param output the column it makes, {@code null} for none
	 * @param parameters its parameters
	 */
	public record Step(String operator, @Nullable Call call, List<String> inputs, @Nullable String output,
			Map<String, Object> parameters) {

		public Step {
			inputs = List.copyOf(inputs);
			parameters = Map.copyOf(parameters);
		}

	}

	/**
	 * A function of columns.
	 *
	 * @param function the function's name in Milvus's own words
	 * @param columns the columns, properties or fields it takes
	 * @param parameters its parameters: texts, numbers, booleans and lists of these
	 */
	public record Call(String function, List<String> columns, Map<String, Object> parameters) {

		public Call {
			columns = List.copyOf(columns);
			parameters = Map.copyOf(parameters);
		}

		/**
		 * Makes one number of several.
		 * @param combination how
		 * @param columns the columns, at least two
		 * @return the call
		 */
		public static Call combine(Combination combination, String... columns) {
			return new Call("num_combine", List.of(columns),
					Map.of("mode", combination.name().toLowerCase(Locale.ROOT)));
		}

		/**
		 * Makes the weighted sum of numbers.
		 * @param weights the weight of each column, at least two
		 * @return the call
		 */
		public static Call weighted(Map<String, Double> weights) {
			Map<String, Double> ordered = new LinkedHashMap<>(weights);
			return new Call("num_combine", List.copyOf(ordered.keySet()),
					Map.of("mode", "weighted", "weights", List.copyOf(ordered.values())));
		}

		/**
		 * Makes a number from 0 to 1 that decays with the distance from an origin.
		 * @param column a column of numbers or times
		 * @param curve how it decays
		 * @param origin where it is 1
		 * @param scale the distance at which half of it is left
		 * @return the call
		 */
		public static Call decay(String column, Reranker.Curve curve, Number origin, Number scale) {
			return new Call("decay", List.of(column),
					Map.of("function", curve.name().toLowerCase(Locale.ROOT), "origin", origin, "scale", scale));
		}

		/**
		 * Rounds numbers.
		 * @param column the column
		 * @param decimals to how many decimals, from 0 to 6
		 * @return the call
		 */
		public static Call round(String column, int decimals) {
			return new Call("round_decimal", List.of(column), Map.of("decimal", decimals));
		}

		/**
		 * Lets a model that the server calls score texts.
		 * @param column a column of texts
		 * @param provider who serves the model
		 * @param queries what the texts are scored by, one for each vector of the search
		 * @return the call
		 */
		public static Call model(String column, String provider, List<String> queries) {
			return new Call("rerank_model", List.of(column),
					Map.of("provider", Objects.requireNonNull(provider), "queries", queries));
		}

	}

}
