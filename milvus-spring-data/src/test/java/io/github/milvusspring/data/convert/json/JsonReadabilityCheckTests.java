package io.github.milvusspring.data.convert.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.milvusspring.data.convert.EntityConverter;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.DynamicFields;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.JsonColumn;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * JSON that could not be read back is refused before it is written.
 */
class JsonReadabilityCheckTests {

	private static final MilvusConverter JACKSON_2 = new MilvusConverter(new MilvusMappingContext());

	private static final MilvusConverter JACKSON_3 = new MilvusConverter(new MilvusMappingContext(),
			MilvusJson.jackson3(JsonMapper.shared()));

	static Stream<Arguments> unreadable() {
		return Stream.of(arguments(new BigDecimal("1e400"), "range of a double"),
				arguments(BigInteger.TEN.pow(1_000), "a number of more than 1000 characters"),
				arguments(BigInteger.TEN.pow(400), "range of a double"), arguments(Double.NaN, "NaN"),
				arguments(Double.NEGATIVE_INFINITY, "NaN or infinity"), arguments(Float.POSITIVE_INFINITY, "NaN"),
				arguments(Map.of("k".repeat(50_001), 1), "a key of more than 50000 characters"),
				arguments(Map.of("a\uD83Db", 1), "surrogate"), arguments("a\uDE00", "surrogate"),
				arguments(deep(2_000), "levels"),
				arguments(List.of(Map.of("a", new BigDecimal("-1e999"))), "range of a double"));
	}

	private static Object deep(int levels) {
		Object value = 1;
		for (int i = 0; i < levels; i++) {
			value = List.of(value);
		}
		return value;
	}

	@ParameterizedTest
	@MethodSource("unreadable")
	void isRefusedWhereverItIsKept(Object value, String words) {
		for (MilvusConverter converter : List.of(JACKSON_2, JACKSON_3)) {
			refused(converter, new Doc("1", Map.of("a", value), null, null, Map.of()), "'meta'", words);
			refused(converter, new Doc("1", Map.of(), null, null, Map.of("a", value)), "dynamic fields", words);
		}
	}

	@Test
	void emojiAreKeptAsTheyAreAndNotAsEscapes() {
		for (MilvusJson json : List.of(MilvusJson.defaults(), MilvusJson.jackson2(new ObjectMapper()),
				MilvusJson.jackson3(JsonMapper.builder().build()))) {
			ColumnSet columns = new MilvusConverter(new MilvusMappingContext(), json).entity(Doc.class)
				.write(List
					.of(new Doc("1", Map.of("\ud83d\ude00", "\ud83d\ude01"), null, null, Map.of("\ud83d\ude02", 1))),
						true);
			String written = columns.columns()
				.stream()
				.filter(JsonColumn.class::isInstance)
				.map((column) -> ((JsonColumn) column).get(0))
				.filter(Objects::nonNull)
				.map((bytes) -> new String(bytes, StandardCharsets.UTF_8))
				.collect(Collectors.joining());
			assertThat(written).contains("\ud83d\ude00", "\ud83d\ude01", "\ud83d\ude02").doesNotContain("\\u", "\\U");
		}
	}

