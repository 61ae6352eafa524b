package io.github.milvusspring.data.query;

import io.github.milvusspring.data.model.MilvusServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Texts beside conditions for which Milvus Lite looks at row by row.
 */
class LiteFiltersTests {

	private final FilterWriter lite = new FilterWriter(RandomFilters.COLLECTION::field, MilvusServer.LITE);

	private final FilterWriter server = new FilterWriter(RandomFilters.COLLECTION::field, MilvusServer.NEWEST);

	private final Filter tagged = Filter.where("tags").contains("new");

	@ParameterizedTest
	@ValueSource(strings = { "100%", "a_c", "a\\" })
	void wildcardsOfATextAreRefusedWhereTheyCannotBeEscaped(String text) {
		for (Filter filter : new Filter[] { Filter.where("title").contains(text), Filter.where("title").endsWith(text),
				Filter.where("title").contains(text).not() }) {
			assertThat(this.lite.write(filter)).isEqualTo(this.server.write(filter));
			assertThat(this.server.write(filter.and(this.tagged))).isNotNull();
			for (Filter combined : new Filter[] { filter.and(this.tagged), this.tagged.not().or(filter),
					filter.and(Filter.expression("ARRAY_LENGTH(tags) > 1")),
					filter.or(Filter.expression("details[\"a\"] == 1").not()) }) {
				assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
					.isThrownBy(() -> this.lite.write(combined))
					.withMessageContaining("'title'")
					.withMessageContaining("wildcards")
					.withMessageContaining("query of its own");
			}
		}
	}

	@Test
	void textsWithoutWildcardsStay() {
		Filter filter = Filter.where("title").contains("a").and(this.tagged);
		assertThat(this.lite.write(filter)).isEqualTo(this.server.write(filter));
		filter = Filter.where("title").startsWith("100%_\\").and(this.tagged);
		assertThat(this.lite.write(filter)).isEqualTo(this.server.write(filter));
	}

	@Test
	void otherConditionsWrittenByHandDoNotMatter() {
		Filter filter = Filter.where("title").contains("a_c").and(Filter.expression("id in [1, 2] or id NOT IN[3]"));
		assertThat(this.lite.write(filter)).isEqualTo(this.server.write(filter));
	}

	@Test
	void anEndIsNotBeforeALineBreak() {
		Filter end = Filter.where("title").endsWith("a");
		assertThat(this.lite.write(end)).isEqualTo("title like \"%a\"");
		assertThat(this.lite.write(end.and(this.tagged)))
			.isEqualTo("(title like \"%a\" and not (title like \"%a\\n\")) and array_contains(tags, \"new\")");
		assertThat(this.lite.write(end.not().and(this.tagged)))
			.isEqualTo("(not (title like \"%a\") or title like \"%a\\n\") and array_contains(tags, \"new\")");
	}

}
