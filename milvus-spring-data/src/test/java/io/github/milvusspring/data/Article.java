package io.github.milvusspring.data;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;

import org.springframework.data.annotation.Id;

/**
 * A record with a property of every kind that servers before 2.5 have: none is nullable.
 */
@MilvusEntity("articles")
public record Article(@Id long id, @MilvusField(maxLength = 64) String title, boolean available, byte shelf,
		short edition, int pages, float weight, double price, List<String> tags, List<Integer> ratings,
		Map<String, Object> details, @VectorField(dimension = 4) float[] embedding) {

	public static Article of(long id, String title, float... embedding) {
		return new Article(id, title, true, (byte) -1, (short) 2, 300, 3.14f, 9.99, List.of("new", "\"quoted\""),
				List.of(5, -4), Map.of("city", "Basel", "floor", 3),
				(embedding.length > 0) ? embedding : new float[] { 1, 0, 0, 0 });
	}

	public Article withEmbedding(float... embedding) {
		return new Article(this.id, this.title, this.available, this.shelf, this.edition, this.pages, this.weight,
				this.price, this.tags, this.ratings, this.details, embedding);
	}

}
