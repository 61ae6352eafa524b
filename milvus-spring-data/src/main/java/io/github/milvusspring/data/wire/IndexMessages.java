package io.github.milvusspring.data.wire;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.model.Metric;
import io.milvus.grpc.CreateIndexRequest;
import io.milvus.grpc.IndexDescription;
import org.jspecify.annotations.Nullable;

/**
 * Converts index schemas to and from the generated messages of the Milvus protocol.
 */
final class IndexMessages {

	private static final String INDEX_TYPE = "index_type";

	private static final String METRIC_TYPE = "metric_type";

	private static final String PARAMS = "params";

	private static final ObjectMapper JSON = new ObjectMapper();

	private IndexMessages() {
	}

	static CreateIndexRequest create(String collection, IndexSchema index) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put(INDEX_TYPE, index.type().word());
		Metric metric = index.metric();
		if (metric != null) {
			parameters.put(METRIC_TYPE, metric.name());
		}
		parameters.putAll(index.parameters());
		return CreateIndexRequest.newBuilder()
			.setCollectionName(collection)
			.setFieldName(index.field())
			.setIndexName(index.name())
			.addAllExtraParams(FieldMessages.pairs(parameters))
			.build();
	}

	static IndexState read(IndexDescription description) {
		Map<String, String> parameters = FieldMessages.values(description.getParamsList());
		String type = parameters.remove(INDEX_TYPE);
		String metric = parameters.remove(METRIC_TYPE);
		String more = parameters.remove(PARAMS);
		parameters.putAll(more(more));
		IndexType known = type((type != null) ? type : "");
		if (known == null) {
			// Keeps the name of a type that only a newer server knows.
			parameters.put(INDEX_TYPE, String.valueOf(type));
		}
		IndexSchema index = new IndexSchema(description.getIndexName(), description.getFieldName(),
				(known != null) ? known : IndexType.AUTOINDEX, metric((metric != null) ? metric : ""), parameters);
		boolean finished = switch (description.getState()) {
			case Finished -> description.getPendingIndexRows() == 0;
			default -> false;
		};
		return new IndexState(index, description.getIndexedRows(), description.getTotalRows(),
				description.getPendingIndexRows(), finished, switch (description.getState()) {
					case Failed -> description.getIndexStateFailReason().isEmpty() ? "no reason given"
							: description.getIndexStateFailReason();
					default -> "";
				});
	}

	private static Map<String, String> more(@Nullable String json) {
		Map<String, String> parameters = new LinkedHashMap<>();
		if (json != null && !json.isEmpty()) {
			try {
				JSON.readValue(json, new TypeReference<Map<String, Object>>() {
				}).forEach((name, value) -> parameters.put(name, String.valueOf(value)));
			}
			catch (JsonProcessingException ex) {
				parameters.put(PARAMS, json);
			}
		}
		return parameters;
	}

	private static @Nullable IndexType type(String word) {
		for (IndexType type : IndexType.values()) {
			if (type.word().equalsIgnoreCase(word)) {
				return type;
			}
		}
		return null;
	}

	private static @Nullable Metric metric(String name) {
		for (Metric metric : Metric.values()) {
			if (metric.name().equalsIgnoreCase(name)) {
				return metric;
			}
		}
		return null;
	}

}
