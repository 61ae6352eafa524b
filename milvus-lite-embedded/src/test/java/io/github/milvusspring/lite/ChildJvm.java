package io.github.milvusspring.lite;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A child JVM with the class path of the tests.
 */
final class ChildJvm implements AutoCloseable {

	private final Process process;

	private final BufferedReader output;

	private ChildJvm(Process process) {
		this.process = process;
		this.output = process.inputReader();
	}

	static ChildJvm run(Class<?> main, Object... arguments) throws IOException {
		return run((builder) -> {
		}, main, arguments);
	}

	static ChildJvm run(Consumer<ProcessBuilder> settings, Class<?> main, Object... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						Stream.of(MilvusLite.class, main).map(ChildJvm::location).collect(Collectors.joining(":")),
						main.getName()));
		Stream.of(arguments).map(String::valueOf).forEach(command::add);
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
		settings.accept(builder);
		return new ChildJvm(builder.start());
	}

	private static String location(Class<?> type) {
		try {
			return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String readLine() throws IOException {
		return String.valueOf(this.output.readLine());
	}

	/**
	 * Closes the standard input of the JVM, for which the main method may be waiting to
	 * continue.
	 */
	void endInput() throws IOException {
		this.process.getOutputStream().close();
	}

	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	void terminate() throws InterruptedException {
		this.process.destroy();
		end();
	}

	int end() throws InterruptedException {
		if (!this.process.waitFor(90, TimeUnit.SECONDS)) {
			throw new IllegalStateException("The JVM has not ended");
		}
		return this.process.exitValue();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
