package io.github.milvusspring.autoconfigure;

import java.nio.file.Path;
import java.util.Map;

import io.github.milvusspring.autoconfigure.data.MilvusDataAutoConfiguration;
import io.github.milvusspring.data.connection.MilvusUnreachableException;
import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.server.Certificates;
import io.github.milvusspring.server.FullServerOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PermissionDeniedDataAccessException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Encrypted connections to a complete server that asks for them, by SSL bundles.
 */
class FullServerTlsIT {

	private static final String BUNDLE = "spring.ssl.bundle.pem.milvus.";

	private static final ApplicationContextRunner RUNNER = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, MilvusAutoConfiguration.class,
				MilvusDataAutoConfiguration.class))
		.withPropertyValues("milvus.ssl.bundle=milvus", "milvus.connect-timeout=10s",
				"milvus.token=" + FullServerOptions.ROOT);

	@TempDir
	private static Path folder;

	private static Certificates others;

	@BeforeAll
	static void makeOtherCertificates() throws Exception {
		others = Certificates.in(folder);
	}

	@Nested
	class OneWay {

		@RegisterExtension
		static final FullTlsServer SERVER = new FullTlsServer(false);

		@Test
		void theAuthorityOfTheBundleIsTrusted() {
			trusting(SERVER.certificates()).withPropertyValues("milvus.uri=" + SERVER.uri()).run((context) -> {
				MilvusOperations milvus = context.getBean(MilvusOperations.class);
				milvus.collections().create("encrypted", 2);
				milvus.rows("encrypted").upsert(Map.of("id", 1L, "vector", new float[] { 1, 0 }));
				assertThat(milvus.rows("encrypted").count()).isEqualTo(1);
				milvus.collection("encrypted").drop();
			});
		}

		@Test
		void anotherAuthorityIsNot() {
			trusting(others).withPropertyValues("milvus.uri=" + SERVER.uri())
				.run((context) -> assertThat(failure(context)).isInstanceOf(MilvusUnreachableException.class)
					.hasMessageContaining("certificate is not trusted")
					.hasMessageContaining("milvus.ssl.bundle"));
		}

		@Test
		void aClientWithoutTlsIsToldOfHttps() {
			new ApplicationContextRunner()
				.withConfiguration(
						AutoConfigurations.of(MilvusAutoConfiguration.class, MilvusDataAutoConfiguration.class))
				.withPropertyValues("milvus.connect-timeout=2s", "milvus.token=" + FullServerOptions.ROOT,
						"milvus.uri=" + SERVER.uri().replace("https", "http"))
				.run((context) -> assertThat(failure(context)).isInstanceOf(MilvusUnreachableException.class)
					.hasMessageContaining("https"));
		}

		@Test
		void aWrongPasswordIsRefusedWithoutBeingShown() {
			trusting(SERVER.certificates())
				.withPropertyValues("milvus.uri=" + SERVER.uri(), "milvus.token=root:wr0ng-s3cret")
				.run((context) -> assertThat(failure(context)).isInstanceOf(PermissionDeniedDataAccessException.class)
					.hasMessageContaining("milvus.token")
					.hasMessageNotContaining("wr0ng"));
		}

	}

	@Nested
	class Mutual {

		@RegisterExtension
		static final FullTlsServer SERVER = new FullTlsServer(true);

		@Test
		void theKeyOfTheBundleIsShown() {
			trusting(SERVER.certificates()).withPropertyValues(key(SERVER.certificates()))
				.withPropertyValues("milvus.uri=" + SERVER.uri())
				.run((context) -> assertThat(context.getBean(MilvusOperations.class).collections().names()).isEmpty());
		}

		@Test
		void withoutAKeyTheServerRefuses() {
			trusting(SERVER.certificates()).withPropertyValues("milvus.uri=" + SERVER.uri())
				.run((context) -> assertThat(failure(context)).isInstanceOf(MilvusUnreachableException.class)
					.hasMessageContaining("certificate of the client"));
		}

		@Test
		void theKeyOfAnotherAuthorityIsRefused() {
			trusting(SERVER.certificates()).withPropertyValues(key(others))
				.withPropertyValues("milvus.uri=" + SERVER.uri())
				.run((context) -> assertThat(failure(context)).isInstanceOf(MilvusUnreachableException.class)
					.hasMessageContaining("certificate of the client"));
		}

	}

	private static ApplicationContextRunner trusting(Certificates certificates) {
		return RUNNER.withPropertyValues(BUNDLE + "truststore.certificate=" + certificates.authority().toUri());
	}

	private static String[] key(Certificates certificates) {
		return new String[] { BUNDLE + "keystore.certificate=" + certificates.client().toUri(),
				BUNDLE + "keystore.private-key=" + certificates.clientKey().toUri() };
	}

	private static Throwable failure(AssertableApplicationContext context) {
		Throwable failure = context.getStartupFailure();
		while (failure != null && !(failure instanceof DataAccessException)) {
			failure = failure.getCause();
		}
		assertThat(failure).isNotNull();
		return failure;
	}

}
