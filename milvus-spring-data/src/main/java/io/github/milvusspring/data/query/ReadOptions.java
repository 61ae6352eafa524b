package io.github.milvusspring.data.query;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.Durations;
import io.github.milvusspring.data.model.MilvusNames;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * The options of a read. A blank or illegal partition name is refused, and so is a
 * time-out that is not positive.
 *
 * @param partitions the partitions to read, empty for all
 * @param outputFields the properties or fields to return, empty for all
 * @param consistency how fresh the data must be, {@code null} for the template's default
 * @param timeout the time-out of a call, {@code null} for the connection's
 */
public record ReadOptions(List<String> partitions, List<String> outputFields, @Nullable ConsistencyLevel consistency,
		@Nullable Duration timeout) {

	/** All partitions, all fields, the default consistency and time-out. */
	public static final ReadOptions DEFAULT = new ReadOptions(List.of(), List.of(), null, null);

	public ReadOptions {
		Assert.notNull(partitions, "Partitions must not be null");
		Assert.notNull(outputFields, "Output fields must not be null");
		partitions = partitions.stream().map((name) -> MilvusNames.require("partition", name)).toList();
		for (String field : outputFields) {
			if (field == null || field.isBlank()) {
				throw new InvalidDataAccessApiUsageException("An output field is "
						+ ((field != null) ? "blank" : "null") + ": name a property or field, or none for all");
			}
		}
		outputFields = List.copyOf(outputFields);
		Durations.requirePositive("The time-out of a read", timeout);
	}

	/**
	 * Returns options that read only some partitions.
	 * @param partitions the partitions to read
	 * @return the options
	 */
	public static ReadOptions inPartitions(String... partitions) {
		Assert.notNull(partitions, "Partitions must not be null");
		return DEFAULT.withPartitions(partitions);
	}

	/**
	 * Returns a copy that reads only some partitions.
	 * @param partitions the partitions to read, none for all
	 * @return the copy
	 */
	public ReadOptions withPartitions(String... partitions) {
		Assert.notNull(partitions, "Partitions must not be null");
		return new ReadOptions(Arrays.asList(partitions), this.outputFields, this.consistency, this.timeout);
	}

	/**
	 * Returns a copy that returns only some fields; the key is always returned.
	 * @param fields the properties or fields to return, none for all
	 * @return the copy
	 */
	public ReadOptions withOutputFields(String... fields) {
		Assert.notNull(fields, "Fields must not be null");
		return new ReadOptions(this.partitions, Arrays.asList(fields), this.consistency, this.timeout);
	}

	/**
	 * Returns a copy with another consistency level.
	 * @param consistency how fresh the data must be
	 * @return the copy
	 */
	public ReadOptions withConsistency(ConsistencyLevel consistency) {
		Assert.notNull(consistency, "Consistency must not be null");
		return new ReadOptions(this.partitions, this.outputFields, consistency, this.timeout);
	}

	/**
	 * Returns a copy with another time-out.
	 * @param timeout the time-out of a call
	 * @return the copy
	 */
	public ReadOptions withTimeout(Duration timeout) {
		Assert.notNull(timeout, "Timeout must not be null");
		return new ReadOptions(this.partitions, this.outputFields, this.consistency, timeout);
	}

}
