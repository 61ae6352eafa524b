package io.github.milvusspring.data.schema;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.mapping.MilvusNames;
import io.milvus.v2.service.collection.request.DropCollectionReq;
import io.milvus.v2.service.collection.request.GetCollectionStatsReq;
import io.milvus.v2.service.collection.request.LoadCollectionReq;
import io.milvus.v2.service.collection.request.RefreshLoadReq;
import io.milvus.v2.service.collection.request.ReleaseCollectionReq;
import io.milvus.v2.service.collection.request.RenameCollectionReq;
import io.milvus.v2.service.collection.request.TruncateCollectionReq;
import io.milvus.v2.service.utility.request.CompactReq;
import io.milvus.v2.service.utility.request.FlushReq;
import io.milvus.v2.service.utility.request.GetCompactionStateReq;
import io.milvus.v2.service.utility.response.GetCompactionStateResp;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.util.Assert;

/**
 * Administers one collection: its name, memory and storage.
 *
 * <p>
 * All methods throw {@code DataAccessException}s whose cause carries the server's code
 * and reason; what Milvus Lite cannot do is refused.
 */
public final class MilvusCollection {

	private final AdministrationCalls calls;

	private final Loads loads;

	private final String name;

	MilvusCollection(AdministrationCalls calls, String name) {
		this.calls = calls;
		this.loads = new Loads(calls);
		this.name = MilvusNames.require("collection", name);
	}

	/**
	 * Returns the name that was asked for, which may be an alias.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Returns the collection's partitions.
	 * @return the partitions
	 */
	public MilvusPartitions partitions() {
		return new MilvusPartitions(this.calls, this.name);
	}

	/**
	 * Gives the collection another name: Milvus's {@code RenameCollection}. Aliases go on
	 * to point at it.
	 * @param newName the new name, not taken by a collection or an alias
	 * @throws DataAccessException when the server refuses
	 */
	public void rename(String newName) {
		MilvusNames.require("collection", newName);
		// Milvus Lite would give the collection behind an alias another name.
		requireNoAlias("renamed");
		boolean reload = this.calls.isLite() && loadState().isLoaded();
		this.calls.change("RenameCollection", this.name, (client) -> client.renameCollection(
				RenameCollectionReq.builder().collectionName(this.name).newCollectionName(newName).build()));
		if (reload) {
			// Milvus Lite opens it anew, and forgets that it was loaded.
			new MilvusCollection(this.calls, newName).load();
		}
	}

	/**
	 * Deletes every row at once, and keeps fields, partitions and indexes: Milvus's
	 * {@code TruncateCollection}.
	 * @throws DataAccessException when the server refuses, or is too old to know it
	 */
	public void truncate() {
		this.calls.run("TruncateCollection", this.name, (client) -> client
			.truncateCollection(TruncateCollectionReq.builder().collectionName(this.name).build()));
	}

	/**
	 * Drops the collection with all its rows: Milvus's {@code DropCollection}. An alias
	 * is refused.
	 * @throws DataAccessException when the server refuses
	 */
	public void drop() {
		// Milvus Lite would drop the collection behind an alias.
		requireNoAlias("dropped");
		this.calls.change("DropCollection", this.name,
				(client) -> client.dropCollection(DropCollectionReq.builder().collectionName(this.name).build()));
	}

	private void requireNoAlias(String done) {
		if (this.calls.isLite() && new MilvusAliases(this.calls).names().contains(this.name)) {
			throw new InvalidDataAccessApiUsageException(
					"'" + this.name + "' is an alias, and only a collection can be " + done + ": aliases().find(\""
							+ this.name + "\") tells which collection it stands for");
		}
	}

	/**
	 * Loads one replica of the collection and waits until it is: Milvus's
	 * {@code LoadCollection}.
	 * @throws DataAccessException when the server refuses
	 */
	public void load() {
		load(LoadOptions.DEFAULT);
	}

