package io.github.milvusspring.autoconfigure.testcontainers;

import io.github.milvusspring.autoconfigure.library.Book;
import io.github.milvusspring.autoconfigure.library.BookRepository;
import io.github.milvusspring.autoconfigure.library.Library;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.milvus.MilvusContainer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real Milvus in a container; skipped, visibly, where no container engine runs.
 */
@Testcontainers(disabledWithoutDocker = true)
@SpringBootTest(classes = Library.class, properties = "milvus.connect-timeout=60s")
class MilvusContainerIT {

	@Container
	@ServiceConnection
	static final MilvusContainer MILVUS = new MilvusContainer("milvusdb/milvus:v2.6.4");

	@Test
	void repositoryKeepsEntitiesInTheContainer(@Autowired BookRepository books) {
		books.upsert(Book.titled(1, "Dune"));
		assertThat(books.findByTitle("Dune")).extracting(Book::id).containsExactly(1L);
	}

}
