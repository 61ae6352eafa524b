package io.github.milvusspring.sample.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class JarFolderTests {

	@TempDir
	private Path folder;

	@Test
	void jarsOfSubFoldersAreRead() throws IOException {
		Jars.write(this.folder.resolve("org/acme/acme-web/1.0/acme-web-1.0.jar"), Jars.property("acme.port", "Port."));
		assertThat(new JarFolder(this.folder).properties()).containsExactly(new DeclaredProperty("acme.port", null,
				"Port.", null, null, new Artifact("org.acme", "acme-web", "1.0")));
	}

	@Test
	void jarsOfSourcesAndDocumentationAreNotRead() throws IOException {
		Jars.write(this.folder.resolve("acme-1.0-sources.jar"), Jars.property("acme.a", "A."));
		Jars.write(this.folder.resolve("acme-1.0-javadoc.jar"), Jars.property("acme.b", "B."));
		assertThat(new JarFolder(this.folder).properties()).isEmpty();
	}

	@Test
	void brokenJarsDoNotHideOthers(CapturedOutput output) throws IOException {
		Files.writeString(this.folder.resolve("a-no-zip-1.0.jar"), "no zip");
		Files.writeString(this.folder.resolve("b-empty-1.0.jar"), "");
		Jars.write(this.folder.resolve("c-no-json-1.0.jar"), "{ \"properties\": [");
		Jars.write(this.folder.resolve("d-other-1.0.jar"), "README", "No metadata");
		Files.createDirectories(this.folder.resolve("e-folder-1.0.jar"));
		Jars.write(this.folder.resolve("f-good-1.0.jar"), Jars.property("good", "Good."));
		assertThat(new JarFolder(this.folder).properties()).extracting(DeclaredProperty::name).containsExactly("good");
		assertThat(output).contains("a-no-zip-1.0.jar, which cannot be read")
			.contains("b-empty-1.0.jar, which cannot be read")
			.contains("c-no-json-1.0.jar, which cannot be read: Not JSON")
			.doesNotContain("d-other");
	}

	@Test
	void missingFolderHasNoProperties(CapturedOutput output) {
		assertThat(new JarFolder(this.folder.resolve("missing")).properties()).isEmpty();
		assertThat(output).contains("No folder of jars at " + this.folder.resolve("missing"));
	}

}
