package io.github.milvusspring.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.milvusspring.data.connection.MilvusConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a log shows of an application that logs everything.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretsInLogsIT {

	private static final String FRAMES = "io.milvus.shaded.io.grpc.netty.shaded.io.grpc.netty.NettyClientHandler";

	private static final String TOKEN = "root:s3cret-in-no-log";

	private static final String HEADER = Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));

	@RegisterExtension
	static final LiteServer SERVER = new LiteServer();

	private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

	@AfterEach
	void logLess() {
		this.logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
		this.logging.setLogLevel(FRAMES, null);
	}

	@Test
	void theCredentialsAreNotShownWhenEverythingIsLogged(CapturedOutput output) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class)
			.properties("spring.main.web-application-type=none", "logging.level.root=trace");
		try (ConfigurableApplicationContext context = application.run("--milvus.uri=" + SERVER.uri(),
				"--milvus.token=" + TOKEN)) {
			MilvusConnection connection = context.getBean(MilvusConnection.class);
			connection.client().listCollections();
			assertThat(output).contains("TRACE").doesNotContain(HEADER).doesNotContain("s3cret-in-no-log");
			// Without the limit of this logger they would be.
			this.logging.setLogLevel(FRAMES, LogLevel.DEBUG);
			connection.client().listCollections();
			await().untilAsserted(() -> assertThat(output).contains(HEADER));
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ SslAutoConfiguration.class, MilvusAutoConfiguration.class })
	static class Application {

	}

}
