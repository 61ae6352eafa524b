package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.MilvusServer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.core.TypedPropertyPath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * How the expressions are written that look into values, compute, or call functions.
 */
class FilterLanguageTests {

	private final FilterWriter writer = new FilterWriter(FilterLanguageTests::field, MilvusServer.NEWEST);

	static @Nullable FieldSchema field(String property) {
		return switch (property) {
			case "price", "limit" ->
				FieldSchema.of(property, FieldType.DOUBLE).nullable(property.equals("limit")).build();
			case "age" -> FieldSchema.of("age", FieldType.INT32).build();
			case "title" -> FieldSchema.of("title", FieldType.VARCHAR).maxLength(10).nullable(true).build();
			case "body" -> FieldSchema.of("body", FieldType.TEXT).build();
			case "meta" -> FieldSchema.of("meta", FieldType.JSON).nullable(true).build();
			case "tags" -> FieldSchema.of("tags", FieldType.ARRAY)
				.elementType(FieldType.VARCHAR)
				.maxLength(10)
				.maxCapacity(10)
				.nullable(true)
				.build();
			case "sizes" ->
				FieldSchema.of("sizes", FieldType.ARRAY).elementType(FieldType.INT64).maxCapacity(9).build();
			case "created" -> FieldSchema.of("created", FieldType.TIMESTAMPTZ).nullable(true).build();
			case "area" -> FieldSchema.of("area", FieldType.GEOMETRY).nullable(true).build();
			case "chunks" -> FieldSchema.of("chunks", FieldType.ARRAY_OF_STRUCT)
				.structFields(List.of(FieldSchema.of("page", FieldType.INT32).build(),
						FieldSchema.of("text", FieldType.VARCHAR).maxLength(10).build()))
				.maxCapacity(9)
				.build();
			default -> null;
		};
	}

	private @Nullable String write(Filter filter) {
		return this.writer.write(filter);
	}

