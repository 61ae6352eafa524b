package io.github.milvusspring.data.convert.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.milvusspring.data.convert.EntityConverter;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterWriter;
import io.github.milvusspring.data.wire.column.JsonColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.core.TypedPropertyPath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * A filter names the keys of a document as Jackson writes them, and compares them with
 * values as Jackson writes them there.
 */
class JsonPositionsTests {

	private static final Meta META = new Meta(Instant.parse("2024-02-29T01:02:03.5Z"), LocalDate.of(2024, 2, 29),
			new BigDecimal("9.90"), Level.HIGH, new Code("c1"), "a title", 3.14f, List.of(new Code("c2")),
			Map.of("k", Level.LOW), new Inner("deep"), new char[] { 'x' });

	static Stream<Arguments> mappers() {
		ObjectMapper timestamps = new ObjectMapper().registerModule(new JavaTimeModule())
			.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.enable(SerializationFeature.WRITE_ENUMS_USING_INDEX);
		JsonMapper snake = JsonMapper.builder()
			.propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
			.enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
			.build();
		return Stream.of(arguments("Jackson 2", MilvusJson.defaults()),
				arguments("Jackson 2 otherwise", MilvusJson.jackson2(timestamps)),
				arguments("Jackson 3", MilvusJson.jackson3(JsonMapper.shared())),
				arguments("Jackson 3 otherwise", MilvusJson.jackson3(snake)));
	}

	@ParameterizedTest
	@MethodSource("mappers")
	void whatIsAskedForIsWhatIsWritten(String name, MilvusJson json) throws Exception {
		EntityConverter<Doc> docs = new MilvusConverter(new MilvusMappingContext(), json).entity(Doc.class);
		FilterWriter writer = new FilterWriter(docs.filterFields(), MilvusServer.NEWEST);
		Doc doc = new Doc("1", META, new float[] { 1, 2 });
		JsonColumn column = (JsonColumn) Objects.requireNonNull(docs.write(List.of(doc), true).find("meta"));
		JsonNode written = new ObjectMapper().readTree(new String(column.get(0), StandardCharsets.UTF_8));
		Map<String, Object> values = Map.ofEntries(Map.entry("meta.createdAt", META.createdAt()),
				Map.entry("meta.day", META.day()), Map.entry("meta.price", META.price()),
				Map.entry("meta.level", META.level()), Map.entry("meta.code", META.code()),
				Map.entry("meta.title", META.title()), Map.entry("meta.ratio", META.ratio()),
				Map.entry("meta.codes[0]", META.codes().get(0)),
				Map.entry("meta.levels.k", Objects.requireNonNull(META.levels().get("k"))),
				Map.entry("meta.inner.deepName", META.inner().deepName()), Map.entry("meta.the-title", META.title()));
		values.forEach((path, value) -> {
			String expression = Objects.requireNonNull(writer.write(Filter.where(path).is(value)));
			assertThat(evaluate(expression, written)).as("%s: %s in %s", name, expression, written).isTrue();
			assertThat(evaluate(Objects.requireNonNull(writer.write(Filter.where(path).in(List.of(value)))), written))
				.isTrue();
		});
		assertThat(writer.write(Filter.where("meta.codes").contains(META.codes().get(0)))).endsWith(", \"c2\")");
		assertThat(writer.write(Filter.where(TypedPropertyPath.of(Doc::meta).then(Meta::title)).is("x")))
			.isEqualTo("meta[\"the-title\"] == \"x\"");
	}

	// meta["a"][0] == literal, or in [literal]
	private static boolean evaluate(String expression, JsonNode document) {
		int end = expression.indexOf("] ") + 1;
		JsonNode node = document;
		for (String step : expression.substring("meta[".length(), end - 1).split("]\\[")) {
			node = step.startsWith("\"") ? node.path(step.substring(1, step.length() - 1))
					: node.path(Integer.parseInt(step));
		}
		String literal = expression.substring(end).replaceFirst("^ (== |in \\[)", "").replaceFirst("]$", "");
		return literal.startsWith("\"") ? node.isTextual() && ('"' + node.asText() + '"').equals(literal)
				: node.isNumber() && node.decimalValue().compareTo(new BigDecimal(literal)) == 0;
	}

	@Test
	void whatIsWrittenAsAnObjectIsNotCompared() {
		EntityConverter<Doc> docs = new MilvusConverter(new MilvusMappingContext()).entity(Doc.class);
		FilterWriter writer = new FilterWriter(docs.filterFields(), MilvusServer.NEWEST);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> writer.write(Filter.where("meta.inner").is(META.inner())))
			.withMessageContainingAll("Inner", "an object", "compare one of its parts");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> writer.write(Filter.where("meta.codes").is(META.codes())))
			.withMessageContainingAll("'meta.codes'", "contains(...)");
		FilterWriter maps = new FilterWriter((property) -> FieldSchema.of("meta", FieldType.JSON).build(),
				MilvusServer.LITE);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> maps.write(Filter.where("meta.scores").is(List.of(3.25, 6.5))))
			.withMessageContainingAll("'meta.scores'", "contains(...)")
			.withMessageNotContaining("List12");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> writer.write(Filter.where("meta.createdAt").lt(META.createdAt())))
			.withMessageContainingAll("'meta.createdAt'", "sorts otherwise");
	}

	@MilvusEntity
	record Doc(@Id String id, Meta meta, @VectorField(dimension = 2) float[] v) {
	}

	record Meta(Instant createdAt, @JsonFormat(pattern = "dd.MM.yyyy", shape = JsonFormat.Shape.STRING) LocalDate day,
			BigDecimal price, Level level, Code code, @JsonProperty("the-title") String title, float ratio,
			List<Code> codes, Map<String, Level> levels, Inner inner, char[] letters) {
	}

	enum Level {

		@JsonProperty("low-level")
		LOW, @JsonProperty("high-level")
		HIGH

	}

	record Code(@JsonValue String text) {
	}

	record Inner(String deepName) {
	}

}
