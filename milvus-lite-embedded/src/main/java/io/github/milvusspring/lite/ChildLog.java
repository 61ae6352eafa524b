package io.github.milvusspring.lite;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * Copies the log of the server to the log of this library, at the same levels, except
 * that INFO becomes DEBUG.
 */
final class ChildLog implements Consumer<String> {

	private Level level = Level.INFO;

	@Override
	public void accept(String line) {
		this.level = levelOf(line);
		MilvusLite.LOGGER.log(this.level, () -> line);
	}

	/**
	 * Returns the level of a line; a line without one, for example of a stack trace, has
	 * the level of the previous line.
	 */
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
