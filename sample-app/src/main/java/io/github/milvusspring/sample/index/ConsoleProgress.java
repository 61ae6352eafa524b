package io.github.milvusspring.sample.index;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Draws the progress of the index as lines on a console, at most about one in a second.
 */
public final class ConsoleProgress implements Consumer<IndexStatus> {

	private static final int WIDTH = 30;

	private final PrintStream console;

	private double lastBar = Double.NEGATIVE_INFINITY;

	/**
	 * Creates the progress on a console.
	 * @param console where to write
	 */
	public ConsoleProgress(PrintStream console) {
		this.console = console;
	}

	@Override
	public void accept(IndexStatus status) {
		switch (status.state()) {
			case STARTING -> {
			}
			case READING -> {
				this.lastBar = Double.NEGATIVE_INFINITY;
				line("Reading configuration metadata ...");
			}
			case WRITING -> writing(status);
			case READY ->
				line("The index is up to date: %,d properties, %,d written, %,d unchanged, %,d removed, in %.1f s",
						status.searchable(), status.written(), status.unchanged(), status.removed(), status.seconds());
			case FAILED -> line("The index is not up to date: %s", String.valueOf(status.problem()));
		}
	}

	private void writing(IndexStatus status) {
		if (status.written() == 0) {
			line("Found %,d properties: %,d to write, %,d unchanged, %,d to remove",
					status.toWrite() + status.unchanged(), status.toWrite(), status.unchanged(), status.removed());
			return;
		}
		if (status.seconds() - this.lastBar >= 1 || status.written() == status.toWrite()) {
			this.lastBar = status.seconds();
			line("%s %3d %%  %,d of %,d  %.0f per second  %d s left", bar(status),
					100 * status.written() / status.toWrite(), status.written(), status.toWrite(), status.perSecond(),
					status.secondsLeft());
		}
	}

	private static String bar(IndexStatus status) {
		int filled = WIDTH * status.written() / status.toWrite();
		return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]";
	}

	private void line(String format, Object... arguments) {
		this.console.println("  " + String.format(Locale.ROOT, format, arguments));
	}

}
