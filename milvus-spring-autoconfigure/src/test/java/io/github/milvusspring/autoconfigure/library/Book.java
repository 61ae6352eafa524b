package io.github.milvusspring.autoconfigure.library;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;

import org.springframework.data.annotation.Id;

@MilvusEntity("books")
public record Book(@Id long id, String title, Publisher publisher, @VectorField(dimension = 2) float[] embedding) {

	/** A JSON field. */
	public record Publisher(String name) {
	}

	public static Book titled(long id, String title) {
		return new Book(id, title, new Publisher("Ace"), new float[] { 1, id });
	}

}