	@Test
	void isRefusedAsTheMapperIsConfigured() {
		ObjectMapper jackson2 = new ObjectMapper(new JsonFactoryBuilder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(1_000).build())
			.build());
		JsonMapper jackson3 = JsonMapper
			.builder(tools.jackson.core.json.JsonFactory.builder()
				.streamReadConstraints(
						tools.jackson.core.StreamReadConstraints.builder().maxStringLength(1_000).build())
				.build())
			.build();
		for (MilvusJson json : List.of(MilvusJson.jackson2(jackson2), MilvusJson.jackson3(jackson3))) {
			MilvusConverter converter = new MilvusConverter(new MilvusMappingContext(), json);
			refused(converter, new Doc("1", Map.of("a", "x".repeat(1_001)), null, null, Map.of()),
					"a text of more than 1000 characters");
			converter.entity(Doc.class)
				.write(List.of(new Doc("1", Map.of("a", "é".repeat(1_000)), null, null, Map.of())), true);
		}
	}

	private static void refused(MilvusConverter converter, Doc doc, String... words) {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> converter.entity(Doc.class).write(List.of(doc), true))
			.satisfies((ex) -> assertThat(ex.getMessage()).containsAnyOf(words).contains("Nothing was written"));
	}

	@Test
	void isRefusedInTreesAndDocuments() throws Exception {
		JsonNode tree = new ObjectMapper().createObjectNode().put("a", new BigDecimal("1e400"));
		refused(JACKSON_2, new Doc("1", Map.of(), tree, null, Map.of()), "range of a double");
		refused(JACKSON_2, new Doc("1", Map.of(), DoubleNode.valueOf(Double.NaN), null, Map.of()), "NaN");
		for (String document : List.of("{\"a\": 1e400}", "{\"a\": NaN}", "{\"a\": \"\\ud83d\"}", "{\"a\": 1", "{} x",
				"{\"a\": \"\uD83D\"}", "[1,]", "", "Infinity")) {
			refused(JACKSON_2, new Doc("1", Map.of(), null, document, Map.of()), "'document'");
		}
	}

	@ParameterizedTest
	@MethodSource
	void whatCanBeReadIsRead(Object value) {
		for (MilvusConverter converter : List.of(JACKSON_2, JACKSON_3)) {
			EntityConverter<Doc> docs = converter.entity(Doc.class);
			ColumnSet columns = docs.write(
					List.of(new Doc("1", Map.of("a", value), TextNode.valueOf("5"), "\"text\"", Map.of("b", value))),
					true);
			Doc read = docs.read(columns).get(0);
			assertThat(read.meta()).containsKey("a");
			assertThat(Objects.requireNonNull(read.tree()).textValue()).isEqualTo("5");
			assertThat(read.document()).isEqualTo("\"text\"");
			assertThat(read.extra()).containsKey("b");
		}
	}

	static List<Object> whatCanBeReadIsRead() {
		return List.of(new BigDecimal("1e300"), Double.MAX_VALUE, "😀", Map.of("😀", "\\uD83D"), deep(400),
				"k".repeat(60_000), Map.of("k".repeat(49_000), 1), BigInteger.TEN.pow(300), "\"[{NaN Infinity 1e400");
	}

	@Property(tries = 300)
	void anyDocumentIsReadBackOrRefused(@ForAll("documents") Object value) {
		EntityConverter<Doc> docs = JACKSON_2.entity(Doc.class);
		Doc doc = new Doc("1", Map.of("a", value), null, null, Map.of());
		try {
			ColumnSet columns = docs.write(List.of(doc), true);
			assertThat(docs.read(columns).get(0).meta().get("a").toString()).isEqualTo(value.toString());
		}
		catch (DataIntegrityViolationException ex) {
			assertThat(value.toString()).containsPattern("NaN|Infinity|[\uD800-\uDFFF]");
		}
	}

	@Provide
	Arbitrary<Object> documents() {
		Arbitrary<Object> leaves = Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(5).map(Object.class::cast),
				Arbitraries.of(1, -1.5, Double.NaN, Double.POSITIVE_INFINITY, true, "\\", "\"", "NaN", "\uD83D", "}"));
		return Arbitraries.recursive(() -> leaves, (inner) -> Arbitraries
			.oneOf(inner.list().ofMaxSize(3).map(ArrayList::new), inner.map((one) -> Map.of("k", one))), 0, 3);
	}

	@MilvusEntity
	record Doc(@Id String id, Map<String, Object> meta, @MilvusField(nullable = true) JsonNode tree,
			@MilvusField(type = FieldType.JSON, nullable = true) String document,
			@DynamicFields Map<String, Object> extra, @VectorField(dimension = 2) float[] v) {

		Doc(String id, Map<String, Object> meta, JsonNode tree, String document, Map<String, Object> extra) {
			this(id, meta, tree, document, extra, new float[] { 1, 2 });
		}

		@org.springframework.data.annotation.PersistenceCreator
		Doc {
		}

	}

}
