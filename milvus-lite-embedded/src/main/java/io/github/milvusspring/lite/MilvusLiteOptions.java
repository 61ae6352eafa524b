package io.github.milvusspring.lite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * How Milvus Lite is found, started and stopped.
 *
 * @param dataDirectory where the data is kept (created when missing), or {@code null} for
 * a temporary directory that is deleted at close
 * @param command a Python interpreter that has Milvus Lite, or a {@code milvus-lite}
 * executable; {@code null} to search
 * @param cacheDirectory the directory under which Milvus Lite is installed when it is not
 * found
 * @param provision whether it may be installed from the package registry
 * @param startupTimeout how long a start may take, without the installation
 * @param shutdownTimeout how long a stop may take before the server is killed
 * @param shutdownHook whether the end of the JVM stops the server at once; without, the
 * server ends by itself when the JVM is gone, after everything that is still being
 * written
 * @param memoryTableBytes the size in bytes at which the rows written are put in order in
 * files; small for a fast search right after writes, large for a faster loading
 */
public record MilvusLiteOptions(@Nullable Path dataDirectory, @Nullable String command, Path cacheDirectory,
		boolean provision, Duration startupTimeout, Duration shutdownTimeout, boolean shutdownHook,
		long memoryTableBytes) {

	private static final long MEMORY_TABLE_BYTES = 4L * 1024 * 1024;

	/**
	 * Check the values.
	 * @throws IllegalArgumentException if the start-up time-out or the size of the memory
	 * table is not positive, or the shutdown time-out is negative
	 */
	public MilvusLiteOptions {
		Objects.requireNonNull(cacheDirectory, "cacheDirectory");
		Objects.requireNonNull(startupTimeout, "startupTimeout");
		Objects.requireNonNull(shutdownTimeout, "shutdownTimeout");
		if (startupTimeout.isNegative() || startupTimeout.isZero()) {
			throw new IllegalArgumentException("startupTimeout must be positive, not " + startupTimeout);
		}
		if (shutdownTimeout.isNegative()) {
			throw new IllegalArgumentException("shutdownTimeout must not be negative, but is " + shutdownTimeout);
		}
		if (memoryTableBytes <= 0) {
			throw new IllegalArgumentException(
					"memoryTableBytes must be positive, not " + memoryTableBytes + ": such as 4194304 for 4 MiB");
		}
	}

	/**
	 * A temporary data directory, a search for Milvus Lite that may install it, 60 s to
	 * start and 10 s to stop, and a memory table of 4 MiB. The cache directory is the
	 * system property {@code milvus.spring.cache}, the environment variable
	 * {@code MILVUS_SPRING_CACHE}, or {@code milvus-spring} in the user's cache
	 * directory.
	 * @return the default options
	 */
	public static MilvusLiteOptions defaults() {
		Path cache = defaultCacheDirectory(System.getProperties(), HostEnvironment.current());
		return new MilvusLiteOptions(null, null, cache, true, Duration.ofSeconds(60), Duration.ofSeconds(10), true,
				MEMORY_TABLE_BYTES);
	}

	static Path defaultCacheDirectory(Properties properties, HostEnvironment environment) {
		String configured = properties.getProperty("milvus.spring.cache", environment.get("MILVUS_SPRING_CACHE"));
		if (!configured.isBlank()) {
			return Path.of(configured);
		}
		String xdg = environment.get("XDG_CACHE_HOME");
		if (!xdg.isBlank() && Path.of(xdg).isAbsolute()) {
			return Path.of(xdg, "milvus-spring");
		}
		boolean mac = properties.getProperty("os.name", "").startsWith("Mac");
		Path caches = Path.of(mac ? "Library/Caches" : ".cache");
		return Path.of(properties.getProperty("user.home", "")).resolve(caches).resolve("milvus-spring");
	}

	/**
	 * Keep the data.
	 * @param dataDirectory where to keep it; created when missing
	 * @return the changed options
	 */
	public MilvusLiteOptions withDataDirectory(Path dataDirectory) {
		return new MilvusLiteOptions(dataDirectory, this.command, this.cacheDirectory, this.provision,
				this.startupTimeout, this.shutdownTimeout, this.shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Use one Milvus Lite and search for no other.
	 * @param command a Python interpreter that has Milvus Lite, or a {@code milvus-lite}
	 * executable
	 * @return the changed options
	 */
	public MilvusLiteOptions withCommand(String command) {
		return new MilvusLiteOptions(this.dataDirectory, command, this.cacheDirectory, this.provision,
				this.startupTimeout, this.shutdownTimeout, this.shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Install under another directory.
	 * @param cacheDirectory the directory; created when missing
	 * @return the changed options
	 */
	public MilvusLiteOptions withCacheDirectory(Path cacheDirectory) {
		return new MilvusLiteOptions(this.dataDirectory, this.command, cacheDirectory, this.provision,
				this.startupTimeout, this.shutdownTimeout, this.shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Allow or forbid the installation from the package registry.
	 * @param provision whether Milvus Lite may be installed
	 * @return the changed options
	 */
	public MilvusLiteOptions withProvision(boolean provision) {
		return new MilvusLiteOptions(this.dataDirectory, this.command, this.cacheDirectory, provision,
				this.startupTimeout, this.shutdownTimeout, this.shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Limit the start.
	 * @param startupTimeout how long it may take, without the installation; positive
	 * @return the changed options
	 */
	public MilvusLiteOptions withStartupTimeout(Duration startupTimeout) {
		return new MilvusLiteOptions(this.dataDirectory, this.command, this.cacheDirectory, this.provision,
				startupTimeout, this.shutdownTimeout, this.shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Limit the stop.
	 * @param shutdownTimeout how long it may take before the server is killed; zero kills
	 * at once
	 * @return the changed options
	 */
	public MilvusLiteOptions withShutdownTimeout(Duration shutdownTimeout) {
		return new MilvusLiteOptions(this.dataDirectory, this.command, this.cacheDirectory, this.provision,
				this.startupTimeout, shutdownTimeout, this.shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Leave the stop to whoever closes the server, or to the end of the JVM.
	 * @param shutdownHook whether the end of the JVM stops the server at once
	 * @return the changed options
	 */
	public MilvusLiteOptions withShutdownHook(boolean shutdownHook) {
		return new MilvusLiteOptions(this.dataDirectory, this.command, this.cacheDirectory, this.provision,
				this.startupTimeout, this.shutdownTimeout, shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Size the memory table: rows written are put in order in files when it is full.
	 * @param memoryTableBytes the size in bytes; positive
	 * @return the changed options
	 */
	public MilvusLiteOptions withMemoryTableBytes(long memoryTableBytes) {
		return new MilvusLiteOptions(this.dataDirectory, this.command, this.cacheDirectory, this.provision,
				this.startupTimeout, this.shutdownTimeout, this.shutdownHook, memoryTableBytes);
	}

}
