package io.github.milvusspring.autoconfigure;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;

import io.github.milvusspring.autoconfigure.data.MilvusDataAutoConfiguration;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.connection.MilvusUnreachableException;
import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.lite.MilvusLite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Applications that connect to a server, or try to.
 */
class MilvusServerIT {

	@RegisterExtension
	static final LiteServer SERVER = new LiteServer();

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(SslAutoConfiguration.class, MilvusAutoConfiguration.class, MilvusDataAutoConfiguration.class));

	@Test
	void addressOfARunningServerIsConnectedTo() {
		this.runner.withPropertyValues("milvus.uri=" + SERVER.uri())
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(MilvusLite.class)
				.getBean(MilvusOperations.class)
				.extracting((operations) -> operations.collections().names())
				.isNotNull());
	}

	@Test
	void connectionIsClosedWithTheContext() {
		MilvusConnection[] connection = new MilvusConnection[1];
		this.runner.withPropertyValues("milvus.uri=" + SERVER.uri())
			.run((context) -> connection[0] = context.getBean(MilvusConnection.class));
		assertThatException().isThrownBy(() -> connection[0].client().listCollections());
	}

	@Test
	void missingDatabaseIsNamed() {
		this.runner.withPropertyValues("milvus.uri=" + SERVER.uri(), "milvus.database=nowhere")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidDataAccessResourceUsageException.class)
				.hasMessageContaining("nowhere"));
	}

	@Test
	void closedPortIsUnreachableWithinTheConnectTimeout() throws IOException {
		int port;
		try (ServerSocket closed = new ServerSocket(0)) {
			port = closed.getLocalPort();
		}
		Instant start = Instant.now();
		this.runner.withPropertyValues("milvus.uri=localhost:" + port, "milvus.connect-timeout=1s")
			.run((context) -> assertThat(unreachable(context)).hasMessageContaining("localhost:" + port));
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void silentServerIsNamedWithinTheConnectTimeout() throws IOException {
		try (ServerSocket silent = new ServerSocket(0)) {
			Instant start = Instant.now();
			this.runner.withPropertyValues("milvus.uri=localhost:" + silent.getLocalPort(), "milvus.connect-timeout=1s")
				.run((context) -> assertThat(context).getFailure()
					.hasStackTraceContaining("localhost:" + silent.getLocalPort()));
			assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
		}
	}

	@Test
	void plainTextServerAskedForTlsIsAClearError() {
		this.runner.withPropertyValues("milvus.uri=https://localhost:" + SERVER.port(), "milvus.connect-timeout=1s")
			.run((context) -> assertThat(unreachable(context)).hasMessageContaining("https"));
	}

	@Test
	void enabledSslAsksForTls() {
		this.runner
			.withPropertyValues("milvus.uri=" + SERVER.uri(), "milvus.ssl.enabled=true", "milvus.connect-timeout=1s")
			.run((context) -> assertThat(unreachable(context)).hasMessageContaining("https"));
	}

	@Test
	void unreadableAddressIsAClearErrorWithoutThePassword() {
		this.runner.withPropertyValues("milvus.uri=http://user:s3cret@ho st:1")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("milvus.uri")
				.hasMessageNotContaining("s3cret"));
	}

	private static Throwable unreachable(AssertableApplicationContext context) {
		Throwable failure = context.getStartupFailure();
		while (failure != null && !(failure instanceof DataAccessException)) {
			failure = failure.getCause();
		}
		assertThat(failure).isInstanceOf(MilvusUnreachableException.class);
		return failure;
	}

}
