package io.github.milvusspring.data.convert;

import java.lang.reflect.Type;

import tools.jackson.databind.json.JsonMapper;

/**
 * JSON by Jackson 3.
 *
 * @param mapper the mapper
 */
record Jackson3Json(JsonMapper mapper) implements MilvusJson {

	@Override
	public byte[] write(Object value) {
		return this.mapper.writeValueAsBytes(value);
	}

	@Override
	public Object read(byte[] json, Type type) {
		return this.mapper.readValue(json, this.mapper.constructType(type));
	}

}
