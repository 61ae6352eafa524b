package io.github.milvusspring.data.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

import io.github.milvusspring.data.mapping.Metric;
import io.github.milvusspring.data.query.VectorQuery;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a search as the protocol has them.
 */
final class SearchParameters {

	private SearchParameters() {
	}

	static Map<String, String> of(VectorQuery query, String field, @Nullable Metric metric) {
		Map<String, String> parameters = new LinkedHashMap<>();
		StringJoiner json = new StringJoiner(",", "{", "}");
		query.parameters().forEach((name, value) -> {
			// Older servers look into "params", newer ones beside it.
			parameters.put(name, String.valueOf(value));
			boolean bare = value instanceof Number || value instanceof Boolean;
			json.add("\"" + name + "\":" + (bare ? value : "\"" + value + "\""));
		});
		parameters.put("params", json.toString());
		parameters.put("anns_field", field);
		parameters.put("topk", Integer.toString(query.limit()));
		parameters.put("round_decimal", "-1");
		parameters.put("ignore_growing", "false");
		if (query.offset() > 0) {
			parameters.put("offset", Integer.toString(query.offset()));
		}
		if (metric != null) {
			parameters.put("metric_type", metric.name());
		}
		return parameters;
	}

}
