package io.github.milvusspring.data.write;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The options for writing any number of rows in batches.
 *
 * @param write partition and time-out of each batch
 * @param maxRows the maximum number of rows in a batch
 * @param maxBytes the maximum size of a batch in bytes on the wire, unless a single row
 * is larger; a server accepts 64 MiB by default
 * @param window the maximum number of batches that are in flight at the same time
 * @param retries how often a batch is retried when the server was too busy for it, or, if
 * a retry cannot duplicate rows, when it is unknown whether the batch arrived
 * @param progress notified after every batch, on the thread that writes; {@code null} for
 * none
 */
public record BatchOptions(WriteOptions write, int maxRows, int maxBytes, int window, int retries,
		@Nullable Consumer<BatchProgress> progress) {

	/** Up to 10,000 rows or 8 MiB in a batch, 4 batches in flight, 5 retries. */
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
	 * Returns a copy with other options for each batch.
	 * @param write partition and time-out of each batch
	 * @return the copy
	 */
	public BatchOptions withWrite(WriteOptions write) {
		Assert.notNull(write, "Write must not be null");
		return new BatchOptions(write, this.maxRows, this.maxBytes, this.window, this.retries, this.progress);
	}

	/**
	 * Returns a copy with other batch sizes.
	 * @param maxRows the maximum number of rows in a batch
	 * @param maxBytes the maximum size of a batch in bytes on the wire
	 * @return the copy
	 */
	public BatchOptions withBatches(int maxRows, int maxBytes) {
		return new BatchOptions(this.write, maxRows, maxBytes, this.window, this.retries, this.progress);
	}

	/**
	 * Returns a copy with another number of batches in flight.
	 * @param window the maximum number of batches that are in flight at the same time
	 * @return the copy
	 */
	public BatchOptions withWindow(int window) {
		return new BatchOptions(this.write, this.maxRows, this.maxBytes, window, this.retries, this.progress);
	}

	/**
	 * Returns a copy with another number of retries.
	 * @param retries how often a batch is retried
	 * @return the copy
	 */
	public BatchOptions withRetries(int retries) {
		return new BatchOptions(this.write, this.maxRows, this.maxBytes, this.window, retries, this.progress);
	}

	/**
	 * Returns a copy that reports its progress.
	 * @param progress notified after every batch, on the thread that writes
	 * @return the copy
	 */
	public BatchOptions withProgress(Consumer<BatchProgress> progress) {
		Assert.notNull(progress, "Progress must not be null");
		return new BatchOptions(this.write, this.maxRows, this.maxBytes, this.window, this.retries, progress);
	}

}
