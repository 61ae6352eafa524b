package io.github.milvusspring.data.wire;

import java.util.List;

import io.milvus.grpc.BoolResponse;
import io.milvus.grpc.CreatePartitionRequest;
import io.milvus.grpc.DropPartitionRequest;
import io.milvus.grpc.GetPartitionStatisticsRequest;
import io.milvus.grpc.HasPartitionRequest;
import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.grpc.ShowPartitionsRequest;

/**
 * Requests that administer the partitions of a collection.
 */
public final class PartitionRequests {

	private PartitionRequests() {
	}

	/** Returns a {@code ShowPartitions} request for the names of all partitions. */
	public static AdministrationRequest<List<String>> list(String collection) {
		return AdministrationRequest.of(Operation.reading("ShowPartitions", collection),
				MilvusServiceGrpc.getShowPartitionsMethod(),
				ShowPartitionsRequest.newBuilder().setCollectionName(collection).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), (reply) -> List.copyOf(reply.getPartitionNamesList()));
	}

	/** Returns a {@code HasPartition} request. */
	public static AdministrationRequest<Boolean> exists(String collection, String partition) {
		return AdministrationRequest.of(Operation.reading("HasPartition", collection),
				MilvusServiceGrpc.getHasPartitionMethod(),
				HasPartitionRequest.newBuilder().setCollectionName(collection).setPartitionName(partition).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), BoolResponse::getValue);
	}

	/** Returns a {@code CreatePartition} request. */
	public static AdministrationRequest<Boolean> create(String collection, String partition) {
		return AdministrationRequest.of(Operation.changing("CreatePartition", collection),
				MilvusServiceGrpc.getCreatePartitionMethod(),
				CreatePartitionRequest.newBuilder().setCollectionName(collection).setPartitionName(partition).build());
	}

	/** Returns a {@code DropPartition} request. */
	public static AdministrationRequest<Boolean> drop(String collection, String partition) {
		return AdministrationRequest.of(Operation.changing("DropPartition", collection),
				MilvusServiceGrpc.getDropPartitionMethod(),
				DropPartitionRequest.newBuilder().setCollectionName(collection).setPartitionName(partition).build());
	}

	/**
	 * Returns a {@code GetPartitionStatistics} request for the number of flushed rows.
	 */
	public static AdministrationRequest<Long> rows(String collection, String partition) {
		return AdministrationRequest.of(Operation.reading("GetPartitionStatistics", collection),
				MilvusServiceGrpc.getGetPartitionStatisticsMethod(),
				GetPartitionStatisticsRequest.newBuilder()
					.setCollectionName(collection)
					.setPartitionName(partition)
					.build(),
				(reply) -> ReplyStatus.of(reply.getStatus()),
				(reply) -> CollectionRequests.rowCount(reply.getStatsList()));
	}

}
