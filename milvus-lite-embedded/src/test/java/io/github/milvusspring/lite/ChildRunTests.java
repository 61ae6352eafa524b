package io.github.milvusspring.lite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Specifies how a child process is run to its end: its output, exit code, time-out,
 * environment and input.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(20)
class ChildRunTests {

	private FakeHost host;

	@BeforeEach
	void createHost(@TempDir Path directory) throws Exception {
		this.host = new FakeHost(directory);
	}

	@Test
	void theLinesAreHandedOnAndTheLastIsKept() throws Exception {
		Path command = this.host.has("talk", "echo one", "echo two >&2", "echo");
		List<String> lines = new ArrayList<>();
		ChildRun run = ChildRun.of(List.of(command.toString()), this.host.environment(), Duration.ofSeconds(10),
				lines::add, (elapsed) -> {
				});
		assertThat(run.succeeded()).isTrue();
		assertThat(run.lastLine()).isEqualTo("two");
		assertThat(lines).containsExactly("one", "two", "");
	}

	@Test
	void aFailureWithoutWordsTellsItsExitCode() throws Exception {
		ChildRun run = run(this.host.has("fail", "exit 3").toString());
		assertThat(run.succeeded()).isFalse();
		assertThat(run.lastLine()).isEqualTo("exit code 3");
	}

	@Test
	void aCommandThatIsNotThereHasFailed() {
		assertThat(run("/nowhere/at-all").succeeded()).isFalse();
	}

	@Test
	void aCommandThatHangsIsEndedWithItsChildren() throws Exception {
		Path command = this.host.has("hang", "echo $$", "/bin/sleep 600");
		long start = System.nanoTime();
		ChildRun run = ChildRun.of(List.of(command.toString()), this.host.environment(), Duration.ofMillis(300));
		assertThat(run.succeeded()).isFalse();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		assertThat(ProcessHandle.current().descendants())
			.noneMatch((child) -> child.info().commandLine().orElse("").contains("sleep 600"));
	}

	@Test
	void theChildSeesTheGivenEnvironmentAndNoInput() throws Exception {
		Path command = this.host.with("GREETING", "hello").has("ask", "read line", "echo \"$GREETING$line$HOME\"");
		assertThat(run(command.toString()).lastLine()).isEqualTo("hello");
	}

	private ChildRun run(String command) {
		return ChildRun.of(List.of(command), this.host.environment(), Duration.ofSeconds(10));
	}

}
