package io.github.milvusspring.plants;

import java.util.List;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.embedding.TextEmbedder;
import io.github.milvusspring.data.query.HybridQuery;
import io.github.milvusspring.data.query.QueryVector;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.SearchResults;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the snippets of the page about embedding.
 */
@DataMilvusTest
class EmbeddingSnippetsIT {

	@Autowired
	private MilvusOperations template;

	@Autowired
	private PlantRepository plants;

	@Test
	void textsBecomeVectorsByThemselves() {
		MilvusOperations template = this.template;
		template.upsert(new Plant(1L, "Rose", "Red flowers with thorns", null));
		template.upsert(new Plant(2L, "Oak", "A tree of great age", null));
		SearchResults<Plant> hits = template.search(VectorQuery.ofText("trees that grow old").withLimit(5),
				Plant.class);
		assertThat(hits.getContent()).hasSize(2);
		assertThat(hits.stream().map((hit) -> hit.getContent().embedding())).containsExactlyInAnyOrder(
				Embedder.vector("Red flowers with thorns"), Embedder.vector("A tree of great age"));
		List<SearchResults<Plant>> each = template
			.searchAll(VectorQuery.of(QueryVector.text("flowers"), QueryVector.text("trees")), Plant.class);
		SearchResults<Plant> fused = template
			.search(HybridQuery.of(VectorQuery.ofText("flowers"), VectorQuery.ofText("trees")), Plant.class);
		assertThat(each).hasSize(2);
		assertThat(fused.getContent()).hasSize(2);
	}

	@Test
	void aRepositorySearchesByText() {
		this.plants.upsert(new Plant(1L, "Rose", "Red flowers with thorns", null));
		this.plants.upsert(new Plant(2L, "Oak", "A tree of great age", null));
		assertThat(this.plants.searchByEmbeddingNear("A tree of great age", Limit.of(1)))
			.extracting((hit) -> hit.getContent().name())
			.containsExactly("Oak");
	}

	@Test
	void unchangedTextsKeepTheirVectors() {
		Article article = new Article("a", "Title", List.of("One.", "Two."), null);
		this.template.upsert(article);
		this.template.upsert(article);
		assertThat(this.template.findById("a", Article.class).embedding())
			.isEqualTo(Embedder.vector("Title\nOne.\nTwo."));
	}

	@TestConfiguration
	static class Embedder {

		@Bean
		TextEmbedder textEmbedder() {
			return (texts) -> texts.stream().map(Embedder::vector).toList();
		}

		static float[] vector(String text) {
			return new float[] { text.length(), text.hashCode() & 0xFF, 1 };
		}

	}

}
