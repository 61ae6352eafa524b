package io.github.milvusspring.readme;

import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;

// Run as an integration test, under the name that README shows.
@DataMilvusTest
class BooksTests {

	@Test
	void findsTheClosestBook(@Autowired Books books) {
		books.upsert(new Book("1", "Dune", new float[] { 1, 0, 0 }));
		books.upsert(new Book("2", "Emma", new float[] { 0, 1, 0 }));
		var hits = books.searchByEmbeddingNear(Vector.of(0.9f, 0.1f, 0f), Limit.of(1));
		assertThat(hits.contentStream().map(Book::title)).containsExactly("Dune");
	}

}
