package io.github.milvusspring.lite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.logging.Level;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Specifies that only the user can read a new data directory, and that an existing
 * directory stays as it is, with a warning if other users can read it.
 */
@DisabledOnOs(OS.WINDOWS)
class DataDirectoryTests {

	@TempDir
	private Path directory;

	@Test
	void aNewDirectoryIsForTheUserOnly() throws Exception {
		Path created = DataDirectory.prepare(this.directory.resolve("made/here"));
		assertThat(permissions(created)).isEqualTo("rwx------");
		assertThat(permissions(created.getParent())).isEqualTo("rwx------");
	}

	@Test
	void aTemporaryDirectoryIsForTheUserOnly() throws Exception {
		Path temporary = DataDirectory.prepare(null);
		assertThat(permissions(temporary)).isEqualTo("rwx------");
		Files.delete(temporary);
	}

	@Test
	void anExistingDirectoryIsLeftAsItIsWithAWarningWhenOthersCanReadIt() throws Exception {
		assertThat(warningsAbout("rwxr-x---")).singleElement()
			.asString()
			.contains(this.directory.toString(), "chmod 700");
		assertThat(permissions(this.directory)).isEqualTo("rwxr-x---");
	}

	@Test
	void anExistingDirectoryOfTheUserOnlyIsFine() throws Exception {
		assertThat(warningsAbout("rwx------")).isEmpty();
	}

	@Test
	void aFileInItsPlaceIsNamed() throws Exception {
		Path file = Files.createFile(this.directory.resolve("file"));
		assertThatExceptionOfType(MilvusLiteException.class).isThrownBy(() -> DataDirectory.prepare(file))
			.withMessageContaining(file + " cannot be created");
	}

	private List<String> warningsAbout(String permissions) throws IOException {
		Files.setPosixFilePermissions(this.directory, PosixFilePermissions.fromString(permissions));
		try (LogOfLite log = new LogOfLite()) {
			assertThat(DataDirectory.prepare(this.directory)).isEqualTo(this.directory);
			return log.messages(Level.WARNING);
		}
	}

	private static String permissions(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
