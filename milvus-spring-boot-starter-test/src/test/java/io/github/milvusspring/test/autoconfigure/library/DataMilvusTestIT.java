package io.github.milvusspring.test.autoconfigure.library;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@DataMilvusTest
class DataMilvusTestIT {

	@Autowired
	private BookRepository books;

	@Autowired
	private MilvusOperations operations;

	@Autowired
	private ApplicationContext context;

	@Test
	void repositoryKeepsAndFindsEntities() {
		this.books.save(new Book(1, "Dune", new float[] { 1, 0 }));
		assertThat(this.books.findByTitle("Dune")).extracting(Book::id).containsExactly(1L);
	}

	@Test
	void templateIsThere() {
		assertThat(this.operations.collections().names()).contains("books");
	}

	@Test
	void servicesAreLeftOut() {
		assertThat(this.context.getBeansOfType(Librarian.class)).isEmpty();
	}

	@Nested
	class NestedClass {

		@Test
		void hasTheContextOfItsOuterClass() {
			assertThat(DataMilvusTestIT.this.books).isNotNull();
			assertThat(DataMilvusTestIT.this.context.getBean(BookRepository.class))
				.isSameAs(DataMilvusTestIT.this.books);
		}

	}

}
