package io.github.milvusspring.data.query;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import io.github.milvusspring.data.model.MilvusServer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * How functions, times, and what is said of elements and samples are written.
 */
class FilterFunctionTests {

	private final FilterWriter writer = new FilterWriter(FilterLanguageTests::field, MilvusServer.NEWEST);

	private @Nullable String write(Filter filter) {
		return this.writer.write(filter);
	}

	private void assertRefused(Filter filter, String... words) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> write(filter))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(words));
	}

	@Test
	void anInstantIsWrittenInFull() {
		Instant instant = Instant.parse("2026-01-02T03:04:05.123456789Z");
		assertThat(write(Filter.where("created").gt(instant))).isEqualTo("created > ISO '2026-01-02T03:04:05.123456Z'");
		assertThat(write(Filter.where("created").is(OffsetDateTime.parse("2026-01-01T02:00:00+02:00"))))
			.isEqualTo("created == ISO '2026-01-01T00:00:00Z'");
		assertThat(write(Filter.where("created").isNot(Instant.EPOCH.atZone(ZoneId.of("Europe/Berlin")))))
			.isEqualTo("created is not null and created != ISO '1970-01-01T00:00:00Z'");
		assertThat(write(Filter.where("created").in(Instant.EPOCH, Instant.EPOCH.plusSeconds(1))))
			.isEqualTo("(created == ISO '1970-01-01T00:00:00Z' or created == ISO '1970-01-01T00:00:01Z')");
		assertRefused(Filter.where("created").lt(Instant.MAX), "created", "years");
		assertRefused(Filter.where("created").lt("2026-01-01' or 1 == 1"), "created", "point in time");
		assertRefused(Filter.where("age").lt(Instant.EPOCH), "age");
	}

	@Test
	void timesAreMovedByDurations() {
		Condition created = Filter.where("created");
		assertThat(write(created.plus(Duration.ofDays(3)).lt(Instant.EPOCH)))
			.isEqualTo("created + INTERVAL 'P3D' < ISO '1970-01-01T00:00:00Z'");
		assertThat(write(created.minus(Duration.ofMinutes(90)).is(Instant.EPOCH)))
			.isEqualTo("created - INTERVAL 'P0DT1H30M' == ISO '1970-01-01T00:00:00Z'");
		assertRefused(created.plus(Duration.ofMillis(1)).lt(Instant.EPOCH), "created", "whole seconds");
		assertRefused(created.plus(Duration.ofDays(-1)).lt(Instant.EPOCH), "created", "negative");
		assertRefused(created.plus(Duration.ofDays(1)).lt(1), "created", "point in time");
		assertRefused(Filter.where("age").plus(Duration.ofDays(1)).lt(Instant.EPOCH), "age", "no point in time");
	}

	@Property
	void noTextEndsTheCallOfAFunction(@ForAll("hostile") String text) {
		assertThat(FilterLanguageTests.unquoted(argument(Filter.where("title").matches(text), "text_match(title, ")))
			.isEqualTo(text);
		assertThat(FilterLanguageTests
			.unquoted(argument(Filter.where("title").matchesPhrase(text), "phrase_match(title, "))).isEqualTo(text);
	}

	private String argument(Filter filter, String start) {
		String expression = write(filter);
		assertThat(expression).startsWith(start);
		return expression.substring(start.length(), expression.length() - 1);
	}

	@Test
	void wordsAndPhrasesAreMatched() {
		assertThat(write(Filter.where("title").matches("some words"))).isEqualTo("text_match(title, \"some words\")");
		assertThat(write(Filter.where("body").matches("a \"b\""))).isEqualTo("text_match(body, \"a \\\"b\\\"\")");
		assertThat(write(Filter.where("title").matches("some words", 2)))
			.isEqualTo("text_match(title, \"some words\", minimum_should_match=2)");
		assertThat(write(Filter.where("title").matchesPhrase("some words")))
			.isEqualTo("phrase_match(title, \"some words\")");
		assertThat(write(Filter.where("title").matchesPhrase("some words", 1)))
			.isEqualTo("phrase_match(title, \"some words\", 1)");
		assertThat(write(Filter.where("title").matches("a").not()))
			.isEqualTo("title is not null and not text_match(title, \"a\")");
		assertRefused(Filter.where("age").matches("a"), "age", "no text");
		assertRefused(Filter.where("meta.a").matches("a"), "meta.a", "no text");
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("title").matches("a", 0));
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("title").matchesPhrase("a", -1));
	}

	@ParameterizedTest
	@EnumSource
	void geometriesAreRelatedByName(SpatialRelation relation) {
		String function = "st_" + relation.name().toLowerCase(java.util.Locale.ROOT);
		String wkt = "POLYGON ((0 0, 1.5 0, 1 -1e3, 0 0))";
		assertThat(write(Filter.where("area").spatial(relation, wkt))).isEqualTo(function + "(area, \"" + wkt + "\")");
		assertThat(write(Filter.where("area").spatial(relation, wkt).not()))
			.isEqualTo("area is not null and not " + function + "(area, \"" + wkt + "\")");
	}

	@Test
	void geometriesAreValidOrNear() {
		assertThat(write(Filter.where("area").withinDistance("POINT (1 2)", 5)))
			.isEqualTo("st_dwithin(area, \"POINT (1 2)\", 5.0)");
		assertThat(write(Filter.where("area").isValidGeometry())).isEqualTo("st_isvalid(area)");
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.where("area").withinDistance("POINT (1 2)", -1));
		assertRefused(Filter.where("title").isValidGeometry(), "title", "no geometry");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "POINT (1 2\") or 1 == 1", "POINT (1 2)\", \"", "POINT (1 2", "POINT 1 2)",
			"POINT ('1' 2)", "POINT (1 2\\)", "POINT)(", "POINTS (1 2)", "POINT (1\n2)" })
	void whatIsNoGeometryIsRefused(String wkt) {
		assertRefused(Filter.where("area").spatial(SpatialRelation.WITHIN, wkt), "area", "WKT");
		assertRefused(Filter.where("area").withinDistance(wkt, 1), "area", "WKT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "POINT EMPTY", "point(1 2)", "MULTIPOINT ((1 2), (3 4))", "LINESTRING Z (1 2 3, 4 5 6)",
			"GEOMETRYCOLLECTION (POINT (1 2), MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0))))" })
	void everyKindOfGeometryIsWritten(String wkt) {
		assertThat(write(Filter.where("area").spatial(SpatialRelation.WITHIN, wkt)))
			.isEqualTo("st_within(area, \"" + wkt + "\")");
	}

	@Test
	void elementsOfStructsAreFiltered() {
		Filter part = Filter.where("page").gt(1).and("text").like("R_d%");
		Condition chunks = Filter.where("chunks");
		String written = "(chunks, $[page] > 1 and $[text] like \"R_d%\"";
		assertThat(write(chunks.elements(part))).isEqualTo("element_filter" + written + ")");
		assertThat(write(chunks.anyElement(part))).isEqualTo("MATCH_ANY" + written + ")");
		assertThat(write(chunks.allElements(part))).isEqualTo("MATCH_ALL" + written + ")");
		assertThat(write(chunks.atLeast(2, part))).isEqualTo("MATCH_LEAST" + written + ", threshold=2)");
		assertThat(write(chunks.atMost(2, part))).isEqualTo("MATCH_MOST" + written + ", threshold=2)");
		assertThat(write(chunks.exactly(2, part))).isEqualTo("MATCH_EXACT" + written + ", threshold=2)");
		assertThat(write(chunks.anyElement(part).not())).isEqualTo("not MATCH_ANY" + written + ")");
		assertThat(write(Filter.where("sizes").anyElement(Filter.element().gt(1))))
			.isEqualTo("MATCH_ANY(sizes, $ > 1)");
		assertThat(write(chunks.subField("page").contains(1))).isEqualTo("array_contains(chunks[page], 1)");
		assertThat(write(chunks.subField("page").length().gt(1))).isEqualTo("array_length(chunks[page]) > 1");
		assertThat(write(chunks.at(0).subField("page").gt(1))).isEqualTo("chunks[0][page] > 1");
		assertRefused(chunks.anyElement(Filter.where("page").gt("x")), "page", "an integer");
		assertRefused(chunks.anyElement(Filter.where("p]").gt(1)), "illegal field name");
		assertRefused(chunks.anyElement(Filter.all()), "element");
		assertRefused(Filter.where("title").anyElement(part), "title", "no elements");
	}

	@Test
	void aSampleOrAFilterOfElementsIsTheLastPart() {
		Filter cheap = Filter.where("price").lt(1);
		assertThat(write(Filter.randomSample(0.1))).isEqualTo("random_sample(0.1)");
		assertThat(write(Filter.randomSample(0.1).and(cheap))).isEqualTo("price < 1.0 and random_sample(0.1)");
		assertThat(write(cheap.or("age").is(1).and(Filter.randomSample(0.1))))
			.isEqualTo("(price < 1.0 or age == 1) and random_sample(0.1)");
		assertThat(write(Filter.where("chunks").elements(Filter.where("page").is(1)).and(cheap)))
			.isEqualTo("price < 1.0 and element_filter(chunks, $[page] == 1)");
		assertRefused(cheap.or(Filter.randomSample(0.1)), "'and'");
		assertRefused(Filter.randomSample(0.1).not(), "'and'");
		assertRefused(Filter.randomSample(0.1).and(Filter.randomSample(0.2)), "one random sample");
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.randomSample(1));
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.randomSample(Double.NaN));
	}

	@Property
	void noGeometryEndsItsQuotes(@ForAll("hostile") String text) {
		Filter filter = Filter.where("area").spatial(SpatialRelation.WITHIN, "POINT (1 2" + text + ")");
		try {
			String expression = write(filter);
			assertThat(expression).isEqualTo("st_within(area, \"POINT (1 2" + text + ")\")");
			assertThat(text).matches("[A-Za-z0-9+., ()-]*");
		}
		catch (InvalidDataAccessApiUsageException ex) {
			assertThat(ex).hasMessageContaining("WKT");
		}
	}

	@Provide
	Arbitrary<String> hostile() {
		return FilterLanguageTests.hostileTexts();
	}

}
