package io.github.milvusspring.lite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the Python program that runs Milvus Lite, a resource of this package, to a
 * separate directory, because Python imports modules from the directory of a program.
 */
final class Bootstrap implements AutoCloseable {

	private final Path directory;

	private Bootstrap(Path directory) {
		this.directory = directory;
	}

	/**
	 * Writes the program to a temporary directory, which {@link #close()} deletes.
	 * @throws MilvusLiteException if the directory cannot be written
	 */
	static Bootstrap write() {
		try {
			Bootstrap bootstrap = new Bootstrap(Files.createTempDirectory("milvus-lite-bootstrap-"));
			Files.writeString(bootstrap.script(), resource("milvus_lite_server.py"));
			return bootstrap;
		}
		catch (IOException ex) {
			throw new MilvusLiteException("The temporary directory " + System.getProperty("java.io.tmpdir")
					+ " cannot be written: set java.io.tmpdir to one that can.", ex);
		}
	}

	/**
	 * Returns the text of a resource of this package.
	 */
	static String resource(String name) {
		try (InputStream in = Bootstrap.class.getResourceAsStream(name)) {
			if (in == null) {
				throw new IllegalStateException("The class path has no " + name);
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path script() {
		return this.directory.resolve("milvus_lite_server.py");
	}

	@Override
	public void close() {
		DirectoryTree.delete(this.directory);
	}

}
