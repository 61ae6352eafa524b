package io.github.milvusspring.data.query;

import java.time.Duration;
import java.util.List;

import io.github.milvusspring.data.mapping.ConsistencyLevel;
import org.jspecify.annotations.Nullable;

/**
 * How a read is done.
 *
 * @param partitions the partitions to look into, empty for all
 * @param outputFields the properties or fields to return, empty for all
 * @param consistency how fresh the data must be, {@code null} for the template's default
 * @param timeout the time-out of a call, {@code null} for the connection's
 */
public record ReadOptions(List<String> partitions, List<String> outputFields, @Nullable ConsistencyLevel consistency,
		@Nullable Duration timeout) {

	/** All partitions, all fields, the default consistency and time-out. */
	public static final ReadOptions DEFAULT = new ReadOptions(List.of(), List.of(), null, null);

	public ReadOptions {
		partitions = List.copyOf(partitions);
		outputFields = List.copyOf(outputFields);
	}

	/**
	 * Reads some partitions only.
	 * @param partitions the partitions to look into
	 * @return the options
	 */
	public static ReadOptions inPartitions(String... partitions) {
		return DEFAULT.withPartitions(partitions);
	}

	/**
	 * Returns a copy that reads some partitions only.
	 * @param partitions the partitions to look into, none for all
	 * @return the copy
	 */
	public ReadOptions withPartitions(String... partitions) {
		return new ReadOptions(List.of(partitions), this.outputFields, this.consistency, this.timeout);
	}

	/**
	 * Returns a copy that returns some fields only; the key is always returned.
	 * @param fields the properties or fields to return, none for all
	 * @return the copy
	 */
	public ReadOptions withOutputFields(String... fields) {
		return new ReadOptions(this.partitions, List.of(fields), this.consistency, this.timeout);
	}

	/**
	 * Returns a copy with another consistency level.
	 * @param consistency how fresh the data must be
	 * @return the copy
	 */
	public ReadOptions withConsistency(ConsistencyLevel consistency) {
		return new ReadOptions(this.partitions, this.outputFields, consistency, this.timeout);
	}

	/**
	 * Returns a copy with another time-out.
	 * @param timeout the time-out of a call
	 * @return the copy
	 */
	public ReadOptions withTimeout(Duration timeout) {
		return new ReadOptions(this.partitions, this.outputFields, this.consistency, timeout);
	}

}
