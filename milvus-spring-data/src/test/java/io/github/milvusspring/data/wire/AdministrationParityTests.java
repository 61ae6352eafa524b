package io.github.milvusspring.data.wire;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.google.protobuf.Message;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.wire.LoadRequests.LoadScope;
import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.service.collection.request.DropCollectionReq;
import io.milvus.v2.service.collection.request.GetCollectionStatsReq;
import io.milvus.v2.service.collection.request.GetLoadStateReq;
import io.milvus.v2.service.collection.request.HasCollectionReq;
import io.milvus.v2.service.collection.request.LoadCollectionReq;
import io.milvus.v2.service.collection.request.RefreshLoadReq;
import io.milvus.v2.service.collection.request.ReleaseCollectionReq;
import io.milvus.v2.service.collection.request.RenameCollectionReq;
import io.milvus.v2.service.collection.request.TruncateCollectionReq;
import io.milvus.v2.service.database.request.AlterDatabasePropertiesReq;
import io.milvus.v2.service.database.request.CreateDatabaseReq;
import io.milvus.v2.service.database.request.DescribeDatabaseReq;
import io.milvus.v2.service.database.request.DropDatabasePropertiesReq;
import io.milvus.v2.service.database.request.DropDatabaseReq;
import io.milvus.v2.service.partition.request.CreatePartitionReq;
import io.milvus.v2.service.partition.request.DropPartitionReq;
import io.milvus.v2.service.partition.request.GetPartitionStatsReq;
import io.milvus.v2.service.partition.request.HasPartitionReq;
import io.milvus.v2.service.partition.request.ListPartitionsReq;
import io.milvus.v2.service.partition.request.LoadPartitionsReq;
import io.milvus.v2.service.partition.request.ReleasePartitionsReq;
import io.milvus.v2.service.utility.request.AlterAliasReq;
import io.milvus.v2.service.utility.request.CreateAliasReq;
import io.milvus.v2.service.utility.request.DescribeAliasReq;
import io.milvus.v2.service.utility.request.DropAliasReq;
import io.milvus.v2.service.utility.request.FlushReq;
import io.milvus.v2.service.utility.request.GetCompactionStateReq;
import io.milvus.v2.service.utility.request.ListAliasesReq;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * The calls that carry no rows are the messages that the SDK's client sends.
 */
class AdministrationParityTests {

	private static final LoadScope SCOPE = new LoadScope(2, List.of("id"), true, List.of("group"));

	private final FakeMilvus server = new FakeMilvus();

	private final MilvusConnection connection = MilvusConnection.open(this.server.settings());

	@AfterEach
	void close() {
		this.connection.close();
		this.server.close();
	}

