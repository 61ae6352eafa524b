package io.github.milvusspring.test.autoconfigure.library;

import io.github.milvusspring.autoconfigure.MilvusConnectionDetails;
import io.github.milvusspring.test.autoconfigure.AutoConfigureDataMilvus;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureDataMilvus
class SpringBootTestIT {

	@Test
	void wholeApplicationRunsOnTheServerOfTheTestRun(@Autowired Librarian librarian, @Autowired BookRepository books,
			@Autowired MilvusConnectionDetails details) {
		assertThat(librarian).isNotNull();
		assertThat(books.count()).isZero();
		assertThat(details.getUri()).startsWith("http://127.0.0.1:");
	}

}
