package io.github.milvusspring.lite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Specifies that Milvus Lite is installed once per cache directory and set of packages,
 * also by concurrent threads and processes, and again if the installation is incomplete.
 */
@DisabledOnOs(OS.WINDOWS)
class MilvusLiteEnvironmentTests {

	@TempDir
	private Path cache;

	@TempDir
	private Path traces;

	private MilvusLiteEnvironment environment;

	@BeforeEach
	void createEnvironment() {
		this.environment = new MilvusLiteEnvironment(this.cache, InstallationRace.REQUIREMENTS);
	}

	@Test
	void theFolderNamesTheVersionAndChangesWithThePackages() {
		assertThat(this.environment.folder().getFileName().toString()).startsWith("milvus-lite-1.2.3-");
		assertThat(new MilvusLiteEnvironment(this.cache, InstallationRace.REQUIREMENTS + "numpy==1\n").folder())
			.isNotEqualTo(this.environment.folder());
	}

	@Test
	void theSecondStartFindsWhatTheFirstInstalled() throws Exception {
		MilvusLitePython installed = race();
		assertThat(this.environment.installed()).contains(installed);
		assertThat(race()).isEqualTo(installed);
		assertInstalledOnce();
	}

	@Test
	void theDirectoryOfPackagesIsRemembered() throws Exception {
		MilvusLitePython python = this.environment.installedOr(null, (attempt) -> {
			Path libraries = attempt.resolve("libraries");
			assertThat(libraries.toFile().mkdirs()).isTrue();
			return new MilvusLitePython(Path.of("/bin/sh"), libraries, true);
		});
		assertThat(this.environment.installed()).contains(python);
	}

	@Test
	void threadsInstallOnce() throws Exception {
		List<Thread> threads = IntStream.range(0, 4).mapToObj((i) -> new Thread(this::race)).toList();
		threads.forEach(Thread::start);
		for (Thread thread : threads) {
			thread.join();
		}
		assertInstalledOnce();
		assertThat(this.environment.installed()).isPresent();
	}

	@Test
	void processesInstallOnce() throws Exception {
		try (ChildJvm first = ChildJvm.run(InstallationRace.class, this.cache, this.traces);
				ChildJvm second = ChildJvm.run(InstallationRace.class, this.cache, this.traces)) {
			for (ChildJvm jvm : List.of(first, second)) {
				assertThat(jvm.readLine()).isEqualTo("STARTED");
			}
			first.endInput();
			second.endInput();
			assertThat(first.end()).isZero();
			assertThat(second.end()).isZero();
		}
		assertInstalledOnce();
		assertThat(this.environment.installed()).isPresent();
	}

	@Test
	void aHalfFinishedInstallationIsDeletedAndRedone() throws Exception {
		Path leftover = this.environment.folder().resolve("build-1/venv/leftover");
		Files.createDirectories(leftover);
		assertThat(this.environment.installed()).isEmpty();
		race();
		assertThat(leftover).doesNotExist();
		assertThat(this.environment.installed()).isPresent();
	}

	@Test
	void anInstallationWhosePythonIsGoneIsRedone() throws Exception {
		Files.delete(race().interpreter());
		assertThat(this.environment.installed()).isEmpty();
		assertThat(race().interpreter()).isExecutable();
	}

	@Test
	void aFailedInstallationLeavesNothingBehind() {
		assertThatIllegalStateException().isThrownBy(() -> this.environment.installedOr(null, (attempt) -> {
			throw new IllegalStateException("failed");
		}));
		assertThat(this.environment.folder()).doesNotExist();
	}

	@Test
	void aCacheDirectoryThatCannotBeWrittenIsNamed() throws Exception {
		Path file = Files.createFile(this.cache.resolve("file"));
		MilvusLiteEnvironment unwritable = new MilvusLiteEnvironment(file, InstallationRace.REQUIREMENTS);
		assertThatExceptionOfType(MilvusLiteUnavailableException.class)
			.isThrownBy(() -> unwritable.installedOr(null, (attempt) -> {
				throw new AssertionError();
			}))
			.withMessageContaining(file.toString())
			.withMessageContaining("MILVUS_SPRING_CACHE")
			.withMessageContaining("milvus.uri");
	}

	private MilvusLitePython race() {
		return InstallationRace.race(this.cache, this.traces);
	}

	private void assertInstalledOnce() throws IOException {
		try (Stream<Path> installations = Files.list(this.traces)) {
			assertThat(installations).hasSize(1);
		}
	}

}
