package io.github.milvusspring.lite;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A Milvus Lite server in a child process of this JVM. It listens only on the loopback
 * address and ends with the JVM at the latest.
 */
public final class MilvusLite implements AutoCloseable {

	static final System.Logger LOGGER = System.getLogger("io.github.milvusspring.lite");

	/**
	 * The environment variable for the size of the memory table; Milvus Lite reads it
	 * once, when it is imported.
	 */
	private static final String MEMORY_TABLE = "MILVUS_LITE_MEMTABLE_MEMORY_LIMIT_BYTES";

	private final MilvusLiteProcess process;

	private final Path dataDirectory;

	private final boolean ephemeral;

	private final Duration shutdownTimeout;

	private final Thread hook = new Thread(this::stop, "milvus-lite-shutdown");

	private boolean stopped;

	private MilvusLite(MilvusLiteProcess process, Path dataDirectory, MilvusLiteOptions options) {
		this.process = process;
		this.dataDirectory = dataDirectory;
		this.ephemeral = options.dataDirectory() == null;
		this.shutdownTimeout = options.shutdownTimeout();
	}

	/**
	 * Starts a server with {@link MilvusLiteOptions#defaults()}.
	 * @return the running server
	 * @throws MilvusLiteUnavailableException if no Milvus Lite is found or can be
	 * installed
	 * @throws MilvusLiteException if it cannot be started
	 */
	public static MilvusLite start() {
		return start(MilvusLiteOptions.defaults());
	}

	/**
	 * Starts a server and waits until it answers gRPC calls. The first start on a machine
	 * may first install Milvus Lite, which is logged.
	 * @param options how to find, start and stop the server
	 * @return the running server
	 * @throws MilvusLiteUnavailableException if no Milvus Lite is found or can be
	 * installed
	 * @throws MilvusLiteException if the server cannot be started, for example because
	 * its data directory is in use
	 */
	public static MilvusLite start(MilvusLiteOptions options) {
		return start(options, HostEnvironment.current());
	}

	static MilvusLite start(MilvusLiteOptions options, HostEnvironment environment) {
		try (Bootstrap bootstrap = Bootstrap.write()) {
			MilvusLiteSearch search = new MilvusLiteSearch(options, environment, bootstrap);
			MilvusLitePython python = search.find();
			long start = System.nanoTime();
			Path dataDirectory = DataDirectory.prepare(options.dataDirectory());
			List<String> arguments = new ArrayList<>(List.of("--data-dir", dataDirectory.toString()));
			if (options.dataDirectory() == null) {
				arguments.add("--ephemeral");
			}
			Function<MilvusLitePython, MilvusLiteProcess> launch = (found) -> MilvusLiteProcess.start(
					found.command(bootstrap, arguments),
					environment.ofAServer().with(MEMORY_TABLE, String.valueOf(options.memoryTableBytes())),
					dataDirectory, options.startupTimeout());
			MilvusLiteProcess process;
			try {
				process = launchOrRepair(launch, python, search, options);
			}
			catch (MilvusLiteException ex) {
				if (options.dataDirectory() == null) {
					DirectoryTree.delete(dataDirectory);
				}
				throw ex;
			}
			MilvusLite lite = new MilvusLite(process, dataDirectory, options);
			if (options.shutdownHook()) {
				lite.stopWithTheJvm();
			}
			long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
			LOGGER.log(Level.INFO, () -> "Milvus Lite started in %d ms on %s (process %d) with the data in %s"
				.formatted(millis, lite.uri(), lite.pid(), dataDirectory));
			return lite;
		}
	}

	private static MilvusLiteProcess launchOrRepair(Function<MilvusLitePython, MilvusLiteProcess> launch,
			MilvusLitePython python, MilvusLiteSearch search, MilvusLiteOptions options) {
		try {
			return launch.apply(python);
		}
		catch (MilvusLiteUnavailableException ex) {
			if (!python.ours() || !options.provision()) {
				throw ex;
			}
			LOGGER.log(Level.WARNING, () -> "The installation is broken and is made anew: " + ex.getMessage());
			return launch.apply(search.reinstall(python));
		}
	}

	private void stopWithTheJvm() {
		try {
			Runtime.getRuntime().addShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			stop();
			throw new MilvusLiteException("Milvus Lite was started while the JVM is shutting down.", ex);
		}
	}

	/**
	 * Returns the address for a Milvus client.
	 * @return {@code http://127.0.0.1:} and the port
	 */
	public String uri() {
		return "http://127.0.0.1:" + port();
	}

	/**
	 * Returns the port, a free one chosen by the server.
	 * @return the port
	 */
	public int port() {
		return this.process.port();
	}

	/**
	 * Returns the id of the server's process.
	 * @return the process id
	 */
	public long pid() {
		return this.process.pid();
	}

	/**
	 * Returns the directory of the data.
	 * @return the absolute path; {@link #close()} deletes a temporary directory
	 */
	public Path dataDirectory() {
		return this.dataDirectory;
	}

	/**
	 * Returns whether the server's process is running.
	 * @return {@code false} after {@link #close()}, or if the process has ended
	 * unexpectedly
	 */
	public boolean isRunning() {
		return this.process.isAlive();
	}

	/**
	 * Returns the exit code of the server's process; an unexpected end is logged as an
	 * error.
	 * @return the exit code, empty while the process is running; 74 if the server had to
	 * stop without a flush because of a disk failure
	 */
	public OptionalInt exitCode() {
		return this.process.exitCode();
	}

	/**
	 * Stops the server with a flush, or kills it after the shutdown time-out, and deletes
	 * a temporary data directory. A further call has no effect.
	 */
	@Override
	public void close() {
		stop();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ignored) {
			// The JVM is shutting down; the hook has no
			// effect, because the server is stopped.
		}
	}

	private synchronized void stop() {
		if (this.stopped) {
			return;
		}
		this.stopped = true;
		this.process.stop(this.shutdownTimeout);
		if (this.ephemeral) {
			DirectoryTree.delete(this.dataDirectory);
		}
		LOGGER.log(Level.INFO, () -> "Milvus Lite stopped (process " + pid() + ")");
	}

}
