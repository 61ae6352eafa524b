package io.github.milvusspring.test.autoconfigure.library;

import io.github.milvusspring.autoconfigure.MilvusConnectionDetails;
import io.github.milvusspring.lite.MilvusLite;
import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class OwnServerIT {

	private static final MilvusLite SERVER = MilvusLite.start();

	@AfterAll
	static void stop() {
		SERVER.close();
	}

	@Nested
	@DataMilvusTest
	class Property {

		@DynamicPropertySource
		static void server(DynamicPropertyRegistry registry) {
			registry.add("milvus.uri", SERVER::uri);
			registry.add("milvus.database", () -> "default");
		}

		@Test
		void wins(@Autowired MilvusConnectionDetails details, @Autowired BookRepository books) {
			assertThat(details.getUri()).isEqualTo(SERVER.uri());
			assertThat(books.count()).isZero();
		}

	}

	@Nested
	@DataMilvusTest
	class Details {

		@Test
		void win(@Autowired MilvusConnectionDetails details, @Autowired BookRepository books) {
			assertThat(details.getUri()).isEqualTo(SERVER.uri());
			assertThat(books.count()).isZero();
		}

		@TestConfiguration
		static class Connection {

			@Bean
			MilvusConnectionDetails ownDetails() {
				return SERVER::uri;
			}

		}

	}

}
