package io.github.milvusspring.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.model.ConsistencyLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MilvusPropertiesTests {

	@Test
	void defaultsAreVisible() {
		MilvusProperties properties = bind(Map.of());
		assertThat(properties.uri()).isNull();
		assertThat(properties.timeout()).isNull();
		assertThat(properties.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
		assertThat(properties.keepAliveTime()).isNull();
		assertThat(properties.keepAliveTimeout()).isNull();
		assertThat(properties.slowCallThreshold()).isNull();
		assertThat(properties.health()).isEqualTo(new MilvusProperties.Health(Duration.ofSeconds(2)));
		assertThat(properties.consistency()).isEqualTo(ConsistencyLevel.SESSION);
		assertThat(properties.schema())
			.isEqualTo(new MilvusProperties.Schema(SchemaMode.CREATE, Duration.ofMinutes(10)));
		assertThat(properties.ssl()).isEqualTo(new MilvusProperties.Ssl(null, null));
		assertThat(properties.lite()).isEqualTo(new MilvusProperties.Lite(true, Path.of("milvus-data"), false, null,
				null, true, Duration.ofSeconds(60), Duration.ofSeconds(10), DataSize.ofMegabytes(4)));
	}

	@Test
	void everythingCanBeSaid() {
		MilvusProperties properties = bind(Map.ofEntries(Map.entry("milvus.uri", "https://host"),
				Map.entry("milvus.token", "t"), Map.entry("milvus.username", "u"), Map.entry("milvus.password", "p"),
				Map.entry("milvus.database", "d"), Map.entry("milvus.connect-timeout", "1s"),
				Map.entry("milvus.timeout", "2m"), Map.entry("milvus.keep-alive-time", "3s"),
				Map.entry("milvus.keep-alive-timeout", "4s"), Map.entry("milvus.slow-call-threshold", "7s"),
				Map.entry("milvus.health.timeout", "8s"), Map.entry("milvus.consistency", "strong"),
				Map.entry("milvus.ssl.enabled", "true"), Map.entry("milvus.ssl.bundle", "b"),
				Map.entry("milvus.schema.mode", "validate"), Map.entry("milvus.embedding.batch-size", "8"),
				Map.entry("milvus.lite.enabled", "false"), Map.entry("milvus.lite.data-directory", "data"),
				Map.entry("milvus.lite.ephemeral", "true"), Map.entry("milvus.lite.command", "python3"),
				Map.entry("milvus.lite.cache-directory", "cache"), Map.entry("milvus.lite.provision", "false"),
				Map.entry("milvus.lite.startup-timeout", "5s"), Map.entry("milvus.lite.shutdown-timeout", "6s"),
				Map.entry("milvus.lite.memory-table", "64MB")));
		assertThat(properties).isEqualTo(new MilvusProperties("https://host", "t", "u", "p", "d", Duration.ofSeconds(1),
				Duration.ofMinutes(2), Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofSeconds(7),
				ConsistencyLevel.STRONG, new MilvusProperties.Ssl(true, "b"),
				new MilvusProperties.Schema(SchemaMode.VALIDATE, Duration.ofMinutes(10)),
				new MilvusProperties.Embedding(8), new MilvusProperties.Health(Duration.ofSeconds(8)),
				new MilvusProperties.Lite(false, Path.of("data"), true, "python3", Path.of("cache"), false,
						Duration.ofSeconds(5), Duration.ofSeconds(6), DataSize.ofMegabytes(64))));
	}

	@Test
	void aMemoryTableWithoutRoomIsRefusedWithTheNameOfTheProperty() {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of("milvus.lite.memory-table", "0")))
			.havingRootCause()
			.withMessageContaining("milvus.lite.memory-table is 0B");
	}

	@ParameterizedTest
	@CsvSource({ "milvus.connect-timeout, 0s", "milvus.connect-timeout, -1s", "milvus.timeout, 0s",
			"milvus.timeout, -5ms", "milvus.keep-alive-time, 0s", "milvus.keep-alive-timeout, 0s",
			"milvus.schema.index-timeout, 0s", "milvus.slow-call-threshold, 0s", "milvus.health.timeout, 0s",
			"milvus.health.timeout, -1s", "milvus.lite.startup-timeout, 0s", "milvus.lite.startup-timeout, -1s",
			"milvus.lite.shutdown-timeout, -1s" })
	void aTimeInWhichNothingCanBeDoneIsRefusedByTheNameOfItsProperty(String property, String time) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of(property, time)))
			.havingRootCause()
			.withMessageContaining(property + " is PT");
	}

	@Test
	void aServerMayBeKilledAtOnce() {
		assertThat(bind(Map.of("milvus.lite.shutdown-timeout", "0s")).lite().shutdownTimeout()).isZero();
	}

	@Test
	void textShowsNoSecret() {
		MilvusProperties properties = bind(Map.of("milvus.uri", "https://user:s3cret@host/database", "milvus.token",
				"s3cret", "milvus.username", "user", "milvus.password", "s3cret"));
		assertThat(properties.toString()).doesNotContain("s3cret")
			.contains("uri=https://******@host/database", "username=user", "connectTimeout=PT10S");
	}

	@Test
	void textShowsNoSecretOfAnAddressWithoutScheme() {
		assertThat(bind(Map.of("milvus.uri", "user:s3c/r@et@host")).toString()).doesNotContain("s3c", "et@");
	}

	private static MilvusProperties bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("milvus",
				MilvusProperties.class);
	}

}
