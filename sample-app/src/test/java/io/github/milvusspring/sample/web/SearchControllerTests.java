package io.github.milvusspring.sample.web;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.sample.index.FoundProperty;
import io.github.milvusspring.sample.index.IndexProgress;
import io.github.milvusspring.sample.index.IndexStatus;
import io.github.milvusspring.sample.index.IndexedRows;
import io.github.milvusspring.sample.index.PropertySearch;
import io.github.milvusspring.sample.index.SearchMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

@WebMvcTest(SearchController.class)
class SearchControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private PropertySearch search;

	@MockitoBean
	private IndexedRows indexed;

	@MockitoBean
	private IndexProgress progress;

	@Test
	void hitHasAllOfAPropertyButItsVector() {
		FoundProperty property = new FoundProperty("acme.port", "Port.", "acme", "1.0", "java.lang.Integer", "80", true,
				"Old.", "acme.web.port");
		given(this.search.search("web port", SearchMode.BOTH, 5, null, null))
			.willReturn(new SearchResults<>(List.of(new SearchResult<>(property, Score.of(0.75)))));
		assertThat(this.mvc.get().uri("/api/search?q= web port ")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
				[ { "name": "acme.port", "description": "Port.", "artifact": "acme", "version": "1.0",
				    "type": "java.lang.Integer", "defaultValue": "80", "deprecated": true,
				    "deprecationReason": "Old.", "replacement": "acme.web.port", "score": 0.75 } ]""");
	}

	@Test
	void filtersAndLimitAreHandedOn() {
		given(this.search.search("port", SearchMode.BOTH, 7, "acme", false)).willReturn(new SearchResults<>(List.of()));
		assertThat(this.mvc.get().uri("/api/search?q=port&limit=7&artifact=acme&deprecated=false")).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("[]");
	}

	@Test
	void emptyFilterIsNone() {
		given(this.search.search("port", SearchMode.BOTH, 5, null, null)).willReturn(new SearchResults<>(List.of()));
		assertThat(this.mvc.get().uri("/api/search?q=port&artifact=&deprecated=")).hasStatusOk();
	}

	@ParameterizedTest
	@CsvSource({ "mode=meaning, MEANING", "mode=words, WORDS", "mode=both, BOTH", "mode=, BOTH" })
	void modeCanBeChosen(String query, SearchMode mode) {
		FoundProperty property = new FoundProperty("acme.port", "", "acme", "", null, null, false, null, null);
		given(this.search.search("port", mode, 5, null, null))
			.willReturn(new SearchResults<>(List.of(new SearchResult<>(property, Score.of(12.5)))));
		assertThat(this.mvc.get().uri("/api/search?q=port&" + query)).hasStatusOk()
			.bodyJson()
			.extractingPath("$[0].score")
			.isEqualTo(12.5);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "q= | q is empty: ask something", "q=a&limit=0 | limit must be from 1 to 100, not 0",
					"q=a&limit=101 | limit must be from 1 to 100, not 101",
					"q=a&mode=BOTH | mode must be meaning, words or both, not BOTH",
					"q=a&mode=side-by-side | mode must be meaning, words or both, not side-by-side" })
	void impossibleSearchIsRefusedWithAReason(String query, String reason) {
		assertThat(this.mvc.get().uri("/api/search?" + query)).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyJson()
			.extractingPath("$.detail")
			.isEqualTo(reason);
	}

	@ParameterizedTest
	@CsvSource({ "''", "q=a&limit=many", "q=a&deprecated=perhaps" })
	void searchThatCannotBeReadIsRefused(String query) {
		assertThat(this.mvc.get().uri("/api/search?" + query)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void tooLongQuestionIsRefused() {
		assertThat(this.mvc.get().uri("/api/search").param("q", "a".repeat(1_001))).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void serverThatDoesNotAnswerIsToldApart() {
		given(this.search.search("port", SearchMode.BOTH, 5, null, null))
			.willThrow(new DataAccessResourceFailureException("away"));
		assertThat(this.mvc.get().uri("/api/search?q=port")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.startsWith("Milvus did not answer");
	}

	@Test
	void statusIsJson() {
		given(this.progress.status())
			.willReturn(new IndexStatus(IndexStatus.State.WRITING, 200, 50, 30, 1, 25, 6, 7, null));
		assertThat(this.mvc.get().uri("/api/status")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
				{ "state": "WRITING", "toWrite": 200, "written": 50, "unchanged": 30, "removed": 1,
				  "perSecond": 25.0, "secondsLeft": 6, "seconds": 7.0, "problem": null }""");
	}

	@Test
	void artifactsAreCounted() {
		given(this.indexed.artifacts()).willReturn(Map.of("acme", 3));
		assertThat(this.mvc.get().uri("/api/artifacts")).hasStatusOk().bodyJson().isStrictlyEqualTo("{ \"acme\": 3 }");
	}

}
