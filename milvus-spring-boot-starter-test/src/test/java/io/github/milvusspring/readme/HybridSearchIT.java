package io.github.milvusspring.readme;

import io.github.milvusspring.data.mapping.FullText;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.HybridQuery;
import io.github.milvusspring.data.query.Reranker;
import io.github.milvusspring.data.query.TextQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.repository.MilvusRepository;
import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.SearchResults;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the snippets on searching by meaning and words.
 */
@DataMilvusTest
class HybridSearchIT {

	@Test
	void whatBothSubSearchesFindComesFirst(@Autowired Settings settings) {
		settings.upsert(new Setting("a", "port of the server", new float[] { 1, 0, 0 }));
		settings.upsert(new Setting("b", "size of an upload", new float[] { 0.9f, 0.1f, 0 }));
		settings.upsert(new Setting("c", "level of the log", new float[] { 0, 0, 1 }));
		assertThat(search(settings, new float[] { 1, 0, 0 }).contentStream()).extracting(Setting::name)
			.startsWith("b", "a");
	}

	private static SearchResults<Setting> search(Settings settings, float[] vector) {
		VectorQuery meaning = VectorQuery.of(vector).withLimit(100);
		TextQuery words = TextQuery.of("upload size").withLimit(100);
		SearchResults<Setting> hits = settings
			.search(HybridQuery.of(meaning, meaning, words).rerankedBy(Reranker.rrf(2)).withLimit(5));
		return hits;
	}

}

@MilvusEntity("settings")
record Setting(@Id String name, @FullText String words, @VectorField(dimension = 3) float[] meaning) {
}

interface Settings extends MilvusRepository<Setting, String> {

}
