package io.github.milvusspring.sample.embedding;

import io.github.milvusspring.sample.metadata.Artifact;
import io.github.milvusspring.sample.metadata.DeclaredProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PropertyTextTests {

	@Test
	void descriptionComesBeforeTheName() {
		assertThat(text("server.port", "Server HTTP port.")).isEqualTo("Server HTTP port. (server.port)");
	}

	@Test
	void nameStandsAloneWithoutADescription() {
		assertThat(text("server.port", "")).isEqualTo("(server.port)");
	}

	private static String text(String name, String description) {
		return PropertyText
			.of(new DeclaredProperty(name, "T", description, "1", null, new Artifact("org.acme", "acme", "1.0")));
	}

}
