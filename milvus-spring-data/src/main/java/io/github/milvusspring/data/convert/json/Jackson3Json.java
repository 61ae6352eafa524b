package io.github.milvusspring.data.convert.json;

import java.lang.reflect.Type;

import io.github.milvusspring.data.model.JsonPosition;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads JSON with Jackson 3.
 */
final class Jackson3Json extends MilvusJson {

	private final JsonMapper mapper;

	private final JsonReadabilityCheck limits;

	Jackson3Json(JsonMapper mapper) {
		this.mapper = mapper;
		StreamReadConstraints constraints = mapper.tokenStreamFactory().streamReadConstraints();
		this.limits = new JsonReadabilityCheck(constraints.getMaxNestingDepth(), constraints.getMaxNumberLength(),
				constraints.getMaxStringLength(), constraints.getMaxNameLength());
	}

	@Override
	public JsonFormat format(Type type) {
		JavaType javaType = this.mapper.constructType(type);
		ObjectWriter plain = this.mapper.writer()
			.with(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
			.without(JsonWriteFeature.WRITE_NAN_AS_STRINGS);
		// A container, reference or abstract type is written as declared, which decides
		// the type ids that are written. Any other value is written as its class, which
		// may have more properties than the declared type.
		ObjectWriter writer = isWrittenAsDeclared(javaType) ? plain.forType(javaType) : plain;
		ObjectReader reader = this.mapper.readerFor(javaType);
		ObjectReader strict = this.mapper.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		return new JsonFormat() {

			@Override
			public byte[] write(Object value) {
				return Jackson3Json.this.limits.check(writer.writeValueAsBytes(value));
			}

			@Override
			public byte[] check(byte[] json) {
				requirePresent(!strict.readTree(json).isMissingNode());
				return Jackson3Json.this.limits.check(json);
			}

			@Override
			public Object read(byte[] json) {
				return reader.readValue(json);
			}

		};
	}

	private static boolean isWrittenAsDeclared(JavaType type) {
		return type.isContainerType() || type.isReferenceType()
				|| (type.isAbstract() && type.getRawClass() != Object.class);
	}

	@Override
	public JsonPosition document(@Nullable Type type) {
		return new Jackson3Position(this.mapper, (type != null) ? this.mapper.constructType(type) : null, null);
	}

}
