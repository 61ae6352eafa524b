package io.github.milvusspring.test.autoconfigure.library;

import io.github.milvusspring.autoconfigure.MilvusConnectionDetails;
import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;

class IsolationIT {

	private final ApplicationContext first = context(First.class);

	private final ApplicationContext second = context(Second.class);

	@Test
	void testClassesShareTheServer() {
		assertThat(details(this.first).getUri()).isEqualTo(details(this.second).getUri());
	}

	@Test
	void testClassesDoNotShareRows() {
		this.first.getBean(BookRepository.class).save(new Book(1, "Dune", new float[] { 1, 0 }));
		assertThat(this.first.getBean(BookRepository.class).count()).isOne();
		assertThat(this.second.getBean(BookRepository.class).count()).isZero();
	}

	@Test
	void classHasOneContextForAllItsMethods() {
		assertThat(context(First.class)).isSameAs(this.first);
	}

	private static MilvusConnectionDetails details(ApplicationContext context) {
		return context.getBean(MilvusConnectionDetails.class);
	}

	private static ApplicationContext context(Class<?> testClass) {
		return new TestContextManager(testClass).getTestContext().getApplicationContext();
	}

	@DataMilvusTest
	static class First {

	}

	@DataMilvusTest
	static class Second {

	}

}
