package io.github.milvusspring.lite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Reads what a child process prints, line by line, and remembers the first and the last
 * lines.
 */
final class ChildOutput {

	private static final int REMEMBERED = 12;

	private final CompletableFuture<String> first = new CompletableFuture<>();

	private final Deque<String> last = new ArrayDeque<>();

	private final Thread reader;

	private ChildOutput(InputStream stream, String name, Consumer<String> lines) {
		this.reader = new Thread(() -> read(stream, lines), name);
		this.reader.setDaemon(true);
	}

	static ChildOutput follow(InputStream stream, String name, Consumer<String> lines) {
		ChildOutput output = new ChildOutput(stream, name, lines);
		output.reader.start();
		return output;
	}

	private void read(InputStream stream, Consumer<String> lines) {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				remember(line);
				lines.accept(line);
			}
		}
		catch (IOException ignored) {
			// The stream of a killed child is closed under its reader.
		}
		finally {
			this.first.complete("");
		}
	}

	private void remember(String line) {
		this.first.complete(line);
		synchronized (this.last) {
			if (this.last.size() == REMEMBERED) {
				this.last.removeFirst();
			}
			this.last.addLast(line);
		}
	}

	/**
	 * The first line as soon as it comes, empty if the output ends without any.
	 */
	String firstLine(Duration timeout) throws InterruptedException, TimeoutException {
		try {
			return this.first.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The last lines of a child that has ended. A grandchild may hold the stream open:
	 * the wait for its end is short.
	 */
	String tail() {
		try {
			this.reader.join(TimeUnit.SECONDS.toMillis(1));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		synchronized (this.last) {
			return String.join(System.lineSeparator(), this.last);
		}
	}

}
