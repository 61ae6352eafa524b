package io.github.milvusspring.data.convert.json;

import java.lang.reflect.Type;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.milvusspring.data.model.JsonPosition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the JSON of fields with a mapper of Jackson 2 or 3.
 */
public abstract sealed class MilvusJson permits Jackson2Json, Jackson3Json {

	MilvusJson() {
	}

	/**
	 * Uses a mapper of Jackson 2.
	 * @param mapper the mapper
	 * @return JSON as the mapper writes and reads it
	 */
	public static MilvusJson jackson2(ObjectMapper mapper) {
		return new Jackson2Json(mapper);
	}

	/**
	 * Uses a mapper of Jackson 3.
	 * @param mapper the mapper
	 * @return JSON as the mapper writes and reads it
	 */
	public static MilvusJson jackson3(JsonMapper mapper) {
		return new Jackson3Json(mapper);
	}

	/**
	 * Uses a mapper of Jackson 2 with the modules on the class path. As with Jackson 3,
	 * times are written as texts, and unknown properties are ignored.
	 * @return JSON as such a mapper writes and reads it
	 */
	public static MilvusJson defaults() {
		return jackson2(com.fasterxml.jackson.databind.json.JsonMapper.builder()
			.findAndAddModules()
			.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
			.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build());
	}

	/**
	 * Returns the JSON format of a type.
	 * @param type the type
	 * @return how its values are written and read
	 */
	public abstract JsonFormat format(Type type);

	static void requirePresent(boolean present) {
		if (!present) {
			throw new IllegalArgumentException("it is empty");
		}
	}

	/**
	 * Returns the position of a complete document.
	 * @param type the type of the values that are documents, {@code null} when it is not
	 * known
	 * @return the position
	 */
	public abstract JsonPosition document(@Nullable Type type);

}
