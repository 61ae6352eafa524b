package io.github.milvusspring.lite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Reads the output of a child process line by line. It keeps the last lines, and the
 * first lines until they are requested.
 */
final class ChildOutput {

	private static final int REMEMBERED = 12;

	private static final String END = "";

	private final BlockingQueue<String> unread = new ArrayBlockingQueue<>(REMEMBERED);

	private final Deque<String> last = new ArrayDeque<>();

	private final Thread reader;

	private volatile boolean ended;

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
			// If the child is killed, its stream may be closed while it is read.
		}
		finally {
			this.ended = true;
			this.unread.offer(END);
		}
	}

	private void remember(String line) {
		this.unread.offer(line);
		synchronized (this.last) {
			if (this.last.size() == REMEMBERED) {
				this.last.removeFirst();
			}
			this.last.addLast(line);
		}
	}

	/**
	 * Waits for the next of the first lines and returns it; returns an empty text at the
	 * end of the output.
	 */
	String nextLine(Duration timeout) throws InterruptedException, TimeoutException {
		String line = this.unread.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
		if (line == null && !this.ended) {
			throw new TimeoutException();
		}
		return (line != null) ? line : END;
	}

	/**
	 * Returns the last lines of a child that has ended. It waits only one second for the
	 * end of the output, because a grandchild may keep the stream open.
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
