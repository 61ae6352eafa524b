package io.github.milvusspring.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The process of a {@link NothingServer}, of its own or shared.
 */
final class NothingProcess implements AutoCloseable {

	private static final String SHARED = "benchmarks.nothing.port";

	private final @Nullable Process process;

	private final int port;

	NothingProcess() {
		Integer shared = Integer.getInteger(SHARED);
		if (shared != null) {
			this.process = null;
			this.port = shared;
			return;
		}
		try {
			this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-Xmx1g", "-XX:MaxDirectMemorySize=1g", "-cp", System.getProperty("java.class.path"),
					NothingServer.class.getName())
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start();
			BufferedReader output = new BufferedReader(
					new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8));
			this.port = Integer.parseInt(output.readLine());
		}
		catch (IOException ex) {
			throw new IllegalStateException("The server that does nothing cannot be started", ex);
		}
	}

	/**
	 * Lets all that this JVM would start after it be this one.
	 */
	void share() {
		System.setProperty(SHARED, Integer.toString(this.port));
	}

	int port() {
		return this.port;
	}

	String uri() {
		return "http://127.0.0.1:" + this.port;
	}

	@Override
	public void close() {
		if (this.process != null) {
			this.process.destroy();
		}
	}

}
