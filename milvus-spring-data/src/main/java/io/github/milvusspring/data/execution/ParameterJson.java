package io.github.milvusspring.data.execution;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes request parameters as JSON.
 */
final class ParameterJson {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private ParameterJson() {
	}

	/**
	 * Writes an object or array.
	 * @param value a map, list, text, number or boolean
	 * @return the JSON
	 * @throws InvalidDataAccessApiUsageException when it contains a value that JSON
	 * cannot represent
	 */
	static String of(Object value) {
		requireFinite(value);
		try {
			return MAPPER.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new InvalidDataAccessApiUsageException(
					"A parameter cannot be sent, " + value + ": " + ex.getOriginalMessage(), ex);
		}
	}

	private static void requireFinite(Object value) {
		if ((value instanceof Double || value instanceof Float) && !Double.isFinite(((Number) value).doubleValue())) {
			throw new InvalidDataAccessApiUsageException(
					"A parameter is " + value + ", which JSON does not have: use a finite number");
		}
		Collection<?> parts = (value instanceof Map<?, ?> map) ? map.values()
				: (value instanceof Collection<?> list) ? list : List.of();
		parts.forEach(ParameterJson::requireFinite);
	}

}
