package io.github.milvusspring.data.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FilterWriterTests {

	private final FilterWriter writer = new FilterWriter(FilterWriterTests::field, MilvusServer.NEWEST);

	private static @Nullable FieldSchema field(String property) {
		return switch (property) {
			case "flag" -> scalar("flag", FieldType.BOOL, false);
			case "age" -> scalar("age", FieldType.INT32, false);
			case "maybe" -> scalar("maybe", FieldType.INT64, true);
			case "weight" -> scalar("weight", FieldType.FLOAT, false);
			case "price" -> scalar("price", FieldType.DOUBLE, false);
			case "title" -> scalar("title", FieldType.VARCHAR, false);
			case "subtitle" -> scalar("sub_title", FieldType.VARCHAR, true);
			case "details" -> scalar("details", FieldType.JSON, false);
			case "embedding" -> scalar("embedding", FieldType.FLOAT_VECTOR, false);
			case "tags" -> FieldSchema.of("tags", FieldType.ARRAY)
				.elementType(FieldType.VARCHAR)
				.maxLength(10)
				.maxCapacity(10)
				.nullable(true)
				.build();
			case "ratings" ->
				FieldSchema.of("ratings", FieldType.ARRAY).elementType(FieldType.INT16).maxCapacity(10).build();
			default -> null;
		};
	}

	private static FieldSchema scalar(String name, FieldType type, boolean nullable) {
		return FieldSchema.of(name, type).nullable(nullable).build();
	}

	private @Nullable String write(Filter filter) {
		return this.writer.write(filter);
	}

	private void assertRefused(Filter filter, String... words) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> write(filter))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(words));
	}

	@Test
	void comparisonsAreWrittenWithTheirOperator() {
		Condition age = Filter.where("age");
		assertThat(write(age.is(7))).isEqualTo("age == 7");
		assertThat(write(age.isNot(7))).isEqualTo("age != 7");
		assertThat(write(age.lt(7))).isEqualTo("age < 7");
		assertThat(write(age.lte(7))).isEqualTo("age <= 7");
		assertThat(write(age.gt(7))).isEqualTo("age > 7");
		assertThat(write(age.gte(-7))).isEqualTo("age >= -7");
		assertThat(write(age.between(1, 9))).isEqualTo("age >= 1 and age <= 9");
	}

	@Test
	void nullIsAskedForByName() {
		assertThat(write(Filter.where("maybe").is(null))).isEqualTo("maybe is null");
		assertThat(write(Filter.where("maybe").isNot(null))).isEqualTo("maybe is not null");
		assertThat(write(Filter.where("maybe").isNull().not())).isEqualTo("maybe is not null");
	}

	@Test
	void aNullValueIsNotDifferentFromAValue() {
		assertThat(write(Filter.where("maybe").isNot(1))).isEqualTo("maybe is not null and maybe != 1");
		assertThat(write(Filter.where("maybe").is(1).not())).isEqualTo("maybe is not null and maybe != 1");
		assertThat(write(Filter.where("maybe").notIn(List.of(1)))).isEqualTo("maybe is not null and maybe not in [1]");
		assertThat(write(Filter.where("subtitle").contains("a").not()))
			.isEqualTo("sub_title is not null and not (sub_title like \"%a%\")");
		assertThat(write(Filter.where("tags").contains("a").not()))
			.isEqualTo("tags is not null and not array_contains(tags, \"a\")");
	}

	@Test
	void propertiesAreWrittenByTheirFields() {
		assertThat(write(Filter.where("subtitle").is("x"))).isEqualTo("sub_title == \"x\"");
	}

	@Test
	void unknownPropertiesAreDynamicFields() {
		assertThat(write(Filter.where("color").is("red"))).isEqualTo("color == \"red\"");
		assertThat(write(Filter.where("sizes").contains(5))).isEqualTo("array_contains(sizes, 5)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "a==1 or b", "1a", "a\"", "a..b", "a.b.", "a[b]", "a[-1]", "a[0", ".a", "$meta",
			"a)", "ä", "a\n" })
	void namesThatAreNotNamesAreRefused(String property) {
		assertRefused(Filter.where(property).is(1), "illegal field name");
		assertRefused(Filter.where(property).isNull(), "illegal field name");
		assertRefused(Filter.where(property).in(1), "illegal field name");
		assertRefused(Filter.where(property).contains("a"), "illegal field name");
		assertRefused(Filter.where(property).startsWith("a"), "illegal field name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "in", "IN", "like", "and", "or", "not", "null", "true", "False", "array_contains",
			"json_contains", "exists", "is", "threshold", "match_all", "match_any", "match_least", "match_most",
			"match_exact", "minimum_should_match", "element_filter", "text_match_fuzzy", "st_within", "ST_ISVALID" })
	void aDynamicFieldWithTheNameOfAWordIsNamedAsAKey(String property) {
		assertThat(write(Filter.where(property).is(1))).isEqualTo("$meta[\"" + property + "\"] == 1");
		assertThat(write(Filter.where(property + ".a[0]").is(1)))
			.isEqualTo("$meta[\"" + property + "\"][\"a\"][0] == 1");
	}

	@Test
	void aFilterWithoutANameIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("")).withMessageContaining("empty");
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.where((String) null))
			.withMessageContaining("null");
	}

	@Test
	void quotesInValuesStayInsideTheLiteral() {
		assertThat(write(Filter.where("title").is("a\" or 1 == 1"))).isEqualTo("title == \"a\\\" or 1 == 1\"");
		assertThat(write(Filter.where("title").is("it's"))).isEqualTo("title == \"it's\"");
	}

	@Test
	void backslashesAndLineEndsAreEscaped() {
		assertThat(write(Filter.where("title").is("a\\"))).isEqualTo("title == \"a\\\\\"");
		assertThat(write(Filter.where("title").is("a\nb\rc\td"))).isEqualTo("title == \"a\\nb\\rc\\td\"");
	}

	@Test
	void bracesAndUnicodeAreLeftAlone() {
		assertThat(write(Filter.where("title").is("{x} 😀 日本"))).isEqualTo("title == \"{x} 😀 日本\"");
	}

	@Property
	void noTextEndsItsLiteral(@ForAll String text) {
		String expression = FilterLiterals.quoted(text);
		assertThat(unquote(expression)).isEqualTo(text);
		assertThat(expression).doesNotContain("\n").doesNotContain("\r");
	}

	@Property
	void noTextOfAFilterEndsItsLiteral(@ForAll("hostile") String text) {
		assertThat(literals(write(Filter.where("title").is(text)))).containsExactly(text);
		assertThat(literals(write(Filter.where("title").in(text, text + "x")))).containsExactly(text, text + "x");
		assertThat(literals(write(Filter.where("tags").contains(text)))).containsExactly(text);
		assertThat(literals(write(Filter.where("title").endsWith(text)))).hasSizeBetween(1, 2);
		assertThat(literals(write(Filter.where("title").startsWith(text)))).hasSizeBetween(1, 2);
	}

	@Provide
	Arbitrary<String> hostile() {
		return Arbitraries.strings()
			.withChars("\"\\'\n\r\t{}[]()%_ =or1a$😀".toCharArray())
			.ofMaxLength(12)
			.filter((text) -> text.codePoints().noneMatch((c) -> c >= 0xD800 && c <= 0xDFFF));
	}

	// Reads the literals of an expression the way the language is defined.
	private static List<String> literals(@Nullable String expression) {
		List<String> literals = new ArrayList<>();
		assertThat(expression).isNotNull();
		for (int i = 0; i < expression.length(); i++) {
			if (expression.charAt(i) == '"') {
				int end = i + 1;
				while (expression.charAt(end) != '"') {
					end += (expression.charAt(end) == '\\') ? 2 : 1;
				}
				literals.add(unquote(expression.substring(i, end + 1)));
				i = end;
			}
		}
		return literals;
	}

	private static String unquote(String literal) {
		StringBuilder text = new StringBuilder();
		for (int i = 1; i < literal.length() - 1; i++) {
			char c = literal.charAt(i);
			assertThat(c).isNotEqualTo('"');
			if (c == '\\') {
				char escaped = literal.charAt(++i);
				text.append((escaped == 'n') ? '\n' : (escaped == 'r') ? '\r' : (escaped == 't') ? '\t' : escaped);
			}
			else {
				text.append(c);
			}
		}
		assertThat(literal).startsWith("\"").endsWith("\"");
		return text.toString();
	}

	@Test
	void halfASurrogatePairIsRefused() {
		assertRefused(Filter.where("title").is("a\uD83D"), "title", "surrogate");
		assertRefused(Filter.where("title").contains("\uDE00"), "title", "surrogate");
		assertRefused(Filter.where("title").startsWith("\uDE00\uD83D"), "title", "surrogate");
		assertRefused(Filter.where("title").in("a", "\uD83D"), "title", "surrogate");
	}

	@Test
	void wildcardsAreTakenLiterally() {
		assertThat(write(Filter.where("title").contains("100%")))
			.isEqualTo("(title >= \"100%\" and title < \"100&\" or title like \"_%100\\\\%%\")");
		assertThat(write(Filter.where("title").endsWith("a_b"))).isEqualTo("title like \"%a\\\\_b\"");
		assertThat(write(Filter.where("title").contains("%\\")))
			.isEqualTo("(title >= \"%\\\\\" and title < \"%]\" or title like \"_%\\\\%\\\\\\\\%\")");
	}

	@Test
	void aBackslashIsFoundWhereMilvusLiteTakesItForTwo() {
		assertThat(write(Filter.where("title").endsWith("\\")))
			.isEqualTo("(title == \"\\\\\" or title like \"_%\\\\\\\\\")");
		assertThat(write(Filter.where("title").contains("\\")))
			.isEqualTo("(title >= \"\\\\\" and title < \"]\" or title like \"_%\\\\\\\\%\")");
	}

	@Test
	void aStartIsAHalfOpenRange() {
		assertThat(write(Filter.where("title").startsWith("ab"))).isEqualTo("title >= \"ab\" and title < \"ac\"");
		assertThat(write(Filter.where("title").startsWith("ab").not()))
			.isEqualTo("(title < \"ab\" or title >= \"ac\")");
		assertThat(write(Filter.where("title").startsWith(""))).isEqualTo("title >= \"\"");
		assertThat(write(Filter.where("title").startsWith("a\uDBFF\uDFFF")))
			.isEqualTo("title >= \"a\uDBFF\uDFFF\" and title < \"b\"");
		assertThat(write(Filter.where("title").startsWith("\uD7FF")))
			.isEqualTo("title >= \"\uD7FF\" and title < \"\uE000\"");
		assertThat(write(Filter.where("title").startsWith("\uDBFF\uDFFF"))).isEqualTo("title >= \"\uDBFF\uDFFF\"");
	}

	@Test
	void theSmallestLongIsWrittenAsADifference() {
		String smallest = "(-9223372036854775807 - 1)";
		assertThat(write(Filter.where("maybe").is(Long.MIN_VALUE))).isEqualTo("maybe == " + smallest);
		assertThat(write(Filter.where("maybe").gt(BigInteger.valueOf(Long.MIN_VALUE))))
			.isEqualTo("maybe > " + smallest);
		assertThat(write(Filter.where("maybe").in(1, Long.MIN_VALUE)))
			.isEqualTo("(maybe in [1] or maybe == " + smallest + ")");
		assertThat(write(Filter.where("maybe").in(BigInteger.valueOf(Long.MIN_VALUE))))
			.isEqualTo("maybe == " + smallest);
		assertThat(write(Filter.where("maybe").notIn(List.of(1, Long.MIN_VALUE))))
			.isEqualTo("maybe is not null and maybe not in [1] and maybe != " + smallest);
	}

	@Test
	void floatsAreWrittenAsTheDoublesTheyAre() {
		assertThat(write(Filter.where("weight").is(3.14f))).isEqualTo("weight == 3.140000104904175");
		assertThat(write(Filter.where("weight").is(3.14))).isEqualTo("weight == 3.140000104904175");
		assertThat(write(Filter.where("weight").lt(3))).isEqualTo("weight < 3.0");
		assertThat(write(Filter.where("price").is(3.14))).isEqualTo("price == 3.14");
		assertThat(write(Filter.where("price").is(1e300))).isEqualTo("price == 1.0E300");
		assertThat(write(Filter.where("price").is(new BigDecimal("0.10")))).isEqualTo("price == 0.1");
	}

	@Test
	void bothZerosAreInAList() {
		assertThat(write(Filter.where("price").in(-0.0, 1))).isEqualTo("price in [0.0, -0.0, 1.0]");
		assertThat(write(Filter.where("weight").notIn(List.of(0f)))).isEqualTo("weight not in [0.0, -0.0]");
		assertThat(write(Filter.where("age").in(0))).isEqualTo("age in [0]");
	}

	@Test
	void negativeElementsAreInParentheses() {
		assertThat(write(Filter.where("ratings").contains(-4))).isEqualTo("array_contains(ratings, (-4))");
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY })
	void whatIsNoNumberIsRefused(double value) {
		assertRefused(Filter.where("price").is(value), "price", "finite");
		assertRefused(Filter.where("weight").gt((float) value), "weight", "finite");
		assertRefused(Filter.where("price").in(1.0, value), "price", "finite");
		assertRefused(Filter.where("color").lt(value), "color", "finite");
	}

	@Test
	void aDoubleBeyondFloatIsRefused() {
		assertRefused(Filter.where("weight").lt(1e300), "weight", "finite");
	}

	@ParameterizedTest
	@CsvSource({ "flag, a boolean", "age, an integer", "weight, a number", "price, a number" })
	void aTextForAnotherTypeIsRefused(String property, String expected) {
		assertRefused(Filter.where(property).is("7 or 1 == 1"), property, expected);
		assertRefused(Filter.where(property).in("7"), property, expected);
		assertRefused(Filter.where(property).contains("7"), property);
		assertRefused(Filter.where(property).startsWith("7"), property, "not a text");
	}

	@Test
	void valuesOfAnotherTypeAreRefused() {
		assertRefused(Filter.where("age").is(7.5), "age", "7.5");
		assertRefused(Filter.where("age").is(BigInteger.TWO.pow(64)), "age");
		assertRefused(Filter.where("age").is(true), "age");
		assertRefused(Filter.where("title").is(7), "title", "a text");
		assertRefused(Filter.where("title").contains(7), "title", "a text");
		assertRefused(Filter.where("ratings").contains("7"), "ratings", "an integer");
		assertRefused(Filter.where("tags").contains(7), "tags", "a text");
		assertRefused(Filter.where("tags").is("a"), "tags", "cannot be compared");
		assertRefused(Filter.where("embedding").is(1), "embedding", "cannot be compared");
		assertRefused(Filter.where("color").is(new Object()), "color");
		assertRefused(Filter.where("color").is(List.of(1)), "color");
	}

	@Test
	void booleansAreOnlyEqualOrNot() {
		assertThat(write(Filter.where("flag").is(true))).isEqualTo("flag == true");
		assertThat(write(Filter.where("flag").isNot(false))).isEqualTo("flag != false");
	}

	@Test
	void enumsAndCharactersAreTexts() {
		assertThat(write(Filter.where("title").is(FieldType.JSON))).isEqualTo("title == \"JSON\"");
		assertThat(write(Filter.where("title").is('x'))).isEqualTo("title == \"x\"");
		assertThat(write(Filter.where("title").contains('x'))).isEqualTo("title like \"%x%\"");
		assertThat(write(Filter.where("tags").contains(FieldType.JSON))).isEqualTo("array_contains(tags, \"JSON\")");
	}

	@Test
	void nothingIsInAnEmptyList() {
		assertThat(write(Filter.where("age").in())).isNull();
		assertThat(write(Filter.where("age").in().or(Filter.where("age").is(1)))).isEqualTo("age == 1");
		assertThat(write(Filter.where("age").in().and(Filter.where("age").is(1)))).isNull();
	}

	@Test
	void nullInAListIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("age").in(Arrays.asList(1, null)))
			.withMessageContainingAll("age", "null");
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("age").notIn(Arrays.asList(1, null)))
			.withMessageContainingAll("age", "null");
	}

	@Test
	void constantsAreWorkedOut() {
		assertThat(write(Filter.all())).isEmpty();
		assertThat(write(Filter.none())).isNull();
		assertThat(write(Filter.all().not())).isNull();
		assertThat(write(Filter.none().not())).isEmpty();
		assertThat(write(Filter.all().and(Filter.where("age").is(1)))).isEqualTo("age == 1");
		assertThat(write(Filter.all().or(Filter.where("age").is(1)))).isEmpty();
		assertThat(write(Filter.none().or(Filter.none()))).isNull();
		assertThat(write(new Clause.And(List.of()))).isEmpty();
		assertThat(write(new Clause.Or(List.of()))).isNull();
	}

	@Test
	void negationsArePushedDown() {
		Filter one = Filter.where("age").is(1);
		Filter two = Filter.where("age").lt(2);
		assertThat(write(one.and(two).not())).isEqualTo("age != 1 or age >= 2");
		assertThat(write(one.or(two).not())).isEqualTo("age != 1 and age >= 2");
		assertThat(write(one.and(two).not().not())).isEqualTo("age == 1 and age < 2");
		assertThat(write(Filter.where("age").in(1, 2).not())).isEqualTo("age not in [1, 2]");
		assertThat(write(Filter.where("title").endsWith("x").not())).isEqualTo("not (title like \"%x\")");
	}

	@Test
	void alternativesWithinConjunctionsAreInParentheses() {
		Filter one = Filter.where("age").is(1);
		Filter two = Filter.where("age").is(2);
		Filter three = Filter.where("age").is(3);
		assertThat(write(one.or(two).and(three))).isEqualTo("(age == 1 or age == 2) and age == 3");
		assertThat(write(one.and(two).or(three))).isEqualTo("(age == 1 and age == 2) or age == 3");
		assertThat(write(one.and(two).and(three))).isEqualTo("age == 1 and age == 2 and age == 3");
	}

	@Test
	void expressionsKeepTheirMeaningAmongOtherFilters() {
		Filter expression = Filter.expression("age == 1 or age == 2");
		assertThat(write(expression)).isEqualTo("age == 1 or age == 2");
		assertThat(write(expression.and(Filter.where("age").gt(0)))).isEqualTo("(age == 1 or age == 2) and age > 0");
		assertThat(write(expression.not())).isEqualTo("not (age == 1 or age == 2)");
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.expression(" \n"));
	}

	@Test
	void filtersDescribeThemselves() {
		assertThat(Filter.where("title").is("a\" or 1 == 1")).hasToString("title == \"a\\\" or 1 == 1\"");
		assertThat(Filter.where("numbers").contains(5)).hasToString("array_contains(numbers, 5)");
		assertThat(Filter.all()).hasToString("ALL");
		assertThat(Filter.where("a").in()).hasToString("NONE");
	}

	@Test
	void filtersThatCannotBeWrittenDescribeThemselvesAllTheSame() {
		assertThat(Filter.where("price").is(Double.NaN).toString()).contains("cannot be written", "price");
		assertThat(Filter.where("a b").is(1).toString()).contains("cannot be written", "a b");
	}

}
