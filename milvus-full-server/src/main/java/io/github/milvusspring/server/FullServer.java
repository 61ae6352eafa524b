package io.github.milvusspring.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.milvusspring.lite.FoundPython;
import io.github.milvusspring.lite.MilvusLiteOptions;
import io.github.milvusspring.lite.MilvusLiteUnavailableException;

/**
 * A full Milvus server in a child process of this JVM, with a new data directory. The
 * process ends when its standard input is closed. Only one server runs on a machine at a
 * time: other starts wait.
 */
public final class FullServer implements AutoCloseable {

	private static final System.Logger LOGGER = System.getLogger("io.github.milvusspring.server");

	private static final String VERSION = "2.3.5";

	private final Process process;

	private final FullServerOptions options;

	private final int port;

	private FullServer(Process process, FullServerOptions options, int port) {
		this.process = process;
		this.options = options;
		this.port = port;
	}

	/**
	 * Starts a server and waits until it is healthy; the first start on a machine
	 * installs it.
	 * @param options how to start it
	 * @return the running server
	 * @throws FullServerUnavailableException if there is no server for this machine
	 * @throws IllegalStateException if it does not start
	 */
	public static FullServer start(FullServerOptions options) {
		if (!System.getProperty("os.name", "").equals("Linux") || !System.getProperty("os.arch", "").equals("amd64")) {
			throw new FullServerUnavailableException("it runs on Linux x86-64 alone");
		}
		Path python;
		try {
			python = FoundPython.interpreter();
		}
		catch (MilvusLiteUnavailableException ex) {
			throw new FullServerUnavailableException(String.valueOf(ex.getMessage()));
		}
		try {
			return start(python, options);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static FullServer start(Path python, FullServerOptions options) throws IOException {
		long start = System.nanoTime();
		Path data = Files.createTempDirectory("milvus-full-");
		List<String> command = new ArrayList<>(List.of(python.toString(), "-I", copy("milvus_full_server.py", data)));
		Path home = MilvusLiteOptions.defaults().cacheDirectory().toAbsolutePath().resolve("milvus-full-" + VERSION);
		command.addAll(List.of("--home", home.toString(), "--data-dir", data.toString(), "--requirements",
				copy("requirements.txt", data), "--set", "authorization_enabled=true"));
		options.settings().forEach((setting) -> command.addAll(List.of("--set", setting)));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		FullServer server = new FullServer(process, options, awaitPort(process));
		LOGGER.log(Level.INFO, () -> "Milvus " + VERSION + " started in "
				+ TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms on " + server.uri());
		return server;
	}

	private static String copy(String resource, Path directory) throws IOException {
		try (InputStream in = FullServer.class.getResourceAsStream(resource)) {
			if (in == null) {
				throw new IllegalStateException("The class path has no " + resource);
			}
			Path file = directory.resolve(resource);
			Files.copy(in, file);
			return file.toString();
		}
	}

	// The started program limits the time of the start
	// itself, but not of the wait for other servers.
	private static int awaitPort(Process process) throws IOException {
		BufferedReader answers = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		for (String line = answers.readLine(); line != null; line = answers.readLine()) {
			if (line.startsWith("READY ")) {
				return Integer.parseInt(line.substring("READY ".length()));
			}
			if (line.startsWith("UNAVAILABLE ")) {
				throw new FullServerUnavailableException(line.substring("UNAVAILABLE ".length()));
			}
			if (line.startsWith("FAILED ")) {
				throw new IllegalStateException("The complete Milvus server did not start: " + line);
			}
			String progress = line;
			LOGGER.log(Level.INFO, () -> "The complete Milvus server: " + progress);
		}
		throw new IllegalStateException("The complete Milvus server ended before it was ready");
	}

	/**
	 * Returns the address for a client.
	 * @return {@code http} or {@code https} on {@code localhost}
	 */
	public String uri() {
		return (this.options.secure() ? "https" : "http") + "://localhost:" + this.port;
	}

	/**
	 * Returns the options with which the server was started.
	 * @return the options
	 */
	public FullServerOptions options() {
		return this.options;
	}

	/**
	 * Returns whether the server is running.
	 * @return {@code false} if its process has ended
	 */
	public boolean isRunning() {
		return this.process.isAlive();
	}

	/**
	 * Stops the server and waits up to 30 seconds until its data is deleted, then kills
	 * it.
	 */
	@Override
	public void close() {
		try {
			this.process.getOutputStream().close();
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
