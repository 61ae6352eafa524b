package io.github.milvusspring.lite;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Puts the server's log into ours, at its own levels, where INFO is our DEBUG.
 */
final class ChildLog implements Consumer<String> {

	private Level level = Level.INFO;

	@Override
	public void accept(String line) {
		this.level = levelOf(line);
		MilvusLite.LOGGER.log(this.level, () -> line);
	}

	/** A line without a level, as of a stack trace, belongs to the one before. */
	private Level levelOf(String line) {
		if (line.startsWith("ERROR ") || line.startsWith("CRITICAL ")) {
			return Level.ERROR;
		}
		if (line.startsWith("WARNING ")) {
			return Level.WARNING;
		}
		if (line.startsWith("INFO ") || line.startsWith("DEBUG ")) {
			return Level.DEBUG;
		}
		return this.level;
	}

}
