package io.github.milvusspring.data.admin;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.github.milvusspring.data.model.MilvusNames;
import io.github.milvusspring.data.wire.LoadRequests;
import io.github.milvusspring.data.wire.PartitionRequests;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Administers the partitions of one collection.
 *
 * <p>
 * All methods throw {@code DataAccessException}s whose cause carries the server's code
 * and reason. Operations that Milvus Lite does not support are refused before they are
 * sent.
 */
public final class MilvusPartitions {

	private final AdministrationCalls calls;

	private final CollectionLoading loads;

	private final String collection;

	MilvusPartitions(AdministrationCalls calls, String collection) {
		this.calls = calls;
		this.loads = new CollectionLoading(calls);
		this.collection = collection;
	}

	/**
	 * Returns the names of all partitions: Milvus's {@code ShowPartitions}.
	 * @return the names, including that of the default partition
	 * @throws DataAccessException when the server refuses
	 */
	public List<String> names() {
		return this.calls.call(PartitionRequests.list(this.collection));
	}

	/**
	 * Tells whether a partition exists: Milvus's {@code HasPartition}.
	 * @param partition its name
	 * @return {@code true} when it exists
	 * @throws DataAccessException when the server refuses
	 */
	public boolean exists(String partition) {
		return this.calls.call(PartitionRequests.exists(this.collection, name(partition)));
	}

	/**
	 * Creates a partition: Milvus's {@code CreatePartition}.
	 * @param partition the name of the new partition
	 * @throws DataAccessException when the server refuses
	 */
	public void create(String partition) {
		this.calls.call(PartitionRequests.create(this.collection, name(partition)));
	}

	/**
	 * Drops a partition with all its rows: Milvus's {@code DropPartition}. On a server
	 * other than Milvus Lite, the partition must be released first.
	 * @param partition its name
	 * @throws DataAccessException when the server refuses
	 */
	public void drop(String partition) {
		this.calls.callThatChangesNames(PartitionRequests.drop(this.collection, name(partition)));
	}

	/**
	 * Loads partitions and waits until they are loaded: Milvus's {@code LoadPartitions}.
	 * @param partitions their names
	 * @throws DataAccessException when the server refuses; always on Milvus Lite, which
	 * loads only complete collections
	 */
	public void load(String... partitions) {
		Assert.notNull(partitions, "Partitions must not be null");
		load(Arrays.asList(partitions), LoadOptions.DEFAULT);
	}

	/**
	 * Loads partitions and waits until they are loaded: Milvus's {@code LoadPartitions}.
	 * @param partitions their names
	 * @param options replicas, fields, resource groups, time-out and progress
	 * @throws DataAccessException when the server refuses or has not loaded the
	 * partitions in time; always on Milvus Lite, which loads only complete collections
	 */
	public void load(Collection<String> partitions, LoadOptions options) {
		Assert.notNull(partitions, "Partitions must not be null");
		Assert.notNull(options, "Options must not be null");
		List<String> names = names(partitions);
		this.calls.refuseOnLite(true, "load single partitions");
		this.calls.call(LoadRequests.load(this.collection, names, options.scope()));
		this.loads.await("Partitions " + names + " of '" + this.collection + "'", options, () -> slowest(names));
	}

	private LoadState slowest(List<String> partitions) {
		return Objects.requireNonNull(partitions.stream()
			.map(this::loadState)
			.min(Comparator.comparing(LoadState::status).thenComparing(LoadState::percent))
			.orElse(new LoadState(LoadState.Status.LOADED, 100)));
	}

	/**
	 * Releases partitions from memory: Milvus's {@code ReleasePartitions}.
	 * @param partitions their names
	 * @throws DataAccessException when the server refuses; always on Milvus Lite, which
	 * releases only complete collections
	 */
	public void release(String... partitions) {
		Assert.notNull(partitions, "Partitions must not be null");
		List<String> names = names(Arrays.asList(partitions));
		this.calls.refuseOnLite(true, "release single partitions");
		this.calls.call(LoadRequests.release(this.collection, names));
	}

	/**
	 * Returns the load state of a partition: Milvus's {@code GetLoadState}.
	 * @param partition its name
	 * @return the state; on Milvus Lite, the state of the complete collection
	 * @throws DataAccessException when the server refuses
	 */
	public LoadState loadState(String partition) {
		return this.loads.state(this.collection, name(partition));
	}

	/**
	 * Returns the number of rows of a partition without reading them: Milvus's
	 * {@code GetPartitionStatistics}.
	 * @param partition its name
	 * @return the number of flushed rows, an estimate
	 * @throws DataAccessException when the server refuses
	 */
	public long rows(String partition) {
		return flushedRows(name(partition));
	}

	/**
	 * Returns the number of flushed rows. It does not check the name of the partition,
	 * because another client may have created a partition with a name that this library
	 * refuses.
	 */
	long flushedRows(String partition) {
		return this.calls.call(PartitionRequests.rows(this.collection, partition));
	}

	private static List<String> names(Collection<String> partitions) {
		if (partitions.isEmpty()) {
			throw new InvalidDataAccessApiUsageException("No partition is named: name at least one");
		}
		return partitions.stream().map(MilvusPartitions::name).toList();
	}

	private static String name(@Nullable String partition) {
		return MilvusNames.require("partition", partition);
	}

}
