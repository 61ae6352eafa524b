package io.github.milvusspring.lite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * The options that specify how Milvus Lite is found, started and stopped.
 *
 * @param dataDirectory the directory of the data, which is created if it is missing;
 * {@code null} for a temporary directory that is deleted at close
 * @param command a Python interpreter that has Milvus Lite, or a {@code milvus-lite}
 * executable; {@code null} to search for one
 * @param cacheDirectory the directory under which Milvus Lite is installed when it is not
 * found
 * @param provision whether Milvus Lite may be installed from the package registry
 * @param startupTimeout how long a start may take, without the installation
 * @param shutdownTimeout how long a stop may take before the server is killed
 * @param shutdownHook whether a shutdown hook of the JVM stops the server; without it,
 * the server ends by itself after the JVM has ended, once it has written everything that
 * was still in flight
 * @param memoryTableBytes the size in bytes at which written rows are sorted into files;
 * a small size makes searches right after writes faster, a large one makes loading faster
 */
public record MilvusLiteOptions(@Nullable Path dataDirectory, @Nullable String command, Path cacheDirectory,
		boolean provision, Duration startupTimeout, Duration shutdownTimeout, boolean shutdownHook,
		long memoryTableBytes) {

	private static final long MEMORY_TABLE_BYTES = 4L * 1024 * 1024;

	/**
	 * Checks the values.
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
	 * Returns the default options: a temporary data directory, a search for Milvus Lite
	 * that may install it, 60 s to start, 10 s to stop, and a memory table of 4 MiB. The
	 * cache directory is the system property {@code milvus.spring.cache}, the environment
	 * variable {@code MILVUS_SPRING_CACHE}, or {@code milvus-spring} in the user's cache
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
	 * Returns options that keep the data.
	 * @param dataDirectory the directory of the data, which is created if it is missing
	 * @return the changed options
	 */
	public MilvusLiteOptions withDataDirectory(Path dataDirectory) {
		return new MilvusLiteOptions(dataDirectory, this.command, this.cacheDirectory, this.provision,
				this.startupTimeout, this.shutdownTimeout, this.shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Returns options that use the given Milvus Lite and search for no other.
	 * @param command a Python interpreter that has Milvus Lite, or a {@code milvus-lite}
	 * executable
	 * @return the changed options
	 */
	public MilvusLiteOptions withCommand(String command) {
		return new MilvusLiteOptions(this.dataDirectory, command, this.cacheDirectory, this.provision,
				this.startupTimeout, this.shutdownTimeout, this.shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Returns options with another directory for installations.
	 * @param cacheDirectory the directory, which is created if it is missing
	 * @return the changed options
	 */
	public MilvusLiteOptions withCacheDirectory(Path cacheDirectory) {
		return new MilvusLiteOptions(this.dataDirectory, this.command, cacheDirectory, this.provision,
				this.startupTimeout, this.shutdownTimeout, this.shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Returns options that allow or forbid the installation from the package registry.
	 * @param provision whether Milvus Lite may be installed
	 * @return the changed options
	 */
	public MilvusLiteOptions withProvision(boolean provision) {
		return new MilvusLiteOptions(this.dataDirectory, this.command, this.cacheDirectory, provision,
				this.startupTimeout, this.shutdownTimeout, this.shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Returns options with another time limit for the start.
	 * @param startupTimeout how long a start may take, without the installation; positive
	 * @return the changed options
	 */
	public MilvusLiteOptions withStartupTimeout(Duration startupTimeout) {
		return new MilvusLiteOptions(this.dataDirectory, this.command, this.cacheDirectory, this.provision,
				startupTimeout, this.shutdownTimeout, this.shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Returns options with another time limit for the stop.
	 * @param shutdownTimeout how long a stop may take before the server is killed; zero
	 * kills it immediately
	 * @return the changed options
	 */
	public MilvusLiteOptions withShutdownTimeout(Duration shutdownTimeout) {
		return new MilvusLiteOptions(this.dataDirectory, this.command, this.cacheDirectory, this.provision,
				this.startupTimeout, shutdownTimeout, this.shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Returns options with or without a shutdown hook. Without it, the server stops when
	 * it is closed, or by itself after the JVM has ended.
	 * @param shutdownHook whether a shutdown hook of the JVM stops the server
	 * @return the changed options
	 */
	public MilvusLiteOptions withShutdownHook(boolean shutdownHook) {
		return new MilvusLiteOptions(this.dataDirectory, this.command, this.cacheDirectory, this.provision,
				this.startupTimeout, this.shutdownTimeout, shutdownHook, this.memoryTableBytes);
	}

	/**
	 * Returns options with another size of the memory table; when it is full, its rows
	 * are sorted into files.
	 * @param memoryTableBytes the size in bytes; positive
	 * @return the changed options
	 */
	public MilvusLiteOptions withMemoryTableBytes(long memoryTableBytes) {
		return new MilvusLiteOptions(this.dataDirectory, this.command, this.cacheDirectory, this.provision,
				this.startupTimeout, this.shutdownTimeout, this.shutdownHook, memoryTableBytes);
	}

}
