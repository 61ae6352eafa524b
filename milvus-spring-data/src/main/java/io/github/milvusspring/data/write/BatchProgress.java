package io.github.milvusspring.data.write;

import java.time.Duration;

/**
 * The progress of a write in batches.
 *
 * @param rows the number of rows written so far
 * @param bytes the size of these rows in bytes on the wire
 * @param elapsed the time since the start of the write
 */
public record BatchProgress(long rows, long bytes, Duration elapsed) {

	/**
	 * Returns the average rate so far.
	 * @return rows per second
	 */
	public double rowsPerSecond() {
		return this.rows / Math.max(1e-9, this.elapsed.toNanos() / 1e9);
	}

}
