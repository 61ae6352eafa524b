package io.github.milvusspring.lite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Specifies how a server that does not start, does not answer or finds its data directory
 * locked is reported, and that no process is left behind.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(30)
class MilvusLiteProcessTests {

	private static final Path DATA = Path.of("/data/books");

	private FakeHost host;

	@BeforeEach
	void createHost(@TempDir Path directory) throws IOException {
		this.host = new FakeHost(directory);
	}

	@Test
	void theLastWordsOfAServerThatDiesAtItsStartAreQuoted() throws Exception {
		this.host.has("server", "echo 'ERROR: the disk is full' >&2", "exit 7");
		assertFailure(Duration.ofSeconds(10)).withMessageContaining("exit code 7")
			.withMessageContaining("the disk is full");
	}

	@Test
	void aServerThatDoesNotGetReadyIsEndedAfterTheTimeout() throws Exception {
		this.host.has("server", "echo 'still replaying' >&2", "exec /bin/sleep 601");
		assertFailure(Duration.ofMillis(500)).withMessageContaining("was not ready after 500 ms")
			.withMessageContaining("still replaying");
		assertNoneLeft("sleep 601");
	}

	@Test
	void aServerWhoseGrpcDoesNotAnswerIsEnded() throws Exception {
		this.host.has("server", "echo 'READY 1'", "exec /bin/sleep 602");
		assertFailure(Duration.ofSeconds(5)).withMessageContaining("does not answer");
		assertNoneLeft("sleep 602");
	}

	@Test
	void aLockedDataDirectoryIsRefusedWithItsPath() throws Exception {
		this.host.has("server", "echo LOCKED");
		assertFailure(Duration.ofSeconds(5)).withMessage("The data directory /data/books is already in use by another "
				+ "Milvus Lite: stop that one, or use another directory.");
	}

	@Test
	void aDataDirectoryThatStaysLockedIsRefusedAfterTheTimeoutWithItsHolder() throws Exception {
		this.host.has("server", "echo LOCKED 4711", "exec /bin/sleep 603");
		assertFailure(Duration.ofMillis(500)).withMessageContaining(
				"/data/books is already in use by another Milvus Lite (process 4711): stop that one");
		assertNoneLeft("sleep 603");
	}

	@Test
	void packagesThatHaveVanishedAreSaid() throws Exception {
		this.host.has("server", "echo \"MISSING No module named 'grpc'\"");
		assertFailure(Duration.ofSeconds(5)).isInstanceOf(MilvusLiteUnavailableException.class)
			.withMessageContaining("No module named 'grpc'")
			.withMessageContaining("milvus.uri");
	}

	@Test
	void aCommandThatCannotBeStartedIsNamed() {
		assertThatExceptionOfType(MilvusLiteException.class)
			.isThrownBy(() -> MilvusLiteProcess.start(List.of("/nowhere/python"), this.host.environment(), DATA,
					Duration.ofSeconds(5)))
			.withMessageContaining("/nowhere/python");
	}

	private ThrowableAssertAlternative<MilvusLiteException> assertFailure(Duration timeout) {
		return assertThatExceptionOfType(MilvusLiteException.class)
			.isThrownBy(() -> MilvusLiteProcess.start(List.of(this.host.environment().find("server").get().toString()),
					this.host.environment(), DATA, timeout));
	}

	private static void assertNoneLeft(String command) {
		assertThat(ProcessHandle.current().descendants())
			.noneMatch((child) -> child.info().commandLine().orElse("").contains(command));
	}

}
