package io.github.milvusspring.lite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
class ProvisioningIT {

	@TempDir
	private Path cache;

	@Test
	void twoJvmsInstallOnceAndTheNextStartNeedsNoNetwork() throws Exception {
		try (ChildJvm first = ChildJvm.run(ProvisioningInAJvm.class, this.cache);
				ChildJvm second = ChildJvm.run(ProvisioningInAJvm.class, this.cache)) {
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
		assertThat(installations()).hasSize(1);
		HostEnvironment offline = withoutNetwork();
		try (MilvusLite lite = MilvusLite.start(options(), offline)) {
			assertThat(lite.isRunning()).isTrue();
		}
		assertThat(installations()).hasSize(1);
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