	/**
	 * Loads the collection and waits until it is: Milvus's {@code LoadCollection}.
	 * @param options replicas, fields, resource groups, time-out and progress
	 * @throws DataAccessException when the server refuses, cannot do so, or is not ready
	 * in time
	 */
	public void load(LoadOptions options) {
		Assert.notNull(options, "Options must not be null");
		this.loads.check(options);
		this.calls.run("LoadCollection", this.name,
				(client) -> client.loadCollection(LoadCollectionReq.builder()
					.collectionName(this.name)
					.numReplicas(options.replicas())
					.loadFields(options.fields())
					.skipLoadDynamicField(options.skipDynamicField())
					.resourceGroups(options.resourceGroups())
					.sync(false)
					.build()));
		this.loads.await("Collection '" + this.name + "'", options, this::loadState);
	}

	/**
	 * Loads what was imported since, and waits until it is: Milvus's
	 * {@code LoadCollection} with {@code refresh}.
	 * @param timeout how long to wait
	 * @throws DataAccessException when the server refuses, or is not ready in time;
	 * Milvus Lite imports nothing
	 */
	public void refreshLoad(Duration timeout) {
		Assert.notNull(timeout, "Timeout must not be null");
		this.calls.refuseOnLite(true, "refresh what is loaded, as it has no imports");
		this.calls.run("LoadCollection", this.name, (client) -> client.refreshLoad(
				RefreshLoadReq.builder().collectionName(this.name).sync(true).timeout(timeout.toMillis()).build()));
	}

	/**
	 * Frees the memory: Milvus's {@code ReleaseCollection}. It cannot be searched until
	 * it is loaded again.
	 * @throws DataAccessException when the server refuses
	 */
	public void release() {
		this.calls.run("ReleaseCollection", this.name,
				(client) -> client.releaseCollection(ReleaseCollectionReq.builder().collectionName(this.name).build()));
	}

	/**
	 * Tells how far the collection is loaded: Milvus's {@code GetLoadState}.
	 * @return the state
	 * @throws DataAccessException when the server refuses
	 */
	public LoadState loadState() {
		return this.loads.state(this.name, null);
	}

	/**
	 * Writes what is in the server's buffers to its storage, and waits until it is:
	 * Milvus's {@code Flush}. Rows are safe and visible without it.
	 * @throws DataAccessException when the server refuses
	 */
	public void flush() {
		this.calls.run("Flush", this.name,
				(client) -> client.flush(FlushReq.builder().collectionNames(List.of(this.name)).build()));
	}

	/**
	 * Starts to merge small segments and to clear deleted rows: Milvus's
	 * {@code ManualCompaction}. Milvus also does so by itself.
	 * @return the number to ask {@link #compactionState(long)} with
	 * @throws DataAccessException when the server refuses; Milvus Lite compacts after a
	 * flush alone
	 */
	public long compact() {
		this.calls.refuseOnLite(true, "compact when told to, but compacts by itself after a flush");
		return this.calls.call("ManualCompaction", this.name,
				(client) -> client.compact(CompactReq.builder().collectionName(this.name).build()).getCompactionID());
	}

	/**
	 * Tells how far a compaction has come: Milvus's {@code GetCompactionState}.
	 * @param compaction the number that {@link #compact()} returned
	 * @return the state
	 * @throws DataAccessException when the server refuses
	 */
	public CompactionState compactionState(long compaction) {
		this.calls.refuseOnLite(true, "tell of a compaction");
		GetCompactionStateResp state = this.calls.call("GetCompactionState", this.name, (client) -> client
			.getCompactionState(GetCompactionStateReq.builder().compactionID(compaction).build()));
		return new CompactionState(state.getState() == io.milvus.v2.common.CompactionState.Completed,
				state.getExecutingPlanNo(), state.getCompletedPlanNo(), state.getTimeoutPlanNo());
	}

	/**
	 * Tells how large the collection is, without reading it: Milvus's
	 * {@code GetCollectionStatistics} and {@code GetPartitionStatistics}.
	 * @return the statistics, which are estimates
	 * @throws DataAccessException when the server refuses
	 */
	public CollectionStatistics statistics() {
		long rows = this.calls.call("GetCollectionStatistics", this.name,
				(client) -> client.getCollectionStats(GetCollectionStatsReq.builder().collectionName(this.name).build())
					.getNumOfEntities());
		Map<String, Long> byPartition = new LinkedHashMap<>();
		MilvusPartitions partitions = partitions();
		partitions.names().forEach((partition) -> byPartition.put(partition, partitions.flushedRows(partition)));
		return new CollectionStatistics(rows, byPartition);
	}

}
