package io.github.milvusspring.plants;

import java.util.List;

import io.github.milvusspring.data.mapping.Embedding;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.repository.MilvusRepository;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.SearchResults;

/**
 * An application of its own, so that no other needs an embedder for its entities.
 */
@SpringBootApplication
class PlantsApplication {

}

@MilvusEntity("plants")
record Plant(@Id Long id, String name, String description,
		@Embedding(from = "description") @VectorField(dimension = 3) float @Nullable [] embedding) {
}

@MilvusEntity("articles")
record Article(@Id String url, String title, List<String> paragraphs, @Embedding(from = {
		"title", "paragraphs" }, reuseUnchanged = true) @VectorField(dimension = 3) float @Nullable [] embedding){
}

interface PlantRepository extends MilvusRepository<Plant, Long> {

	SearchResults<Plant> searchByEmbeddingNear(String text, Limit limit);

}
