package io.github.milvusspring.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;

import io.github.milvusspring.autoconfigure.data.MilvusDataAutoConfiguration;
import io.github.milvusspring.autoconfigure.library.Book;
import io.github.milvusspring.autoconfigure.library.BookRepository;
import io.github.milvusspring.autoconfigure.library.Library;
import io.github.milvusspring.data.admin.SchemaMismatchException;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.lite.MilvusLite;
import io.github.milvusspring.lite.MilvusLiteException;
import io.milvus.v2.client.MilvusClientV2;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Applications that start Milvus Lite.
 */
@ExtendWith(OutputCaptureExtension.class)
class MilvusLiteIT {

	private static final Path DEFAULT_DIRECTORY = Path.of("milvus-data");

	@TempDir
	private Path directory;

	@AfterEach
	void deleteData() {
		FileSystemUtils.deleteRecursively(DEFAULT_DIRECTORY.toFile());
	}

	@Test
	void applicationWithoutAnyPropertyKeepsEntities(CapturedOutput output) {
		try (ConfigurableApplicationContext context = start(Library.class)) {
			BookRepository books = context.getBean(BookRepository.class);
			books.upsert(Book.titled(1, "Dune"));
			assertThat(books.findByTitle("Dune")).singleElement()
				.extracting(Book::publisher)
				.isEqualTo(new Book.Publisher("Ace"));
			assertThat(context.getBean(MilvusOperations.class).collections().names()).containsExactly("books");
			assertThat(context.getBean(MilvusClientV2.class).listCollections().getCollectionNames())
				.containsExactly("books");
			assertThat(DEFAULT_DIRECTORY).isNotEmptyDirectory();
		}
		assertThat(output).containsPattern(" INFO .*io.github.milvusspring.lite +: Milvus Lite started");
	}

	@Test
	void dataSurvivesARestart() {
		String uri = "milvus.uri=" + this.directory.resolve("milvus.db");
		try (ConfigurableApplicationContext context = start(Library.class, uri)) {
			context.getBean(BookRepository.class).upsert(Book.titled(1, "Dune"));
		}
		try (ConfigurableApplicationContext context = start(Library.class, uri)) {
			assertThat(context.getBean(BookRepository.class).findByTitle("Dune")).hasSize(1);
		}
	}

	@Test
	void databaseIsCreatedOnce() {
		String[] properties = { "milvus.uri=" + this.directory.resolve("milvus.db"), "milvus.database=library" };
		try (ConfigurableApplicationContext context = start(Library.class, properties)) {
			context.getBean(BookRepository.class).upsert(Book.titled(1, "Dune"));
			assertThat(context.getBean(MilvusClientV2.class).listDatabases().getDatabaseNames()).contains("library");
		}
		try (ConfigurableApplicationContext context = start(Library.class, properties)) {
			assertThat(context.getBean(BookRepository.class).count()).isOne();
		}
	}

	@Test
	void twoApplicationsHaveTwoServers() {
		ConfigurableApplicationContext first = start(Library.class, "milvus.lite.ephemeral=true");
		try (ConfigurableApplicationContext second = start(Library.class, "milvus.lite.ephemeral=true")) {
			first.getBean(BookRepository.class).upsert(Book.titled(1, "Dune"));
			assertThat(second.getBean(BookRepository.class).count()).isZero();
			first.close();
			second.getBean(BookRepository.class).upsert(Book.titled(1, "Dune"));
			assertThat(second.getBean(BookRepository.class).count()).isOne();
		}
	}

	@Test
	void secondApplicationOnTheSameDirectoryIsToldSo() {
		String uri = "milvus.uri=" + this.directory.resolve("milvus.db");
		try (ConfigurableApplicationContext context = start(Library.class, uri)) {
			assertThatExceptionOfType(BeanCreationException.class)
				.isThrownBy(() -> start(Library.class, uri, "milvus.lite.startup-timeout=5s").close())
				.havingRootCause()
				.isInstanceOf(MilvusLiteException.class);
			assertThat(context.getBean(BookRepository.class).count()).isZero();
		}
	}

	@Test
	void serverEndsWithTheApplication() {
		ConfigurableApplicationContext context = start(Library.class, "milvus.lite.ephemeral=true");
		MilvusLite lite = context.getBean(MilvusLite.class);
		assertThat(context.getBean(MilvusConnection.class).isLite()).isTrue();
		context.close();
		assertThat(lite.isRunning()).isFalse();
		assertThat(lite.dataDirectory()).doesNotExist();
	}

	@Test
	void failedStartLeavesNoServer() {
		assertThatExceptionOfType(BeanCreationException.class)
			.isThrownBy(() -> start(Failing.class, "milvus.lite.ephemeral=true").close())
			.havingRootCause()
			.withMessageContaining("no start with Milvus Lite ")
			.satisfies((failure) -> {
				long pid = Long.parseLong(failure.getMessage().replaceAll("\\D", ""));
				await().atMost(Duration.ofSeconds(10))
					.until(() -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false), (alive) -> !alive);
			});
	}

	@Test
	void collectionOfAnotherShapeIsShownAsATable(CapturedOutput output) {
		String uri = "milvus.uri=" + this.directory.resolve("milvus.db");
		try (ConfigurableApplicationContext context = start(Empty.class, uri)) {
			context.getBean(MilvusOperations.class).collections().create("books", 4);
		}
		assertThatException().isThrownBy(() -> start(Library.class, uri, "milvus.lite.startup-timeout=5s").close())
			.withStackTraceContaining(SchemaMismatchException.class.getName());
		assertThat(output)
			.contains("APPLICATION FAILED TO START", "Collection 'books' is not as its entity declares it")
			.containsPattern("field +declared +found")
			.containsPattern("embedding +FLOAT_VECTOR\\(2\\) +\\(none\\)")
			.contains("Give the old rows up: drop the collection 'books'");
	}

	private static ConfigurableApplicationContext start(Class<?> application, String... properties) {
		return new SpringApplicationBuilder(application).web(WebApplicationType.NONE).properties(properties).run();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ MilvusAutoConfiguration.class, MilvusDataAutoConfiguration.class })
	static class Empty {

	}

	@Configuration(proxyBeanMethods = false)
	static class Failing extends Library {

		@Bean
		Object failing(MilvusLite lite, MilvusConnection connection) {
			throw new IllegalStateException("no start with Milvus Lite " + lite.pid());
		}

	}

}
