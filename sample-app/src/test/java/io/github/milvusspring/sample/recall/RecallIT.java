package io.github.milvusspring.sample.recall;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.milvusspring.sample.index.FoundProperty;
import io.github.milvusspring.sample.index.PropertyIndexer;
import io.github.milvusspring.sample.index.PropertySearch;
import io.github.milvusspring.sample.index.SearchMode;
import io.github.milvusspring.sample.metadata.DeclaredProperty;
import io.github.milvusspring.sample.metadata.PropertyCatalog;
import io.github.milvusspring.test.autoconfigure.AutoConfigureDataMilvus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All properties of Spring Boot, and questions with known answers.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "sample.index-on-start=false")
@AutoConfigureDataMilvus
class RecallIT {

	private static boolean indexed;

	@Autowired
	private PropertyCatalog catalog;

	@Autowired
	private PropertySearch search;

	@DynamicPropertySource
	static void allJars(DynamicPropertyRegistry registry) {
		registry.add("sample.jars", () -> Path.of(System.getProperty("property-jars", "target/property-jars")));
	}

	@Autowired
	void index(PropertyIndexer indexer) {
		if (!indexed) {
			indexer.index();
			indexed = true;
		}
	}

	@Test
	void meaningAndWordsTogetherAnswerMoreThanEither() {
		Recall recall = Recall.of(this.search, Question.all());
		System.out.println(recall);
		assertThat(recall.hybrid()).as(recall.toString()).isGreaterThan(recall.dense()).isGreaterThan(recall.text());
	}

	@Test
	void answersAreCurrentPropertiesOfManyModules() {
		Map<String, DeclaredProperty> current = this.catalog.read()
			.stream()
			.filter((property) -> property.deprecation() == null)
			.collect(Collectors.toMap(DeclaredProperty::name, (property) -> property));
		List<Question> questions = Question.all();
		assertThat(questions).hasSizeGreaterThanOrEqualTo(44).extracting(Question::text).doesNotHaveDuplicates();
		assertThat(questions).flatExtracting(Question::answers).isSubsetOf(current.keySet());
		assertThat(questions.stream().map((question) -> current.get(question.answers().get(0)).artifact().name()))
			.satisfies((modules) -> assertThat(List.copyOf(modules).stream().distinct()).hasSizeGreaterThan(20));
	}

	@ParameterizedTest
	@CsvSource({ "limit the size of uploaded files, spring\\.servlet\\.multipart\\.max-(file|request)-size",
			"which port does the web server listen on, server\\.port",
			"where do log files go, logging\\.file\\.(path|name)",
			"compress http responses, server\\.compression\\.enabled" })
	void questionFindsItsPropertyAmongTheFirstTwoOfAll(String question, String name) {
		assertThat(this.search.search(question, SearchMode.BOTH, 2, null, false).contentStream())
			.extracting(FoundProperty::name)
			.anySatisfy((found) -> assertThat(found).matches(name));
	}

}
