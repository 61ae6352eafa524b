package io.github.milvusspring.data.write;

import java.time.Duration;

import io.github.milvusspring.data.model.Durations;
import io.github.milvusspring.data.model.MilvusNames;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How a write is done. The name of a partition that is blank or illegal is refused, as is
 * a time-out that is not positive.
 *
 * @param partition the partition to write to, {@code null} for the default one; for a
 * delete {@code null} means every partition
 * @param timeout the time-out of a call, {@code null} for the connection's, which by
 * default is to wait for ever
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
	 * Writes to a partition.
	 * @param partition the name of the partition
	 * @return the options
	 */
	public static WriteOptions inPartition(String partition) {
		return DEFAULT.withPartition(partition);
	}

	/**
	 * Limits the time of a write.
	 * @param timeout the time-out of a call
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
	 * @param timeout the time-out of a call
	 * @return the copy
	 */
	public WriteOptions withTimeout(Duration timeout) {
		Assert.notNull(timeout, "Timeout must not be null");
		return new WriteOptions(this.partition, timeout);
	}

}
