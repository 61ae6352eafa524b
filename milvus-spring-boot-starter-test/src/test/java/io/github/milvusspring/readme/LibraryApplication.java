package io.github.milvusspring.readme;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.repository.MilvusRepository;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Vector;

@SpringBootApplication
public class LibraryApplication {

	public static void main(String[] args) {
		SpringApplication.run(LibraryApplication.class, args);
	}

}

@MilvusEntity("books")
record Book(@Id String isbn, String title, @VectorField(dimension = 3) float[] embedding) {
}

interface Books extends MilvusRepository<Book, String> {

	SearchResults<Book> searchByEmbeddingNear(Vector vector, Limit limit);

}
