package io.github.milvusspring.sample.metadata;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClassPathMetadataTests {

	@ParameterizedTest
	@CsvSource({
			"jar:file:/home/me/.m2/repository/org/acme/web/acme-web/1.2/acme-web-1.2.jar!/, org.acme.web, acme-web, 1.2",
			"jar:file:/home/dev/acme/target/acme-web-1.2.jar!/, '', acme-web, 1.2",
			"jar:nested:/home/dev/app-3.0.jar/!BOOT-INF/lib/acme-web-1.2.jar!/, '', acme-web, 1.2",
			"file:/home/dev/acme-web/target/classes/, '', acme-web, ''", "file:/opt/classes/, '', application, ''" })
	void artifactIsToldFromTheAddress(String root, String group, String name, String version) {
		assertThat(ClassPathMetadata.artifactOf(root + MetadataFile.LOCATION))
			.isEqualTo(new Artifact(group, name, version));
	}

	@Test
	void brokenMetadataDoNotHideOthers(@TempDir Path folder) throws IOException {
		URL broken = Jars.write(folder.resolve("broken-1.0.jar"), "{").toUri().toURL();
		URL good = Jars.write(folder.resolve("good-1.0.jar"), Jars.property("good", "Good.")).toUri().toURL();
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { broken, good }, null)) {
			assertThat(new ClassPathMetadata(classLoader).properties()).extracting(DeclaredProperty::name)
				.containsExactly("good");
		}
	}

	@Test
	void classPathOfTheSampleDeclaresThePortOfTheServer() throws IOException {
		assertThat(new ClassPathMetadata(getClass().getClassLoader()).properties())
			.filteredOn((property) -> property.name().equals("server.port"))
			.singleElement()
			.satisfies((property) -> {
				assertThat(property.description()).isNotEmpty();
				assertThat(property.defaultValue()).isEqualTo("8080");
				assertThat(property.artifact().name()).isEqualTo("spring-boot-web-server");
			});
	}

}