	private void assertRefused(Filter filter, String... words) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> write(filter))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(words));
	}

	@Test
	void thousandsOfConditionsAreAFewBracketsDeep() {
		List<Filter> conditions = IntStream.range(0, 5_000).mapToObj((i) -> Filter.where("age").is(i)).toList();
		Filter chained = conditions.stream().reduce(Filter::or).orElseThrow();
		Filter listed = Filter.anyOf(conditions);
		assertThat(chained).isEqualTo(listed).hasSameHashCodeAs(listed).hasToString(listed.toString());
		for (Filter many : List.of(chained, listed, chained.not(), Filter.allOf(conditions),
				conditions.stream().reduce(Filter::and).orElseThrow())) {
			String text = write(many);
			assertThat(text).contains("0", "4999");
			assertThat(depth(text)).as("brackets within each other").isLessThan(15);
			assertThat(text.split(" or | and ")).hasSize(5_000);
		}
		assertThat(write(Filter.anyOf(conditions.subList(0, 1)))).isEqualTo("age == 0");
	}

	private static int depth(String text) {
		int depth = 0;
		int deepest = 0;
		for (char c : text.toCharArray()) {
			depth += (c == '(') ? 1 : (c == ')') ? -1 : 0;
			deepest = Math.max(deepest, depth);
		}
		return deepest;
	}

	@Test
	void filtersWithinEachOtherHaveAnEnd() {
		Filter deep = Filter.where("age").is(0);
		for (int i = 1; i < 199; i++) {
			deep = (i % 2 == 0) ? deep.and(Filter.where("age").is(i)) : deep.or(Filter.where("age").is(i));
		}
		assertThat(write(deep)).contains("age == 198");
		Filter deepest = deep;
		assertThatIllegalArgumentException().isThrownBy(() -> {
			Filter deeper = deepest;
			for (int i = 0; i < 4; i++) {
				deeper = deeper.and(Filter.where("age").is(i)).or(Filter.where("price").is(i));
			}
		}).withMessageContaining("200");
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("meta" + ".a".repeat(101)).is(1))
			.withMessageContaining("100 steps");
	}

	@Test
	void aListOfManyJsonValuesIsOneConditionOfEachType() {
		List<Object> values = new ArrayList<>(IntStream.range(0, 5_000).boxed().toList());
		String in = write(Filter.where("meta").key("a").in(values));
		assertThat(in).startsWith("meta[\"a\"] in [0, 1, 2, ").doesNotContain(" or ");
		String notIn = write(Filter.where("meta").key("a").notIn(values));
		assertThat(notIn).contains("meta[\"a\"] not in [0, 1, 2, ").endsWith("4999]").hasSizeLessThan(40_000);
	}

	@Test
	void atLeastNoneIsRefusedAndTimesOfARowAreComparedOnMilvusLiteAlone() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Filter.where("chunks").atLeast(0, Filter.where("page").gt(1)))
			.withMessageContaining("0");
		Filter times = Filter.where("created").lt(Filter.field("created"));
		assertRefused(times, "only Milvus Lite compares two points in time");
		assertThat(new FilterWriter(FilterLanguageTests::field, MilvusServer.LITE).write(times))
			.contains("created < created");
	}

	@Test
	void conditionsGoOnWithAnotherPropertyFromLeftToRight() {
		assertThat(write(Filter.where("price").lt(10).and("tags").containsAny("a", "b")))
			.isEqualTo("price < 10.0 and array_contains_any(tags, [\"a\", \"b\"])");
		assertThat(write(Filter.where("price").lt(1).or("price").gt(2).and("age").is(3)))
			.isEqualTo("(price < 1.0 or price > 2.0) and age == 3");
		assertThat(write(Filter.where("price").lt(1).and("price").gt(2).or("age").is(3)))
			.isEqualTo("(price < 1.0 and price > 2.0) or age == 3");
		assertThat(write(Filter.where("price").lt(1).or("age").between(2, 3)))
			.isEqualTo("price < 1.0 or (age >= 2 and age <= 3)");
		assertThat(write(Filter.where("price").lt(1).and("sizes").length().gt(2)))
			.isEqualTo("price < 1.0 and array_length(sizes) > 2");
		assertThat(write(Filter.where("price").lt(1).and("age").notIn(List.of()))).isEqualTo("price < 1.0");
	}

	@Test
	void propertiesCanBeNamedByTheirGetters() {
		assertThat(write(Filter.where(Product::price).lt(10).and(Product::title).is("x").or(Product::age).is(1)))
			.isEqualTo("(price < 10.0 and title == \"x\") or age == 1");
		assertThat(write(Filter.where(TypedPropertyPath.of(Product::meta).then(Meta::color)).is("red")))
			.isEqualTo("meta[\"color\"] == \"red\"");
	}

	@Test
	void pathsLeadIntoDocuments() {
		assertThat(write(Filter.where("meta").key("a").key("b").at(0).is(1))).isEqualTo("meta[\"a\"][\"b\"][0] == 1");
		assertThat(write(Filter.where("meta.a.b[0]").is(1))).isEqualTo("meta[\"a\"][\"b\"][0] == 1");
		assertThat(write(Filter.where("extra.a").is(1))).isEqualTo("extra[\"a\"] == 1");
		assertThat(write(Filter.where("$meta").key("a b").is(1))).isEqualTo("$meta[\"a b\"] == 1");
		assertThat(write(Filter.where("meta").key("a.b[0]").is(1))).isEqualTo("meta[\"a.b[0]\"] == 1");
	}

	@Test
	void keysStayInsideTheirQuotes() {
		assertThat(write(Filter.where("meta").key("it's").is(1))).isEqualTo("meta[\"it's\"] == 1");
		assertThat(write(Filter.where("meta").key("say \"hi\"").is(1))).isEqualTo("meta[\"say \\\"hi\\\"\"] == 1");
		assertThat(write(Filter.where("meta").key("'\"] or [\"").is(1))).isEqualTo("meta[\"'\\\"] or [\\\"\"] == 1");
		assertThat(write(Filter.where("meta").key("\\").is(1))).isEqualTo("meta[\"\\\\\"] == 1");
		assertThat(write(Filter.where("meta").key("\n").is(1))).isEqualTo("meta[\"\\n\"] == 1");
		assertRefused(Filter.where("meta").key("\uD83D").is(1), "meta", "surrogate");
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("meta").key(""))
			.withMessageContaining("empty");
	}

	@Property
	void noKeyEndsItsQuotes(@ForAll("hostile") String key) {
		String expression = write(Filter.where("meta").key(key).is(true));
		assertThat(expression).startsWith("meta[").endsWith("] == true");
		String literal = expression.substring("meta[".length(), expression.length() - "] == true".length());
		assertThat(unquoted(literal)).isEqualTo(key);
	}

	@Provide
	Arbitrary<String> hostile() {
		return hostileTexts();
	}

	static Arbitrary<String> hostileTexts() {
		return Arbitraries.strings()
			.withChars("\"\\'\n\r\t{}[]()%_ =or1a$😀".toCharArray())
			.ofMinLength(1)
			.ofMaxLength(12)
			.filter((text) -> text.codePoints().noneMatch((c) -> c >= 0xD800 && c <= 0xDFFF));
	}

	static String unquoted(String literal) {
		char quote = literal.charAt(0);
		assertThat(quote).isIn('"', '\'');
		StringBuilder text = new StringBuilder();
		for (int i = 1; i < literal.length() - 1; i++) {
			char c = literal.charAt(i);
			assertThat(c).isNotIn(quote, '\n', '\r');
			if (c == '\\') {
				char escaped = literal.charAt(++i);
				text.append((escaped == 'n') ? '\n' : (escaped == 'r') ? '\r' : (escaped == 't') ? '\t' : escaped);
			}
			else {
				text.append(c);
			}
		}
		assertThat(literal).endsWith(String.valueOf(quote));
		return text.toString();
	}

	@Test
	void jsonValuesAreDifferentWithinTheirType() {
		Condition path = Filter.where("meta.a");
		assertThat(write(path.isNot(1))).isEqualTo("(meta[\"a\"] < 1 or meta[\"a\"] > 1)");
		assertThat(write(path.is("x").not())).isEqualTo("(meta[\"a\"] < \"x\" or meta[\"a\"] > \"x\")");
		assertThat(write(path.isNot(true))).isEqualTo("meta[\"a\"] == false");
		assertThat(write(path.is(false).not())).isEqualTo("meta[\"a\"] == true");
		assertThat(write(path.in(1, "x"))).isEqualTo("(meta[\"a\"] in [\"x\"] or meta[\"a\"] in [1])");
		assertThat(write(path.in(1))).isEqualTo("meta[\"a\"] in [1]");
		assertThat(write(path.notIn(List.of(1, 2.5))))
			.isEqualTo("(meta[\"a\"] < 0 or meta[\"a\"] >= 0) and meta[\"a\"] not in [1] and meta[\"a\"] not in [2.5]");
		assertThat(write(Filter.where("color").isNot("red"))).isEqualTo("(color < \"red\" or color > \"red\")");
		assertThat(write(Filter.where("color").in("a", "b"))).isEqualTo("color in [\"a\", \"b\"]");
		assertRefused(path.notIn(List.of(1, "x")), "meta.a", "a list for each type");
	}

	@Test
	void aDocumentAsAWholeIsNotCompared() {
		assertRefused(Filter.where("meta").is("{}"), "'meta'", "name a path");
		assertRefused(Filter.where("meta").in("{}"), "'meta'", "name a path");
		assertRefused(Filter.where("meta").lt(Filter.field("title")), "meta");
		assertRefused(Filter.where("meta").like("%a%"), "meta", "not a text");
		assertThat(write(Filter.where("meta").isNull())).isEqualTo("meta is null");
		assertThat(write(Filter.where("meta").contains(1).not()))
			.isEqualTo("meta is not null and " + noScalar("meta") + " and not json_contains(meta, 1)");
		assertThat(write(Filter.where("meta").length().is(0)))
			.isEqualTo("meta is not null and " + noScalar("meta") + " and array_length(meta) == 0");
	}

	@Test
	void documentsAreAskedForWhatTheyHold() {
		Condition path = Filter.where("meta.a");
		assertThat(write(path.exists())).isEqualTo("(exists meta[\"a\"])");
		assertThat(write(path.exists().not())).isEqualTo("not (exists meta[\"a\"])");
		assertThat(write(path.isNull())).isEqualTo("meta[\"a\"] is null");
		assertThat(write(path.isNull().not())).isEqualTo("meta[\"a\"] is not null");
		assertThat(write(path.contains("x"))).isEqualTo("json_contains(meta[\"a\"], \"x\")");
		assertThat(write(path.containsAll(1, "x"))).isEqualTo("json_contains_all(meta[\"a\"], [1, \"x\"])");
		assertThat(write(path.containsAny(List.of(1)).not())).isEqualTo(
				"(exists meta[\"a\"]) and " + noScalar("meta[\"a\"]") + " and not json_contains_any(meta[\"a\"], [1])");
		assertThat(write(path.length().gt(2))).isEqualTo("array_length(meta[\"a\"]) > 2");
		assertThat(write(path.length().lt(2)))
			.isEqualTo("(exists meta[\"a\"]) and " + noScalar("meta[\"a\"]") + " and array_length(meta[\"a\"]) < 2");
		assertThat(write(path.like("a_%"))).isEqualTo("meta[\"a\"] like \"a_%\"");
		assertThat(write(path.endsWith("x").not())).isEqualTo("meta[\"a\"] >= \"\" and not (meta[\"a\"] like \"%x\")");
		assertThat(write(Filter.where("color").exists())).isEqualTo("(exists color)");
		assertRefused(Filter.where("title").exists(), "title", "isNotNull()");
	}

	/**
	 * What a server counts as an array of no elements, or as one that does not contain
	 * something.
	 */
	private static String noScalar(String path) {
		return "not (%1$s >= \"\") and not (%1$s < 0 or %1$s >= 0) and not (%1$s == true or %1$s == false)"
			.formatted(path);
	}

	@Test
	void onlyDocumentsHaveKeysAndOnlyArraysElements() {
		assertRefused(Filter.where("title.a").is(1), "title", "VARCHAR", "only JSON");
		assertRefused(Filter.where("tags.a").is(1), "tags", "only JSON");
		assertRefused(Filter.where("title[0]").is(1), "title", "only an array");
		assertRefused(Filter.where("age").length().is(1), "age", "only an array");
		assertRefused(Filter.where("age").contains(1).and("age").containsAll(1), "age");
		assertRefused(Filter.where("tags[0]").isNull(), "tags[0]", "null");
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("tags").at(-1));
	}

	@Test
	void arraysAreAskedForElements() {
		assertThat(write(Filter.where("tags").at(0).is("x"))).isEqualTo("tags[0] == \"x\"");
		assertThat(write(Filter.where("tags[0]").isNot("x"))).isEqualTo("tags is not null and tags[0] != \"x\"");
		assertThat(write(Filter.where("sizes[1]").in(1, 2))).isEqualTo("(sizes[1] == 1 or sizes[1] == 2)");
		assertThat(write(Filter.where("sizes[1]").notIn(List.of(1, 2)))).isEqualTo("sizes[1] != 1 and sizes[1] != 2");
		assertThat(write(Filter.where("tags").length().gt(2))).isEqualTo("array_length(tags) > 2");
		assertThat(write(Filter.where("sizes").length().in(1, 2)))
			.isEqualTo("(array_length(sizes) == 1 or array_length(sizes) == 2)");
		assertThat(write(Filter.where("sizes").containsAll(-1, 2))).isEqualTo("array_contains_all(sizes, [-1, 2])");
		assertThat(write(Filter.where("sizes").containsAny(1, Long.MIN_VALUE).not()))
			.isEqualTo("not (array_contains_any(sizes, [1]) or array_contains(sizes, (-9223372036854775807 - 1)))");
		assertThat(write(Filter.where("sizes").containsAll())).isEmpty();
		assertThat(write(Filter.where("sizes").containsAny())).isNull();
		assertRefused(Filter.where("sizes").containsAny("x"), "sizes", "an integer");
		assertRefused(Filter.where("sizes").at(0).is("x"), "sizes", "an integer");
		assertRefused(Filter.where("sizes").length().is(1.5), "sizes", "an integer");
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("sizes").containsAny(Arrays.asList(1, null)))
			.withMessageContainingAll("sizes", "null");
	}

	@Test
	void aPatternIsWrittenAsItIs() {
		assertThat(write(Filter.where("title").like("a\\_\"b%")))
			.isEqualTo("title >= \"a_\\\"b\" and title < \"a_\\\"c\"");
		assertThat(write(Filter.where("title").like("a%").not())).isEqualTo("(title < \"a\" or title >= \"b\")");
		assertThat(write(Filter.where("title").like("a_b%").not()))
			.isEqualTo("title is not null and not (title like \"a_b%\")");
		assertRefused(Filter.where("age").like("a%"), "age", "not a text");
		assertRefused(Filter.where("tags").length().like("1%"), "tags", "not a text");
	}

	@Test
	void numbersAreComputed() {
		assertThat(write(Filter.where("price").multiply(2).plus(1).lt(10))).isEqualTo("price * 2.0 + 1.0 < 10.0");
		assertThat(write(Filter.where("price").plus(1).multiply(2).lt(10))).isEqualTo("(price + 1.0) * 2.0 < 10.0");
		assertThat(write(Filter.where("age").minus(-2).divide(3).lt(1))).isEqualTo("(age - -2) / 3 < 1");
		assertThat(write(Filter.where("age").modulo(10).is(3))).isEqualTo("age % 10 == 3");
		assertThat(write(Filter.where("age").multiply(2).in(3, 4))).isEqualTo("(age * 2 == 3 or age * 2 == 4)");
		assertThat(write(Filter.where("limit").plus(1).isNot(2))).isEqualTo("limit is not null and limit + 1.0 != 2.0");
		assertThat(write(Filter.where("meta.a").plus(1).isNot(2)))
			.isEqualTo("(meta[\"a\"] + 1 < 2 or meta[\"a\"] + 1 > 2)");
		assertThat(write(Filter.where("meta.a").multiply(2).lt(9.99))).isEqualTo("meta[\"a\"] * 2.0 < 9.99");
		assertThat(write(Filter.where("meta.a").multiply(0.5).lt(9))).isEqualTo("meta[\"a\"] * 0.5 < 9.0");
		assertThat(write(Filter.where("sizes").at(0).plus(1).gt(2))).isEqualTo("sizes[0] + 1 > 2");
		assertRefused(Filter.where("title").plus(1).lt(2), "title", "no number");
		assertRefused(Filter.where("price").plus(Double.NaN).lt(2), "price", "finite");
		assertRefused(Filter.where("price").plus(1).lt("x"), "price");
		for (Number fraction : List.of(0.5, 1.0f, new java.math.BigDecimal("2"))) {
			assertRefused(Filter.where("age").plus(fraction).is(2), "'age'", "integers");
			assertRefused(Filter.where("age").minus(fraction).is(2), "'age'", "integers");
			assertRefused(Filter.where("sizes[0]").multiply(fraction).is(2), "'sizes[0]'", "integers");
			assertRefused(Filter.where("age").multiply(2).is(fraction), "'age'", "integers");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("sizes").length().plus(1));
	}

	@Test
	void nothingIsDividedByZero() {
		for (Number zero : List.of(0, 0L, 0.0, -0.0, 0f, new java.math.BigDecimal("0.00"),
				new java.math.BigDecimal("1e-999"))) {
			assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("price").divide(zero))
				.withMessageContaining("zero");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("age").modulo(0));
		// Rounded to an integer, it would be zero.
		assertRefused(Filter.where("age").divide(0.5).lt(1), "age", "integer");
	}

	@Test
	void twoPropertiesAreCompared() {
		assertThat(write(Filter.where("price").lt(Filter.field("limit")))).isEqualTo("price < limit");
		assertThat(write(Filter.where("price").isNot(Filter.field("limit"))))
			.isEqualTo("limit is not null and price != limit");
		assertThat(write(Filter.where("price").plus(1).gte(Filter.field("age")).not())).isEqualTo("price + 1.0 < age");
		assertRefused(Filter.where("price").lt(Filter.field("title")), "price", "title");
	}

	@Test
	void filtersAndConditionsDescribeThemselves() {
		assertThat(Filter.where("a").lt(1).and("b").isNot(2).or("c[0]").is("x"))
			.hasToString("(a < 1 and b != 2) or c[0] == \"x\"");
		assertThat(Filter.where("meta.a").plus(1)).hasToString("meta[\"a\"] + 1");
		assertThat(Filter.randomSample(0.5).and(Filter.where("a").is(1))).hasToString("a == 1 and random_sample(0.5)");
	}

	record Product(double price, String title, int age, Meta meta) {
	}

	record Meta(String color) {
	}

}
