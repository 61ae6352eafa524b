package io.github.milvusspring.lite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The folder in the cache directory where one exact set of packages is installed. Only
 * the first of several threads and processes installs them. The installation is complete
 * when its marker file, which is written last, exists.
 */
final class MilvusLiteEnvironment {

	private static final String MARKER = ".complete";

	/** Excludes other threads of this process, which a file lock does not. */
	private static final ReentrantLock THREADS = new ReentrantLock();

	private final Path folder;

	MilvusLiteEnvironment(Path cacheDirectory, String requirements) {
		this.folder = cacheDirectory.toAbsolutePath()
			.resolve("milvus-lite-" + version(requirements) + "-" + hash(requirements));
	}

	static String version(String requirements) {
		return requirements.lines()
			.filter((line) -> line.startsWith("milvus-lite=="))
			.map((line) -> line.substring("milvus-lite==".length()).split("\\s", 2)[0])
			.findFirst()
			.orElseThrow();
	}

	private static String hash(String requirements) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(requirements.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 4);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Path folder() {
		return this.folder;
	}

	/**
	 * Returns the existing installation, unless it is incomplete or its Python
	 * interpreter no longer exists.
	 */
	Optional<MilvusLitePython> installed() {
		List<String> marker;
		try {
			marker = Files.readAllLines(this.folder.resolve(MARKER));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
		if (marker.isEmpty()) {
			return Optional.empty();
		}
		Path python = Path.of(marker.get(0));
		@Nullable Path libraries = (marker.size() > 1) ? Path.of(marker.get(1)) : null;
		boolean there = Files.isExecutable(python) && (libraries == null || Files.isDirectory(libraries));
		return there ? Optional.of(new MilvusLitePython(python, libraries, true)) : Optional.empty();
	}

	/**
	 * Returns the existing installation, unless it is the given broken one; otherwise
	 * installs the packages into a new directory.
	 * @throws MilvusLiteUnavailableException if the cache directory cannot be written
	 */
	MilvusLitePython installedOr(@Nullable MilvusLitePython broken, Function<Path, MilvusLitePython> installation) {
		Path lockFile = this.folder.resolveSibling(this.folder.getFileName() + ".lock");
		THREADS.lock();
		try {
			Files.createDirectories(this.folder.getParent());
			try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE,
					StandardOpenOption.WRITE)) {
				lock(channel);
				return installed().filter((python) -> !python.equals(broken)).orElseGet(() -> install(installation));
			}
		}
		catch (IOException | UncheckedIOException ex) {
			throw MilvusLiteUnavailableException.because("Milvus Lite cannot be installed in " + this.folder,
					"set MILVUS_SPRING_CACHE to a directory that can be written", ex);
		}
		finally {
			THREADS.unlock();
		}
	}

	/** Acquires the file lock, which is held until the channel is closed. */
	private void lock(FileChannel channel) throws IOException {
		if (channel.tryLock() == null) {
			MilvusLite.LOGGER.log(Level.INFO,
					() -> "Waiting for another process that installs Milvus Lite in " + this.folder);
			channel.lock();
		}
	}

	private MilvusLitePython install(Function<Path, MilvusLitePython> installation) {
		if (Files.exists(this.folder)) {
			MilvusLite.LOGGER.log(Level.INFO, () -> "Deleting a half-finished or broken installation: " + this.folder);
			deleteAll();
		}
		// Every attempt has a separate directory, because the
		// installer of a killed JVM may still be writing.
		Path attempt = this.folder.resolve("build-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
		boolean complete = false;
		try {
			Files.createDirectories(attempt);
			MilvusLitePython python = installation.apply(attempt);
			writeMarker(python);
			complete = true;
			return python;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			if (!complete) {
				deleteAll();
			}
		}
	}

	/**
	 * Deletes the marker first, so that no other process takes the folder for complete
	 * while it is being deleted.
	 */
	private void deleteAll() {
		DirectoryTree.delete(this.folder.resolve(MARKER));
		DirectoryTree.delete(this.folder);
	}

	private void writeMarker(MilvusLitePython python) throws IOException {
		String libraries = (python.libraries() != null) ? python.libraries() + "\n" : "";
		Path marker = Files.writeString(this.folder.resolve(MARKER + ".new"), python.interpreter() + "\n" + libraries);
		Files.move(marker, this.folder.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
	}

}
