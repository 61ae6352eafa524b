package io.github.milvusspring.data.convert.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.milvusspring.data.model.JsonPosition;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads JSON with Jackson 2.
 */
final class Jackson2Json extends MilvusJson {

	private final ObjectMapper mapper;

	private final JsonReadabilityCheck limits;

	Jackson2Json(ObjectMapper mapper) {
		this.mapper = mapper;
		StreamReadConstraints constraints = mapper.getFactory().streamReadConstraints();
		this.limits = new JsonReadabilityCheck(constraints.getMaxNestingDepth(), constraints.getMaxNumberLength(),
				constraints.getMaxStringLength(), constraints.getMaxNameLength());
	}

	@Override
	public JsonFormat format(Type type) {
		JavaType javaType = this.mapper.constructType(type);
		// Servers look a key up by its characters, not by their escapes.
		ObjectWriter plain = this.mapper.writer()
			.with(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
			.without(JsonGenerator.Feature.QUOTE_NON_NUMERIC_NUMBERS);
		// A container, reference or abstract type is written as declared, which decides
		// the type ids that are written. Any other value is written as its class, which
		// may have more properties than the declared type.
		ObjectWriter writer = isWrittenAsDeclared(javaType) ? plain.forType(javaType) : plain;
		ObjectReader reader = this.mapper.readerFor(javaType);
		ObjectReader strict = this.mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		return new JsonFormat() {

			@Override
			public byte[] write(Object value) {
				try {
					return Jackson2Json.this.limits.check(writer.writeValueAsBytes(value));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}

			@Override
			public byte[] check(byte[] json) {
				try {
					requirePresent(!strict.readTree(json).isMissingNode());
					return Jackson2Json.this.limits.check(json);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}

			@Override
			public Object read(byte[] json) {
				try {
					return reader.readValue(json);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}

		};
	}

	private static boolean isWrittenAsDeclared(JavaType type) {
		return type.isContainerType() || type.isReferenceType()
				|| (type.isAbstract() && type.getRawClass() != Object.class);
	}

	@Override
	public JsonPosition document(@Nullable Type type) {
		return new Jackson2Position(this.mapper, (type != null) ? this.mapper.constructType(type) : null, null);
	}

}
