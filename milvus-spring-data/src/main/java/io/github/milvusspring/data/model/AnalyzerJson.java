package io.github.milvusspring.data.model;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads and writes analyzers as JSON in the format of Milvus. Keys are sorted, so that
 * equal analyzers always have the same text.
 */
public final class AnalyzerJson {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private AnalyzerJson() {
	}

	static String write(Map<String, Object> parameters) {
		try {
			return JSON.writeValueAsString(parameters);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("The analyzer cannot be written as JSON: " + ex.getOriginalMessage(),
					ex);
		}
	}

	public static Map<String, Object> read(String json) {
		try {
			return JSON.readValue(json, new TypeReference<Map<String, Object>>() {
			});
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("not a JSON object: " + ex.getOriginalMessage(), ex);
		}
	}

}
