package io.github.milvusspring.data.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * JSON by Jackson 2.
 *
 * @param mapper the mapper
 */
record Jackson2Json(ObjectMapper mapper) implements MilvusJson {

	@Override
	public byte[] write(Object value) {
		try {
			return this.mapper.writeValueAsBytes(value);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Object read(byte[] json, Type type) {
		try {
			return this.mapper.readValue(json, this.mapper.constructType(type));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