	static Stream<Arguments> calls() {
		return Stream.of(
				call(CollectionRequests.exists("a"),
						(sdk) -> sdk.hasCollection(HasCollectionReq.builder().collectionName("a").build())),
				call(CollectionRequests.list(), (sdk) -> sdk.listCollections()),
				call(CollectionRequests.rename("a", "b"),
						(sdk) -> sdk.renameCollection(
								RenameCollectionReq.builder().collectionName("a").newCollectionName("b").build())),
				call(CollectionRequests.truncate("a"),
						(sdk) -> sdk.truncateCollection(TruncateCollectionReq.builder().collectionName("a").build())),
				call(CollectionRequests.drop("a"),
						(sdk) -> sdk.dropCollection(DropCollectionReq.builder().collectionName("a").build())),
				call(CollectionRequests.rows("a"),
						(sdk) -> sdk.getCollectionStats(GetCollectionStatsReq.builder().collectionName("a").build())),
				call(CollectionRequests.flush("a"),
						(sdk) -> sdk.flush(FlushReq.builder().collectionNames(List.of("a")).build())),
				call(CollectionRequests.compactionState("a", 7),
						(sdk) -> sdk.getCompactionState(GetCompactionStateReq.builder().compactionID(7L).build())),
				call(LoadRequests.load("a", SCOPE),
						(sdk) -> sdk.loadCollection(LoadCollectionReq.builder()
							.collectionName("a")
							.numReplicas(2)
							.loadFields(List.of("id"))
							.skipLoadDynamicField(true)
							.resourceGroups(List.of("group"))
							.sync(false)
							.build())),
				call(LoadRequests.refresh("a"),
						(sdk) -> sdk.refreshLoad(RefreshLoadReq.builder().collectionName("a").sync(false).build())),
				call(LoadRequests.load("a", List.of("p"), SCOPE),
						(sdk) -> sdk.loadPartitions(LoadPartitionsReq.builder()
							.collectionName("a")
							.partitionNames(List.of("p"))
							.numReplicas(2)
							.loadFields(List.of("id"))
							.skipLoadDynamicField(true)
							.resourceGroups(List.of("group"))
							.sync(false)
							.build())),
				call(LoadRequests.release("a"),
						(sdk) -> sdk.releaseCollection(ReleaseCollectionReq.builder().collectionName("a").build())),
				call(LoadRequests.release("a", List.of("p")), (sdk) -> sdk.releasePartitions(
						ReleasePartitionsReq.builder().collectionName("a").partitionNames(List.of("p")).build())),
				call(LoadRequests.state("a", List.of("p")),
						(sdk) -> sdk
							.getLoadState(GetLoadStateReq.builder().collectionName("a").partitionName("p").build())),
				call(PartitionRequests.list("a"),
						(sdk) -> sdk.listPartitions(ListPartitionsReq.builder().collectionName("a").build())),
				call(PartitionRequests.exists("a", "p"),
						(sdk) -> sdk
							.hasPartition(HasPartitionReq.builder().collectionName("a").partitionName("p").build())),
				call(PartitionRequests.create("a", "p"),
						(sdk) -> sdk.createPartition(
								CreatePartitionReq.builder().collectionName("a").partitionName("p").build())),
				call(PartitionRequests.drop("a", "p"),
						(sdk) -> sdk
							.dropPartition(DropPartitionReq.builder().collectionName("a").partitionName("p").build())),
				call(PartitionRequests.rows("a", "p"),
						(sdk) -> sdk.getPartitionStats(
								GetPartitionStatsReq.builder().collectionName("a").partitionName("p").build())),
				call(AliasRequests.create("d", "x", "a"),
						(sdk) -> sdk.createAlias(
								CreateAliasReq.builder().databaseName("d").alias("x").collectionName("a").build())),
				call(AliasRequests.alter("d", "x", "a"),
						(sdk) -> sdk.alterAlias(
								AlterAliasReq.builder().databaseName("d").alias("x").collectionName("a").build())),
				call(AliasRequests.drop("d", "x"),
						(sdk) -> sdk.dropAlias(DropAliasReq.builder().databaseName("d").alias("x").build())),
				call(AliasRequests.list("d", "a"),
						(sdk) -> sdk
							.listAliases(ListAliasesReq.builder().databaseName("d").collectionName("a").build())),
				call(AliasRequests.describe("d", "x"),
						(sdk) -> sdk.describeAlias(DescribeAliasReq.builder().databaseName("d").alias("x").build())),
				call(DatabaseRequests.list(), (sdk) -> sdk.listDatabases()),
				call(DatabaseRequests.create("d", Map.of("k", "v")),
						(sdk) -> sdk.createDatabase(
								CreateDatabaseReq.builder().databaseName("d").properties(Map.of("k", "v")).build())),
				call(DatabaseRequests.drop("d"),
						(sdk) -> sdk.dropDatabase(DropDatabaseReq.builder().databaseName("d").build())),
				call(DatabaseRequests.describe("d"),
						(sdk) -> sdk.describeDatabase(DescribeDatabaseReq.builder().databaseName("d").build())),
				call(DatabaseRequests.alter("d", Map.of("k", "v"), List.of()), (sdk) -> sdk.alterDatabaseProperties(
						AlterDatabasePropertiesReq.builder().databaseName("d").properties(Map.of("k", "v")).build())),
				call(DatabaseRequests.alter("d", Map.of(), List.of("k")), (sdk) -> sdk.dropDatabaseProperties(
						DropDatabasePropertiesReq.builder().databaseName("d").propertyKeys(List.of("k")).build())));
	}

	private static Arguments call(AdministrationRequest<?> ours, Consumer<MilvusClientV2> theirs) {
		return arguments(ours, theirs);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void sendsTheMessageOfTheSdk(AdministrationRequest<?> ours, Consumer<MilvusClientV2> theirs) {
		assertThat(sent(() -> this.connection.calls().call(ours, null)))
			.isEqualTo(sent(() -> theirs.accept(this.connection.client())));
	}

	// The server answers hardly any of these calls.
	private Message sent(Runnable call) {
		this.server.messages().clear();
		catchThrowable(call::run);
		return this.server.messages().get(0);
	}

}
