package io.github.milvusspring.data.write;

import java.time.Duration;

/**
 * How far the writing of many rows has come.
 *
 * @param rows the rows that are written
 * @param bytes the bytes that they were on the wire
 * @param elapsed the time since the start
 */
public record BatchProgress(long rows, long bytes, Duration elapsed) {

	/**
	 * Returns the rate so far.
	 * @return rows per second
	 */
	public double rowsPerSecond() {
		return this.rows / Math.max(1e-9, this.elapsed.toNanos() / 1e9);
	}

}
