package io.github.milvusspring.data.convert;

import java.lang.reflect.Type;

import com.fasterxml.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON, by whichever Jackson the application uses.
 */
public interface MilvusJson {

	/**
	 * Writes a value.
	 * @param value the value
	 * @return the JSON in UTF-8
	 * @throws RuntimeException when the value cannot be written
	 */
	byte[] write(Object value);

	/**
	 * Reads a value.
	 * @param json the JSON in UTF-8
	 * @param type the type to read
	 * @return the value
	 * @throws RuntimeException when the JSON does not fit the type
	 */
	Object read(byte[] json, Type type);

	/**
	 * Uses a Jackson 2 mapper.
	 * @param mapper the mapper
	 * @return JSON by that mapper
	 */
	static MilvusJson jackson2(ObjectMapper mapper) {
		return new Jackson2Json(mapper);
	}

	/**
	 * Uses a Jackson 3 mapper.
	 * @param mapper the mapper
	 * @return JSON by that mapper
	 */
	static MilvusJson jackson3(JsonMapper mapper) {
		return new Jackson3Json(mapper);
	}

}
