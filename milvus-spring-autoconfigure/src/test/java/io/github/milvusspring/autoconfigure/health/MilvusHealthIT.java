package io.github.milvusspring.autoconfigure.health;

import java.time.Duration;

import io.github.milvusspring.autoconfigure.MilvusAutoConfiguration;
import io.github.milvusspring.lite.MilvusLite;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The health of a connection is that of the server, within its own time-out.
 */
class MilvusHealthIT {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, MilvusAutoConfiguration.class,
				MilvusHealthContributorAutoConfiguration.class))
		.withPropertyValues("milvus.lite.ephemeral=true", "milvus.health.timeout=1s");

	@Test
	void aServerThatAnswersIsUpAndOneThatWasKilledIsDown() {
		this.runner.run((context) -> {
			HealthIndicator indicator = context.getBean(HealthIndicator.class);
			MilvusLite lite = context.getBean(MilvusLite.class);
			Health up = indicator.health();
			assertThat(up.getStatus()).isEqualTo(Status.UP);
			assertThat(up.getDetails()).containsEntry("database", "default")
				.containsEntry("litePid", lite.pid())
				.containsEntry("liteDataDirectory", lite.dataDirectory().toString())
				.containsKeys("version", "latencyMillis");
			ProcessHandle.of(lite.pid()).orElseThrow().destroyForcibly();
			ProcessHandle.of(lite.pid()).ifPresent((process) -> process.onExit().join());
			long start = System.nanoTime();
			Health down = indicator.health();
			assertThat(down.getStatus()).isEqualTo(Status.DOWN);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
		});
	}

	@Test
	void aServerThatHangsIsDownWithinTheTimeout() {
		this.runner.run((context) -> {
			HealthIndicator indicator = context.getBean(HealthIndicator.class);
			long pid = context.getBean(MilvusLite.class).pid();
			signal("-STOP", pid);
			try {
				long start = System.nanoTime();
				assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
				assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(900),
						Duration.ofSeconds(3));
			}
			finally {
				signal("-CONT", pid);
			}
			assertThat(indicator.health().getStatus()).isEqualTo(Status.UP);
		});
	}

	private static void signal(String signal, long pid) throws Exception {
		assertThat(new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor()).isZero();
	}

	@Test
	void theIndicatorIsSwitchedOffLikeEveryOther() {
		this.runner.withPropertyValues("management.health.milvus.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
	}

	@Test
	void aTimeoutOfZeroIsRefusedByItsName() {
		this.runner.withPropertyValues("milvus.health.timeout=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("milvus.health.timeout"));
	}

}
