package io.github.milvusspring.data.admin;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.Analyzer;
import io.github.milvusspring.data.mapping.FullText;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.AnalyzerSchema;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.FunctionSchema;
import io.github.milvusspring.data.model.FunctionType;
import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.model.Metric;
import io.milvus.v2.service.vector.request.SearchReq;
import io.milvus.v2.service.vector.request.data.EmbeddedText;
import io.milvus.v2.service.vector.response.SearchResp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Full text from an annotation: declared, written without its sparse vectors, found by
 * its words.
 */
class FullTextIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void theServerHasTheFunctionItsFieldItsAnalyzerAndItsIndex() {
		write();
		CollectionSchema found = template().collections().describe("articles");
		assertThat(found.functions()).containsExactly(new FunctionSchema("text_words_bm25", FunctionType.BM25,
				List.of("text"), List.of("text_words"), Map.of()));
		FieldSchema words = found.field("text_words");
		assertThat(words.type()).isEqualTo(FieldType.SPARSE_FLOAT_VECTOR);
		assertThat(words.functionOutput()).isTrue();
		assertThat(words.metric()).isEqualTo(Metric.BM25);
		assertThat(found.indexes("text_words")).singleElement()
			.satisfies((index) -> assertThat(index.type()).isEqualTo(IndexType.SPARSE_INVERTED_INDEX));
		AnalyzerSchema analyzer = found.field("text").analyzer();
		assertThat(analyzer.match()).isTrue();
		assertThat(analyzer.parametersAsJson()).isEqualTo(
				"{\"filter\":[\"lowercase\",{\"stop_words\":[\"the\"],\"type\":\"stop\"}],\"tokenizer\":\"standard\"}");
		assertThat(template().collections().plan(Article.class).toString()).contains("is as it is declared");
	}

	@Test
	void entitiesNeitherWriteNorReadTheSparseVectors() {
		write();
		assertThat(template().findById(2L, Article.class)).extracting(Article::text).isEqualTo("The tortoise sleeps");
		template().upsert(new Article(2, "The tortoise wins", new float[] { 0, 1 }));
		assertThat(template().findById(2L, Article.class)).extracting(Article::text).isEqualTo("The tortoise wins");
	}

	@Test
	void plainRowsNeitherWriteNorReadTheSparseVectors() {
		write();
		template().rows("articles").upsert(Map.of("id", 3L, "text", "An owl", "embedding", new float[] { 1, 1 }));
		assertThat(template().rows("articles").findAllById(List.of(3L)).get(0))
			.satisfies((row) -> assertThat(row).containsEntry("text", "An owl").doesNotContainKey("text_words"));
	}

	@Test
	void wordsAreFound() {
		write();
		SearchResp found = this.milvus.connection()
			.client()
			.search(SearchReq.builder()
				.collectionName("articles")
				.annsField("text_words")
				.data(List.of(new EmbeddedText("tortoise")))
				.limit(5)
				.build());
		assertThat(found.getSearchResults().get(0)).extracting(SearchResp.SearchResult::getId).containsExactly(2L);
	}

	private void write() {
		template().insertAll(List.of(new Article(1, "The hare runs", new float[] { 1, 0 }),
				new Article(2, "The tortoise sleeps", new float[] { 0, 1 })));
	}

	private MilvusOperations template() {
		return this.milvus.template();
	}

	@MilvusEntity("articles")
	record Article(@Id long id,
			@FullText(field = "text_words", k1 = 1.2, b = 0.75) @Analyzer(stopWords = "the", match = true) String text,
			@VectorField(dimension = 2) float[] embedding) {
	}

}
