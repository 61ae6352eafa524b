package io.github.milvusspring.lite;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The child process of the server. It ends when its standard input is closed, so it
 * cannot outlive this JVM.
 */
final class MilvusLiteProcess {

	private static final String HOST = "127.0.0.1";

	private final Process process;

	private final ChildOutput log;

	private final ChildOutput answers;

	private int port;

	private volatile boolean stopping;

	private MilvusLiteProcess(Process process) {
		this.process = process;
		this.log = ChildOutput.follow(process.getErrorStream(), "milvus-lite-log", new ChildLog());
		this.answers = ChildOutput.follow(process.getInputStream(), "milvus-lite-answers", (line) -> {
		});
	}

	/**
	 * Starts the server and waits until it answers gRPC calls.
	 * @throws MilvusLiteException if the server does not start or answer in time; its
	 * process is then killed
	 */
	static MilvusLiteProcess start(List<String> command, HostEnvironment environment, Path dataDirectory,
			Duration timeout) {
		long deadline = System.nanoTime() + timeout.toNanos();
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().clear();
		builder.environment().putAll(environment.variables());
		MilvusLiteProcess started;
		try {
			started = new MilvusLiteProcess(builder.start());
		}
		catch (IOException ex) {
			throw new MilvusLiteException("Milvus Lite cannot be started with " + command.get(0) + ".", ex);
		}
		boolean ready = false;
		try {
			started.port = started.awaitPort(dataDirectory, command.get(0), deadline);
			started.connect(deadline);
			ready = true;
			started.process.onExit().thenRunAsync(started::reportDeath);
			return started;
		}
		catch (TimeoutException ex) {
			throw new MilvusLiteException(
					"Milvus Lite was not ready after " + timeout.toMillis() + " ms" + started.lastWords(), ex);
		}
		catch (IOException ex) {
			throw new MilvusLiteException("Milvus Lite does not answer" + started.lastWords(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MilvusLiteException("Interrupted while Milvus Lite was starting.", ex);
		}
		finally {
			if (!ready) {
				started.kill();
			}
		}
	}

	// The bootstrap script prints the port after the server has started to listen.
	private void connect(long deadline) throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(HOST, this.port), (int) Math.max(1, left(deadline).toMillis()));
		}
	}

	private int awaitPort(Path dataDirectory, String python, long deadline)
			throws InterruptedException, TimeoutException {
		String answer = this.answers.nextLine(left(deadline));
		if (answer.startsWith("LOCKED")) {
			answer = awaitLock(dataDirectory, answer, deadline);
		}
		if (answer.startsWith("READY ")) {
			return Integer.parseInt(answer.substring("READY ".length()));
		}
		if (answer.startsWith("MISSING ")) {
			throw MilvusLiteUnavailableException.because(
					"Milvus Lite cannot be imported by " + python + " (" + answer.substring("MISSING ".length()) + ")",
					"delete that installation and start again");
		}
		String code = this.process.waitFor(1, TimeUnit.SECONDS) ? " with exit code " + this.process.exitValue() : "";
		throw new MilvusLiteException("Milvus Lite ended at its start" + code + lastWords(), null);
	}

	/**
	 * Waits for the lock of the data directory, because the server of a killed JVM holds
	 * it until it has written everything.
	 */
	private String awaitLock(Path dataDirectory, String answer, long deadline) throws InterruptedException {
		String pid = answer.substring("LOCKED".length()).strip();
		String holder = "another Milvus Lite" + (pid.isEmpty() ? "" : " (process " + pid + ")");
		MilvusLite.LOGGER.log(Level.INFO, () -> "Waiting up to %d s for the data directory %s, which is in use by %s"
			.formatted(left(deadline).toSeconds(), dataDirectory, holder));
		String next = "";
		try {
			next = this.answers.nextLine(left(deadline));
		}
		catch (TimeoutException ignored) {
			// Reported below, together with the process that holds the lock.
		}
		if (next.isEmpty()) {
			throw new MilvusLiteException("The data directory " + dataDirectory + " is already in use by " + holder
					+ ": stop that one, or use another directory.", null);
		}
		return next;
	}

	private static Duration left(long deadline) {
		return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
	}

	private String lastWords() {
		kill();
		String said = this.log.tail();
		return said.isBlank() ? "; it said nothing." : "; it said last:" + System.lineSeparator() + said;
	}

	int port() {
		return this.port;
	}

	long pid() {
		return this.process.pid();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Returns the exit code, empty while the process is running.
	 */
	OptionalInt exitCode() {
		return isAlive() ? OptionalInt.empty() : OptionalInt.of(this.process.exitValue());
	}

	private void reportDeath() {
		if (!this.stopping) {
			String words = lastWords();
			MilvusLite.LOGGER.log(Level.ERROR, () -> "Milvus Lite (process " + pid()
					+ ") has ended, and nobody has stopped it: every call fails until it is started again, as with the"
					+ " application. Its exit code is " + this.process.exitValue() + words);
		}
	}

	/**
	 * Stops the server with a flush, or kills it when that takes too long.
	 */
	void stop(Duration timeout) {
		this.stopping = true;
		try {
			this.process.getOutputStream().close();
		}
		catch (IOException ignored) {
			// The process has ended already.
		}
		try {
			if (this.process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
				return;
			}
			MilvusLite.LOGGER.log(Level.WARNING, () -> "Milvus Lite (process " + pid() + ") has not stopped after "
					+ timeout.toMillis() + " ms and is killed");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		kill();
	}

	/**
	 * Kills the process immediately and waits until it has ended, which also releases its
	 * lock on the data directory.
	 */
	private void kill() {
		// Uses the handle, because Process.destroyForcibly() would
		// close the streams, whose last lines are still to be read.
		this.process.toHandle().destroyForcibly();
		boolean interrupted = Thread.interrupted();
		try {
			this.process.waitFor(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			interrupted = true;
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
