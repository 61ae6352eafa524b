package io.github.milvusspring.lite;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Records what the launcher logs during a test.
 */
final class LogOfLite extends Handler implements AutoCloseable {

	private final Logger logger = Logger.getLogger("io.github.milvusspring.lite");

	private final List<LogRecord> records = new CopyOnWriteArrayList<>();

	LogOfLite() {
		this.logger.addHandler(this);
	}

	List<String> messages(Level level) {
		return this.records.stream()
			.filter((record) -> record.getLevel().equals(level))
			.map(LogRecord::getMessage)
			.toList();
	}

	@Override
	public void publish(LogRecord record) {
		this.records.add(record);
	}

	@Override
	public void flush() {
	}

	@Override
	public void close() {
		this.logger.removeHandler(this);
	}

}
