package io.github.milvusspring.lite;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The child process that is the server. It ends when its standard input does, so it
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
	 * Start the server and wait until its gRPC answers.
	 * @throws MilvusLiteException if it does not; no process is left then
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
			GrpcProbe.call(HOST, started.port, left(deadline));
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

	/** A server whose JVM was killed holds its lock until it has written everything. */
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
			// Reported below, as what it is waiting for.
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
	 * What it ended with, empty while it is alive.
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
	 * Stop with a flush, or kill when that takes too long.
	 */
	void stop(Duration timeout) {
		this.stopping = true;
		try {
			this.process.getOutputStream().close();
		}
		catch (IOException ignored) {
			// It has ended already.
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
	 * End it at once, and wait until it has: its lock on the data directory goes with it.
	 */
	private void kill() {
		// Unlike the process, its handle does not close the streams, with the last words
		// in
		// them.
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
