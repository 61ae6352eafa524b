package io.github.milvusspring.data.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.query.Grouping;
import io.github.milvusspring.data.query.SearchSettings;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Encodes the parameters of a search for the Milvus protocol.
 */
final class SearchParameterEncoder {

	private static final Set<String> SET_BY_QUERY = Set.of("params", "anns_field", "topk", "limit", "offset",
			"round_decimal", "ignore_growing", "group_by_field", "group_size", "strict_group_size");

	private SearchParameterEncoder() {
	}

	/**
	 * Returns the parameters that a search and a sub-search of a hybrid search have in
	 * common.
	 */
	static Map<String, String> of(Map<String, Object> given, FieldSchema field, int limit, Scores scores) {
		Map<String, Object> all = new LinkedHashMap<>(given);
		if (!all.containsKey("range_filter")) {
			scores.addRange(all);
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		all.forEach((name, value) -> {
			if (SET_BY_QUERY.contains(name)) {
				throw new InvalidDataAccessApiUsageException("The search parameter '" + name
						+ "' is set by the query itself: use the method or attribute for it");
			}
			// Older servers read a parameter from "params", newer ones from the top
			// level.
			parameters.put(name, String.valueOf(value));
		});
		parameters.put("params", ParameterJson.of(all));
		parameters.put("anns_field", field.name());
		parameters.put("topk", Integer.toString(limit));
		if (field.metric() != null) {
			parameters.put("metric_type", field.metric().name());
		}
		return parameters;
	}

	/**
	 * Adds the parameters that a search needs, and that a hybrid search needs once for
	 * all its sub-searches.
	 */
	static void addSettings(Map<String, String> parameters, SearchSettings settings, ReadScopeFactory scopes) {
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
