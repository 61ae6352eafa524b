package io.github.milvusspring.data.write;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How many rows are written in batches.
 *
 * @param write partition and time-out of each batch
 * @param maxRows the most rows of a batch
 * @param maxBytes the most bytes of a batch on the wire, unless one row alone has more; a
 * server takes 64 MiB by default
 * @param window how many batches are under way at once
 * @param retries how often a batch is tried again that the server was too busy for, or,
 * where that cannot duplicate rows, whose arrival is not known
 * @param progress told after every batch, on the thread that writes; {@code null} for
 * nobody
 */
public record BatchOptions(WriteOptions write, int maxRows, int maxBytes, int window, int retries,
		@Nullable Consumer<BatchProgress> progress) {

	/** Up to 10,000 rows or 8 MiB in a batch, 4 batches at once, 5 retries. */
	public static final BatchOptions DEFAULT = new BatchOptions(WriteOptions.DEFAULT, 10_000, 8 * 1024 * 1024, 4, 5,
			null);

	public BatchOptions {
		Assert.notNull(write, "Write must not be null");
		if (maxRows < 1 || maxBytes < 1 || window < 1 || retries < 0) {
			throw new IllegalArgumentException("Batches have at least one row and byte, a window of at least one and "
					+ "no negative number of retries");
		}
	}

	/**
	 * Returns a copy with other options of each write.
	 * @param write partition and time-out of each batch
	 * @return the copy
	 */
	public BatchOptions withWrite(WriteOptions write) {
		Assert.notNull(write, "Write must not be null");
		return new BatchOptions(write, this.maxRows, this.maxBytes, this.window, this.retries, this.progress);
	}

	/**
	 * Returns a copy with other sizes.
	 * @param maxRows the most rows of a batch
	 * @param maxBytes the most bytes of a batch on the wire
	 * @return the copy
	 */
	public BatchOptions withBatches(int maxRows, int maxBytes) {
		return new BatchOptions(this.write, maxRows, maxBytes, this.window, this.retries, this.progress);
	}

	/**
	 * Returns a copy with another window.
	 * @param window how many batches are under way at once
	 * @return the copy
	 */
	public BatchOptions withWindow(int window) {
		return new BatchOptions(this.write, this.maxRows, this.maxBytes, window, this.retries, this.progress);
	}

	/**
	 * Returns a copy with another number of retries.
	 * @param retries how often a batch is tried again
	 * @return the copy
	 */
	public BatchOptions withRetries(int retries) {
		return new BatchOptions(this.write, this.maxRows, this.maxBytes, this.window, retries, this.progress);
	}

	/**
	 * Returns a copy that reports its progress.
	 * @param progress told after every batch, on the thread that writes
	 * @return the copy
	 */
	public BatchOptions withProgress(Consumer<BatchProgress> progress) {
		Assert.notNull(progress, "Progress must not be null");
		return new BatchOptions(this.write, this.maxRows, this.maxBytes, this.window, this.retries, progress);
	}

}
