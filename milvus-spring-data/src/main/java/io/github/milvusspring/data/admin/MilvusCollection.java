package io.github.milvusspring.data.admin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.MilvusNames;
import io.github.milvusspring.data.wire.CollectionRequests;
import io.github.milvusspring.data.wire.CollectionRequests.CompactionProgress;
import io.github.milvusspring.data.wire.CollectionRequests.FlushedSegments;
import io.github.milvusspring.data.wire.LoadRequests;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Administers one collection: its name, memory and storage.
 *
 * <p>
 * All methods throw {@code DataAccessException}s whose cause carries the server's code
 * and reason. Operations that Milvus Lite does not support are refused before they are
 * sent.
 */
public final class MilvusCollection {

	private final AdministrationCalls calls;

	private final CollectionLoading loads;

	private final String name;

	MilvusCollection(AdministrationCalls calls, String name) {
		this.calls = calls;
		this.loads = new CollectionLoading(calls);
		this.name = MilvusNames.require("collection", name);
	}

	/**
	 * Returns the name that this object was created with, which may be an alias.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Returns an object that administers the partitions of the collection.
	 * @return the partitions
	 */
	MilvusPartitions partitions() {
		return new MilvusPartitions(this.calls, this.name);
	}

	/**
	 * Renames the collection: Milvus's {@code RenameCollection}. Its aliases continue to
	 * point at it.
	 * @param newName the new name, which no collection or alias has yet
	 * @throws DataAccessException when the server refuses
	 */
	public void rename(String newName) {
		MilvusNames.require("collection", newName);
		// Given an alias, Milvus Lite would rename the collection behind it.
		requireNoAlias("renamed");
		boolean reload = this.calls.isLite() && loadState().isLoaded();
		this.calls.callThatChangesNames(CollectionRequests.rename(this.name, newName));
		if (reload) {
			// Milvus Lite opens the collection again, and no longer knows that it was
			// loaded.
			new MilvusCollection(this.calls, newName).load();
		}
	}

	/**
	 * Deletes all rows in one call, and keeps fields, partitions and indexes: Milvus's
	 * {@code TruncateCollection}.
	 * @throws DataAccessException when the server refuses, or is too old to support it
	 */
	public void truncate() {
		this.calls.call(CollectionRequests.truncate(this.name));
	}

	/**
	 * Drops the collection with all its rows: Milvus's {@code DropCollection}. If the
	 * name is an alias, the call is refused.
	 * @throws DataAccessException when the server refuses
	 */
	public void drop() {
		// Given an alias, Milvus Lite would drop the collection behind it.
		requireNoAlias("dropped");
		this.calls.callThatChangesNames(CollectionRequests.drop(this.name));
	}

	private void requireNoAlias(String done) {
		if (this.calls.isLite() && new MilvusAliases(this.calls).names().contains(this.name)) {
			throw new InvalidDataAccessApiUsageException(
					"'" + this.name + "' is an alias, and only a collection can be " + done + ": aliases().find(\""
							+ this.name + "\") tells which collection it stands for");
		}
	}

	/**
	 * Loads one replica of the collection and waits until it is loaded: Milvus's
	 * {@code LoadCollection}.
	 * @throws DataAccessException when the server refuses
	 */
	public void load() {
		load(LoadOptions.DEFAULT);
	}

	/**
	 * Loads the collection and waits until it is loaded: Milvus's {@code LoadCollection}.
	 * @param options replicas, fields, resource groups, time-out and progress
	 * @throws DataAccessException when the server refuses, does not support the options,
	 * or has not loaded the collection in time
	 */
	public void load(LoadOptions options) {
		Assert.notNull(options, "Options must not be null");
		this.loads.check(options);
		this.calls.call(LoadRequests.load(this.name, options.scope()));
		this.loads.await("Collection '" + this.name + "'", options, this::loadState);
	}

	/**
	 * Loads the rows that were imported since the collection was loaded, and waits until
	 * they are loaded: Milvus's {@code LoadCollection} with {@code refresh}.
	 * @param timeout how long to wait
	 * @throws DataAccessException when the server refuses or has not loaded the rows in
	 * time; always on Milvus Lite, which has no imports
	 */
	public void refreshLoad(Duration timeout) {
		Assert.notNull(timeout, "Timeout must not be null");
		this.calls.refuseOnLite(true, "refresh what is loaded, as it has no imports");
		this.calls.call(LoadRequests.refresh(this.name));
		this.loads.awaitRefresh(this.name, timeout);
	}

	/**
	 * Releases the collection from memory: Milvus's {@code ReleaseCollection}. It cannot
	 * be searched until it is loaded again.
	 * @throws DataAccessException when the server refuses
	 */
	public void release() {
		this.calls.call(LoadRequests.release(this.name));
	}

	/**
	 * Returns the load state of the collection: Milvus's {@code GetLoadState}.
	 * @return the state
	 * @throws DataAccessException when the server refuses
	 */
	public LoadState loadState() {
		return this.loads.state(this.name, null);
	}

	/**
	 * Writes the rows in the server's buffers to its storage, and waits until they are
	 * written: Milvus's {@code Flush}. Rows are durable and visible without it.
	 * @throws DataAccessException when the server refuses
	 */
	public void flush() {
		List<FlushedSegments> segments = this.calls.call(CollectionRequests.flush(this.name));
		new Polling<Boolean>(Boolean::booleanValue, (flushed) -> "Collection '" + this.name + "' is not flushed yet")
			.await(null, () -> segments.stream().allMatch((some) -> this.calls.call(CollectionRequests.flushed(some))));
	}

	/**
	 * Starts a compaction, which merges small segments and removes deleted rows: Milvus's
	 * {@code ManualCompaction}. Milvus also compacts automatically.
	 * @return the id of the compaction, for {@link #compactionState(long)}
	 * @throws DataAccessException when the server refuses; always on Milvus Lite, which
	 * compacts only automatically, after a flush
	 */
	public long compact() {
		this.calls.refuseOnLite(true, "compact when told to, but compacts by itself after a flush");
		long id = this.calls.call(CollectionRequests.describe(this.name)).id();
		return this.calls.call(CollectionRequests.compact(this.name, id));
	}

	/**
	 * Returns the progress of a compaction: Milvus's {@code GetCompactionState}.
	 * @param compaction the id that {@link #compact()} returned
	 * @return the state
	 * @throws DataAccessException when the server refuses
	 */
	public CompactionState compactionState(long compaction) {
		this.calls.refuseOnLite(true, "tell of a compaction");
		CompactionProgress state = this.calls.call(CollectionRequests.compactionState(this.name, compaction));
		return new CompactionState(state.completed(), state.executing(), state.done(), state.timedOut());
	}

	/**
	 * Returns the size of the collection without reading its rows: Milvus's
	 * {@code GetCollectionStatistics} and {@code GetPartitionStatistics}.
	 * @return the statistics, which are estimates
	 * @throws DataAccessException when the server refuses
	 */
	public CollectionStatistics statistics() {
		long rows = this.calls.call(CollectionRequests.rows(this.name));
		Map<String, Long> byPartition = new LinkedHashMap<>();
		MilvusPartitions partitions = partitions();
		partitions.names().forEach((partition) -> byPartition.put(partition, partitions.flushedRows(partition)));
		return new CollectionStatistics(rows, byPartition);
	}

}
