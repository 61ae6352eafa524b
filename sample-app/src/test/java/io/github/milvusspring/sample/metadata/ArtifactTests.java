package io.github.milvusspring.sample.metadata;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArtifactTests {

	private final Path repository = Path.of("repository").toAbsolutePath();

	@Test
	void jarInARepositoryHasItsCoordinates() {
		Path jar = this.repository.resolve("org/acme/web/acme-web/1.2-RC1/acme-web-1.2-RC1.jar");
		assertThat(Artifact.ofJar(jar, this.repository)).isEqualTo(new Artifact("org.acme.web", "acme-web", "1.2-RC1"));
	}

	@Test
	void jarOutsideOfARepositoryHasTheNameOfItsFile() {
		assertThat(Artifact.ofJar(this.repository.resolve("acme-web-1.2.jar"), this.repository))
			.isEqualTo(new Artifact("", "acme-web", "1.2"));
		assertThat(Artifact.ofJar(this.repository.resolve("a/b/c/other-1.2.jar"), this.repository))
			.isEqualTo(new Artifact("", "other", "1.2"));
	}

	@ParameterizedTest
	@CsvSource({ "spring-boot-4.1.2,spring-boot,4.1.2", "h2-console-2,h2-console,2", "tools,tools,''",
			"log4j2-x-1.0-SNAPSHOT,log4j2-x,1.0-SNAPSHOT" })
	void nameOfAFileHasNameAndVersion(String file, String name, String version) {
		assertThat(Artifact.ofFileName(file)).isEqualTo(new Artifact("", name, version));
	}

}
