package io.github.milvusspring.lite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Specifies the installation of Milvus Lite from the package registry: once for several
 * JVMs, isolated from the user's Python code, with checked hashes, and repaired if
 * modules are missing.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(600)
class ProvisioningIT {

	@TempDir
	private Path cache;

	@TempDir
	private Path strange;

	@Test
	void twoJvmsInstallOnceWithoutStrangeCodeAndTheNextStartRepairsWhatIsMissing() throws Exception {
		Path ran = this.strange.resolve("ran");
		for (String module : List.of("venv", "pip", "ensurepip", "milvus_lite", "grpc", "json", "sitecustomize")) {
			Files.writeString(this.strange.resolve(module + ".py"), "open(r'%s', 'w')%n".formatted(ran));
		}
		Consumer<ProcessBuilder> strangePlace = (jvm) -> {
			jvm.directory(this.strange.toFile());
			jvm.environment().put("PYTHONPATH", this.strange.toString());
			jvm.environment().put("PIP_TARGET", this.strange.resolve("target").toString());
		};
		try (ChildJvm first = ChildJvm.run(strangePlace, ProvisioningInAJvm.class, this.cache);
				ChildJvm second = ChildJvm.run(strangePlace, ProvisioningInAJvm.class, this.cache)) {
			for (ChildJvm jvm : List.of(first, second)) {
				assertThat(jvm.readLine()).isEqualTo("STARTED");
			}
			first.endInput();
			second.endInput();
			assertThat(first.readLine()).isEqualTo("RUNNING true");
			assertThat(second.readLine()).isEqualTo("RUNNING true");
			assertThat(first.end()).isZero();
			assertThat(second.end()).isZero();
		}
		assertThat(ran).doesNotExist();
		assertThat(installations()).hasSize(1);
		HostEnvironment offline = withoutNetwork();
		try (MilvusLite lite = MilvusLite.start(options(), offline)) {
			assertThat(lite.isRunning()).isTrue();
		}
		assertThat(installations()).hasSize(1);
		aMissingModuleIsRepaired();
	}

	private void aMissingModuleIsRepaired() throws Exception {
		Path module = installed("milvus_lite/index/faiss_hnsw.py");
		Files.delete(module);
		try (LogOfLite log = new LogOfLite(); MilvusLite lite = MilvusLite.start(options())) {
			assertThat(lite.isRunning()).isTrue();
			assertThat(log.messages(Level.WARNING))
				.anySatisfy((line) -> assertThat(line).startsWith("The installation is broken and is made anew: ")
					.contains(module + " is missing or half-written"));
		}
		assertThat(module).doesNotExist();
		assertThat(installed("milvus_lite/index/faiss_hnsw.py")).exists();
		assertThat(installations()).hasSize(1);
		Files.writeString(installed("milvus_lite/db.py"), "half = ");
		assertThatExceptionOfType(MilvusLiteUnavailableException.class)
			.isThrownBy(() -> MilvusLite.start(options().withProvision(false)))
			.withMessageContaining("db.py is missing or half-written");
	}

	private Path installed(String name) throws Exception {
		try (Stream<Path> files = Files.walk(this.cache)) {
			return files.filter((file) -> file.endsWith(name)).findFirst().orElseThrow();
		}
	}

	@Test
	void aPackageWithAnotherHashIsRefused() throws Exception {
		Files.writeString(this.strange.resolve("milvus_lite-3.2.2-py3-none-any.whl"), "not the real one");
		HostEnvironment environment = HostEnvironment.current()
			.with("PIP_FIND_LINKS", this.strange.toString())
			.with("PIP_NO_INDEX", "1");
		assertThatExceptionOfType(MilvusLiteUnavailableException.class)
			.isThrownBy(() -> MilvusLite.start(options(), environment))
			.withMessageContaining("DO NOT MATCH THE HASHES");
		assertThat(installations()).isEmpty();
	}

	@Test
	void withoutNetworkTheFirstStartSaysSo() throws Exception {
		assertThatExceptionOfType(MilvusLiteUnavailableException.class)
			.isThrownBy(() -> MilvusLite.start(options(), withoutNetwork()))
			.withMessageStartingWith("Milvus Lite could not be installed from the package registry (pip: ERROR: ")
			.withMessageEndingWith(", or set milvus.uri to a running Milvus.");
		assertThat(installations()).isEmpty();
	}

	private MilvusLiteOptions options() {
		return MilvusLiteOptions.defaults().withCacheDirectory(this.cache);
	}

	private static HostEnvironment withoutNetwork() {
		Map<String, String> variables = new HashMap<>(System.getenv());
		variables.putAll(Map.of("PIP_INDEX_URL", "http://127.0.0.1:9/simple", "PIP_EXTRA_INDEX_URL", "",
				"PIP_FIND_LINKS", "", "PIP_NO_CACHE_DIR", "1", "PIP_RETRIES", "0", "UV_INDEX_URL",
				"http://127.0.0.1:9/simple", "UV_NO_CACHE", "1"));
		return new HostEnvironment(variables);
	}

	private List<Path> installations() throws Exception {
		try (Stream<Path> files = Files.walk(this.cache, 2)) {
			return files.filter((file) -> file.getFileName().toString().startsWith("build-")).toList();
		}
	}

}
