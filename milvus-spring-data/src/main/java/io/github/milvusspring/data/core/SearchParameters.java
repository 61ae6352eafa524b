package io.github.milvusspring.data.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.query.Grouping;
import io.github.milvusspring.data.query.SearchSettings;

/**
 * The parameters of a search as the protocol has them.
 */
final class SearchParameters {

	private SearchParameters() {
	}

	/**
	 * What a search and a leg of a hybrid search both need.
	 */
	static Map<String, String> of(Map<String, Object> given, FieldSchema field, int limit, Scores scores) {
		Map<String, Object> all = new LinkedHashMap<>(given);
		if (!all.containsKey("range_filter")) {
			scores.addRange(all);
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		StringJoiner json = new StringJoiner(",", "{", "}");
		all.forEach((name, value) -> {
			// Older servers look into "params", newer ones beside it.
			parameters.put(name, String.valueOf(value));
			boolean bare = value instanceof Number || value instanceof Boolean;
			json.add("\"" + name + "\":" + (bare ? value : "\"" + value + "\""));
		});
		parameters.put("params", json.toString());
		parameters.put("anns_field", field.name());
		parameters.put("topk", Integer.toString(limit));
		if (field.metric() != null) {
			parameters.put("metric_type", field.metric().name());
		}
		return parameters;
	}

	/**
	 * What a search alone needs, and a hybrid search needs once.
	 */
	static void addSettings(Map<String, String> parameters, SearchSettings settings, ReadScopes scopes) {
		parameters.put("round_decimal", Integer.toString(settings.decimals()));
		parameters.put("ignore_growing", Boolean.toString(settings.ignoreGrowing()));
		if (settings.offset() > 0) {
			parameters.put("offset", Integer.toString(settings.offset()));
		}
		Grouping grouping = settings.grouping();
		if (grouping != null) {
			parameters.put("group_by_field", scopes.fieldName(grouping.field()));
			parameters.put("group_size", Integer.toString(grouping.size()));
			parameters.put("strict_group_size", Boolean.toString(grouping.strict()));
		}
	}

}
