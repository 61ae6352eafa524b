package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.milvusspring.data.query.FilterWriter;
import io.github.milvusspring.data.query.FunctionChain;
import io.github.milvusspring.data.query.HybridQuery;
import io.github.milvusspring.data.query.Reranker;
import io.github.milvusspring.data.wire.ChainStep;
import io.github.milvusspring.data.wire.ScoreFunction;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Encodes rerankers and function chains for the Milvus protocol.
 *
 * @param scopes provides the names of fields
 * @param filters writes the filter of a boost
 */
record RerankerEncoder(ReadScopeFactory scopes, FilterWriter filters) {

	/**
	 * Returns the parameters by which the sub-searches of a hybrid search are fused,
	 * including its limit and offset.
	 */
	Map<String, String> fusion(HybridQuery query, int subSearches) {
		Map<String, String> ranking = new LinkedHashMap<>();
		ranking.put("limit", Integer.toString(query.limit()));
		SearchParameterEncoder.addSettings(ranking, query.settings(), this.scopes);
		List<Reranker> rerankers = query.settings().rerankers();
		for (Reranker reranker : rerankers) {
			if (reranker instanceof Reranker.Weighted weighted
					&& weighted.weights().size() != query.subSearches().size()) {
				throw new InvalidDataAccessApiUsageException("A hybrid search of " + query.subSearches().size()
						+ " sub-searches needs as many weights, not " + weighted.weights().size());
			}
		}
		if (query.subSearches().size() != subSearches
				&& rerankers.stream().anyMatch(Reranker.Weighted.class::isInstance)) {
			throw new InvalidDataAccessApiUsageException(
					"A sub-search of the weighted hybrid search has a filter that no row can satisfy: leave the sub-search out");
		}
		Reranker fuser = rerankers.isEmpty() ? Reranker.rrf() : (rerankers.size() == 1) ? rerankers.get(0) : null;
		if (fuser instanceof Reranker.Rrf rrf) {
			ranking.put("strategy", "rrf");
			ranking.put("params", ParameterJson.of(Map.of("k", rrf.k())));
		}
		else if (fuser instanceof Reranker.Weighted weighted) {
			ranking.put("strategy", "weighted");
			Map<String, Object> weights = new LinkedHashMap<>();
			weights.put("weights", weighted.weights());
			if (weighted.normalized() != null) {
				weights.put("norm_score", weighted.normalized());
			}
			ranking.put("params", ParameterJson.of(weights));
		}
		return ranking;
	}

	/**
	 * Returns the score functions of a hybrid search; there are none if its only reranker
	 * is a fusion, which the parameters express.
	 */
	List<ScoreFunction> hybridFunctions(List<Reranker> rerankers) {
		boolean fusion = rerankers.size() == 1
				&& (rerankers.get(0) instanceof Reranker.Rrf || rerankers.get(0) instanceof Reranker.Weighted);
		if (!rerankers.isEmpty() && rerankers.stream().allMatch(Reranker.Boost.class::isInstance)) {
			// If there are functions, the server expects
			// the fusion of the sub-searches among them.
			List<Reranker> fused = new ArrayList<>(rerankers);
			fused.add(Reranker.rrf());
			return functions(fused);
		}
		return fusion ? List.of() : functions(rerankers);
	}

	List<ScoreFunction> functions(List<Reranker> rerankers) {
		return rerankers.stream().map(this::function).toList();
	}

	/**
	 * Returns the steps of a function chain, in which a column may be named by its
	 * property.
	 */
	List<ChainStep> chain(@Nullable FunctionChain chain) {
		if (chain == null) {
			return List.of();
		}
		Set<String> made = new HashSet<>(Set.of(FunctionChain.SCORE));
		List<ChainStep> steps = new ArrayList<>();
		for (FunctionChain.Step step : chain.steps()) {
			FunctionChain.Call call = step.call();
			Map<String, Object> parameters = new LinkedHashMap<>(step.parameters());
			List<String> inputs = names(step.inputs(), made);
			if (step.operator().equals("sort")) {
				parameters.put("column", inputs.get(0));
			}
			steps.add(new ChainStep(step.operator(), (call != null) ? call.function() : null,
					(call != null) ? names(call.columns(), made) : List.of(),
					(call != null) ? call.parameters() : Map.of(), inputs,
					(step.output() != null) ? List.of(step.output()) : List.of(), parameters));
			if (step.output() != null) {
				made.add(step.output());
			}
		}
		return steps;
	}

	private List<String> names(List<String> columns, Set<String> made) {
		return columns.stream()
			.map((column) -> made.contains(column) ? column : this.scopes.fieldName(column))
			.toList();
	}

	private ScoreFunction function(Reranker reranker) {
		Map<String, String> parameters = new LinkedHashMap<>();
		if (reranker instanceof Reranker.Rrf rrf) {
			parameters.put("reranker", "rrf");
			parameters.put("k", Integer.toString(rrf.k()));
			return new ScoreFunction("rrf", List.of(), parameters);
		}
		if (reranker instanceof Reranker.Weighted weighted) {
			parameters.put("reranker", "weighted");
			parameters.put("weights", ParameterJson.of(weighted.weights()));
			putIfPresent(parameters, "norm_score", weighted.normalized());
			return new ScoreFunction("weighted", List.of(), parameters);
		}
		if (reranker instanceof Reranker.Boost boost) {
			return boost(boost, parameters);
		}
		if (reranker instanceof Reranker.Decay decay) {
			parameters.put("reranker", "decay");
			parameters.put("function", decay.curve().name().toLowerCase(Locale.ROOT));
			parameters.put("origin", decay.origin().toString());
			parameters.put("offset", decay.offset().toString());
			parameters.put("scale", decay.scale().toString());
			parameters.put("decay", Double.toString(decay.decay()));
			return new ScoreFunction("decay", List.of(this.scopes.fieldName(decay.field())), parameters);
		}
		Reranker.Model model = (Reranker.Model) reranker;
		parameters.putAll(model.parameters());
		parameters.put("reranker", "model");
		parameters.put("provider", model.provider());
		parameters.put("queries", ParameterJson.of(model.queries()));
		return new ScoreFunction("model", List.of(this.scopes.fieldName(model.field())), parameters);
	}

	private ScoreFunction boost(Reranker.Boost boost, Map<String, String> parameters) {
		parameters.put("reranker", "boost");
		String text = this.filters.write(boost.filter());
		if (text == null) {
			throw new InvalidDataAccessApiUsageException("The filter of a boost is one that no row can satisfy");
		}
		if (!text.isEmpty()) {
			parameters.put("filter", text);
		}
		parameters.put("weight", Double.toString(boost.weight()));
		if (boost.seed() != null) {
			Map<String, Object> random = new LinkedHashMap<>();
			random.put("seed", boost.seed());
			if (boost.randomField() != null) {
				random.put("field", this.scopes.fieldName(boost.randomField()));
			}
			parameters.put("random_score", ParameterJson.of(random));
		}
		return new ScoreFunction("boost", List.of(), parameters);
	}

	private static void putIfPresent(Map<String, String> parameters, String name, @Nullable Object value) {
		if (value != null) {
			parameters.put(name, value.toString());
		}
	}

}
