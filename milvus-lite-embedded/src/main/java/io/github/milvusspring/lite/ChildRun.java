package io.github.milvusspring.lite;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The result of a child process that has ended: its exit code and output.
 */
record ChildRun(int exitCode, String output) {

	private static final int NOT_ENDED = -1;

	private static final Duration PULSE = Duration.ofSeconds(5);

	/**
	 * Runs a command that is expected to print little and to end soon.
	 */
	static ChildRun of(List<String> command, HostEnvironment environment, Duration timeout) {
		return of(command, environment, timeout, (line) -> {
		}, (elapsed) -> {
		});
	}

	/**
	 * Runs a command. Each line of its output is passed on immediately, and the elapsed
	 * time every few seconds. A command that cannot be started or does not end in time
	 * counts as failed.
	 */
	static ChildRun of(List<String> command, HostEnvironment environment, Duration timeout, Consumer<String> lines,
			Consumer<Duration> pulse) {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().clear();
		builder.environment().putAll(environment.variables());
		Process process;
		try {
			process = builder.start();
			process.getOutputStream().close();
		}
		catch (IOException ex) {
			return new ChildRun(NOT_ENDED, String.valueOf(ex.getMessage()));
		}
		ChildOutput output = ChildOutput.follow(process.getInputStream(), "milvus-lite-install", lines);
		boolean ended = false;
		try {
			ended = await(process, timeout, pulse);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MilvusLiteException("Interrupted while waiting for " + command.get(0) + ".", ex);
		}
		finally {
			if (!ended) {
				process.descendants().forEach(ProcessHandle::destroyForcibly);
				process.toHandle().destroyForcibly();
			}
		}
		String said = output.tail();
		return ended ? new ChildRun(process.exitValue(), said)
				: new ChildRun(NOT_ENDED, said + " (no end after " + timeout.toSeconds() + " s)");
	}

	private static boolean await(Process process, Duration timeout, Consumer<Duration> pulse)
			throws InterruptedException {
		long start = System.nanoTime();
		Duration elapsed = Duration.ZERO;
		while (elapsed.compareTo(timeout) < 0) {
			Duration left = timeout.minus(elapsed);
			Duration wait = (left.compareTo(PULSE) < 0) ? left : PULSE;
			if (process.waitFor(wait.toMillis() + 1, TimeUnit.MILLISECONDS)) {
				return true;
			}
			elapsed = Duration.ofNanos(System.nanoTime() - start);
			pulse.accept(elapsed);
		}
		return false;
	}

	boolean succeeded() {
		return this.exitCode == 0;
	}

	/**
	 * Returns the last line that begins with {@code ERROR:}, otherwise the last line that
	 * is not blank.
	 */
	String lastError() {
		return this.output.lines()
			.filter((line) -> line.startsWith("ERROR: "))
			.reduce((earlier, later) -> later)
			.orElseGet(this::lastLine);
	}

	/**
	 * Returns the last line that is not blank, or the exit code if there is none.
	 */
	String lastLine() {
		List<String> said = this.output.lines().filter((line) -> !line.isBlank()).toList();
		return said.isEmpty() ? "exit code " + this.exitCode : said.get(said.size() - 1).strip();
	}

}
