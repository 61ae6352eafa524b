package io.github.milvusspring.autoconfigure;

import java.nio.file.Path;

import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.connection.MilvusUnreachableException;
import io.milvus.v2.client.MilvusClientV2;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Encrypted connections.
 */
class TlsIT {

	@RegisterExtension
	static final LiteServer SERVER = new LiteServer();

	@TempDir
	private static Path directory;

	private static Path keys;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, MilvusAutoConfiguration.class))
		.withPropertyValues("milvus.connect-timeout=10s");

	@BeforeAll
	static void makeKeys() throws Exception {
		keys = TlsFront.newKeys(directory.resolve("keys.p12"));
	}

	@Test
	void bundleIsTrusted() throws Exception {
		try (TlsFront front = TlsFront.before(SERVER.port(), keys, false)) {
			this.runner.withPropertyValues("milvus.uri=localhost:" + front.port(), "milvus.ssl.bundle=milvus")
				.withPropertyValues(store("truststore"))
				.run((context) -> assertThat(
						context.getBean(MilvusClientV2.class).listCollections().getCollectionNames())
					.isNotNull());
		}
	}

	@Test
	void bundleShowsTheCertificateOfTheClient() throws Exception {
		try (TlsFront front = TlsFront.before(SERVER.port(), keys, true)) {
			ApplicationContextRunner trusting = this.runner
				.withPropertyValues("milvus.uri=https://localhost:" + front.port(), "milvus.ssl.bundle=milvus")
				.withPropertyValues(store("truststore"));
			trusting.withPropertyValues(store("keystore"))
				.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(MilvusConnection.class));
			trusting.run((context) -> assertThat(context).getFailure()
				.hasStackTraceContaining(MilvusUnreachableException.class.getName()));
		}
	}

	@Test
	void withoutBundleOnlyWhatTheJvmTrustsIsTrusted() throws Exception {
		try (TlsFront front = TlsFront.before(SERVER.port(), keys, false)) {
			this.runner.withPropertyValues("milvus.uri=https://localhost:" + front.port())
				.run((context) -> assertThat(context).getFailure()
					.hasStackTraceContaining(MilvusUnreachableException.class.getName())
					.hasStackTraceContaining("certification path"));
		}
	}

	private static String[] store(String kind) {
		String prefix = "spring.ssl.bundle.jks.milvus." + kind;
		return new String[] { prefix + ".location=" + keys.toUri(), prefix + ".type=PKCS12",
				prefix + ".password=" + TlsFront.PASSWORD };
	}

}
