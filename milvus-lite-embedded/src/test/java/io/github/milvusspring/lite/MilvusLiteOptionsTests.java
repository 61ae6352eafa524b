package io.github.milvusspring.lite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Specifies the default options, which values are refused, and where the cache directory
 * is.
 */
class MilvusLiteOptionsTests {

	@Test
	void theDefaultsMayInstallAndKeepNothing() {
		MilvusLiteOptions options = MilvusLiteOptions.defaults();
		assertThat(options.dataDirectory()).isNull();
		assertThat(options.command()).isNull();
		assertThat(options.provision()).isTrue();
		assertThat(options.startupTimeout()).isEqualTo(Duration.ofSeconds(60));
		assertThat(options.shutdownTimeout()).isEqualTo(Duration.ofSeconds(10));
		assertThat(options.memoryTableBytes()).isEqualTo(4 * 1024 * 1024);
	}

	@Test
	void everyWitherChangesItsOwnValueOnly() {
		MilvusLiteOptions options = MilvusLiteOptions.defaults()
			.withDataDirectory(Path.of("data"))
			.withCommand("python3")
			.withCacheDirectory(Path.of("cache"))
			.withProvision(false)
			.withStartupTimeout(Duration.ofSeconds(1))
			.withShutdownTimeout(Duration.ofSeconds(2))
			.withShutdownHook(false)
			.withMemoryTableBytes(1024);
		assertThat(options).isEqualTo(new MilvusLiteOptions(Path.of("data"), "python3", Path.of("cache"), false,
				Duration.ofSeconds(1), Duration.ofSeconds(2), false, 1024));
	}

	@Test
	void aStartupTimeoutThatIsNotPositiveIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> MilvusLiteOptions.defaults().withStartupTimeout(Duration.ZERO))
			.withMessageContaining("startupTimeout");
	}

	@Test
	void aNegativeShutdownTimeoutIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> MilvusLiteOptions.defaults().withShutdownTimeout(Duration.ofSeconds(-1)))
			.withMessageContaining("shutdownTimeout");
	}

	@Test
	void aMemoryTableWithoutRoomIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> MilvusLiteOptions.defaults().withMemoryTableBytes(0))
			.withMessageContaining("memoryTableBytes");
	}

	@Test
	void theSystemPropertyNamesTheCacheFirst() {
		Properties properties = properties("Linux");
		properties.setProperty("milvus.spring.cache", "/property");
		assertThat(cache(properties, Map.of("MILVUS_SPRING_CACHE", "/variable"))).isEqualTo(Path.of("/property"));
	}

	@Test
	void theEnvironmentVariableNamesTheCache() {
		assertThat(cache(properties("Linux"), Map.of("MILVUS_SPRING_CACHE", "/variable", "XDG_CACHE_HOME", "/xdg")))
			.isEqualTo(Path.of("/variable"));
	}

	@Test
	void theUsersCacheDirectoryIsHonoured() {
		assertThat(cache(properties("Linux"), Map.of("XDG_CACHE_HOME", "/xdg")))
			.isEqualTo(Path.of("/xdg/milvus-spring"));
	}

	@Test
	void theCacheIsInTheHomeDirectoryOtherwise() {
		assertThat(cache(properties("Linux"), Map.of())).isEqualTo(Path.of("/home/me/.cache/milvus-spring"));
		assertThat(cache(properties("Mac OS X"), Map.of())).isEqualTo(Path.of("/home/me/Library/Caches/milvus-spring"));
	}

	private static Path cache(Properties properties, Map<String, String> variables) {
		return MilvusLiteOptions.defaultCacheDirectory(properties, new HostEnvironment(variables));
	}

	private static Properties properties(String os) {
		Properties properties = new Properties();
		properties.setProperty("os.name", os);
		properties.setProperty("user.home", "/home/me");
		return properties;
	}

}
