package io.github.milvusspring.data.repository;

import io.github.milvusspring.data.mapping.FullText;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;

import org.springframework.data.annotation.Id;

/**
 * A record that is searched by its meaning and by its words.
 */
@MilvusEntity("articles")
record Article(@Id String id, @MilvusField(maxLength = 200) @FullText String title, String tenant, int price,
		@VectorField(dimension = 2) float[] embedding) {

	static Article of(String id, String title, String tenant, int price, float... embedding) {
		return new Article(id, title, tenant, price, embedding);
	}

}
