package io.github.milvusspring.lite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Specifies that the server ends with its JVM, whether the JVM ends normally, is
 * terminated or is killed, and that its data directory can be used again.
 */
@Timeout(120)
class EndOfTheJvmIT {

	@Test
	void theServerIsGoneWhenTheJvmHasEnded() throws Exception {
		try (ChildJvm jvm = ChildJvm.run(ServerInAJvm.class, "", "return")) {
			Server server = Server.of(jvm);
			assertThat(jvm.end()).isZero();
			assertThat(server.isAlive()).isFalse();
			assertThat(server.data()).doesNotExist();
		}
	}

	@Test
	void theServerIsGoneWhenTheJvmWasTerminated() throws Exception {
		try (ChildJvm jvm = ChildJvm.run(ServerInAJvm.class, "", "wait")) {
			Server server = Server.of(jvm);
			jvm.terminate();
			assertThat(server.isAlive()).isFalse();
			assertThat(server.data()).doesNotExist();
		}
	}

	@Test
	void theServerEndsByItselfWhenTheJvmWasKilled() throws Exception {
		try (ChildJvm jvm = ChildJvm.run(ServerInAJvm.class, "", "wait")) {
			Server server = Server.of(jvm);
			jvm.kill();
			await().atMost(Duration.ofSeconds(10)).until(() -> !server.isAlive());
			await().atMost(Duration.ofSeconds(10)).until(() -> !Files.exists(server.data()));
		}
	}

	@Test
	void theDirectoryOfAKilledJvmCanBeUsedAgainAtOnce(@TempDir Path directory) throws Exception {
		try (ChildJvm jvm = ChildJvm.run(ServerInAJvm.class, directory, "halt")) {
			Server server = Server.of(jvm);
			assertThat(jvm.end()).isEqualTo(3);
			try (MilvusLite lite = MilvusLite.start(MilvusLiteOptions.defaults().withDataDirectory(directory))) {
				assertThat(lite.isRunning()).isTrue();
				await().atMost(Duration.ofSeconds(10)).until(() -> !server.isAlive());
			}
		}
	}

	private record Server(long pid, Path data) {

		static Server of(ChildJvm jvm) throws IOException {
			String[] parts = jvm.readLine().split(" ", 2);
			Server server = new Server(Long.parseLong(parts[0]), Path.of(parts[1]));
			assertThat(server.isAlive()).isTrue();
			return server;
		}

		boolean isAlive() {
			return ProcessHandle.of(this.pid).filter(ProcessHandle::isAlive).isPresent();
		}

	}

}
