package io.github.milvusspring.data.write;

import java.time.Duration;

import io.github.milvusspring.data.model.Durations;
import io.github.milvusspring.data.model.MilvusNames;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The options of a write. A blank or illegal name of a partition is refused, and so is a
 * time-out that is not positive.
 *
 * @param partition the partition to write to, {@code null} for the default one; for a
 * delete {@code null} means every partition
 * @param timeout the time-out of each call, {@code null} for that of the connection,
 * which by default waits for ever
 */
public record WriteOptions(@Nullable String partition, @Nullable Duration timeout) {

	public WriteOptions {
		if (partition != null) {
			MilvusNames.require("partition", partition);
		}
		Durations.requirePositive("The time-out of a write", timeout);
	}

	/** The default partition and time-out. */
	public static final WriteOptions DEFAULT = new WriteOptions(null, null);

	/**
	 * Returns options that write to a partition.
	 * @param partition the name of the partition
	 * @return the options
	 */
	public static WriteOptions inPartition(String partition) {
		return DEFAULT.withPartition(partition);
	}

	/**
	 * Returns options that limit the time of each call.
	 * @param timeout the time-out of each call
	 * @return the options
	 */
	public static WriteOptions within(Duration timeout) {
		Assert.notNull(timeout, "Timeout must not be null");
		return DEFAULT.withTimeout(timeout);
	}

	/**
	 * Returns a copy that writes to a partition.
	 * @param partition the name of the partition
	 * @return the copy
	 */
	public WriteOptions withPartition(String partition) {
		return new WriteOptions(MilvusNames.require("partition", partition), this.timeout);
	}

	/**
	 * Returns a copy with another time-out.
	 * @param timeout the time-out of each call
	 * @return the copy
	 */
	public WriteOptions withTimeout(Duration timeout) {
		Assert.notNull(timeout, "Timeout must not be null");
		return new WriteOptions(this.partition, timeout);
	}

}
