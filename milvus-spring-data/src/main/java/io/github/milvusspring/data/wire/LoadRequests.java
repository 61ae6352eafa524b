package io.github.milvusspring.data.wire;

import java.util.List;

import io.milvus.grpc.GetLoadStateRequest;
import io.milvus.grpc.GetLoadingProgressRequest;
import io.milvus.grpc.GetLoadingProgressResponse;
import io.milvus.grpc.LoadCollectionRequest;
import io.milvus.grpc.LoadPartitionsRequest;
import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.grpc.ReleaseCollectionRequest;
import io.milvus.grpc.ReleasePartitionsRequest;

/**
 * The calls that load collections and partitions into memory, and release them.
 */
public final class LoadRequests {

	private LoadRequests() {
	}

	/**
	 * {@code LoadCollection}, which does not wait until the collection is loaded.
	 * @param collection the name of the collection
	 * @param scope what to load
	 * @return the call
	 */
	public static AdministrationRequest<Boolean> load(String collection, LoadScope scope) {
		return AdministrationRequest.of(Operation.changing("LoadCollection", collection),
				MilvusServiceGrpc.getLoadCollectionMethod(),
				LoadCollectionRequest.newBuilder()
					.setCollectionName(collection)
					.setReplicaNumber(scope.replicas())
					.addAllLoadFields(scope.fields())
					.setSkipLoadDynamicField(scope.skipDynamicField())
					.addAllResourceGroups(scope.resourceGroups())
					.build());
	}

	/** {@code LoadCollection} with {@code refresh}: loads what was imported since. */
	public static AdministrationRequest<Boolean> refresh(String collection) {
		return AdministrationRequest.of(Operation.changing("LoadCollection", collection),
				MilvusServiceGrpc.getLoadCollectionMethod(),
				LoadCollectionRequest.newBuilder().setCollectionName(collection).setRefresh(true).build());
	}

	/** {@code LoadPartitions}, which does not wait until they are loaded. */
	public static AdministrationRequest<Boolean> load(String collection, List<String> partitions, LoadScope scope) {
		return AdministrationRequest.of(Operation.changing("LoadPartitions", collection),
				MilvusServiceGrpc.getLoadPartitionsMethod(),
				LoadPartitionsRequest.newBuilder()
					.setCollectionName(collection)
					.addAllPartitionNames(partitions)
					.setReplicaNumber(scope.replicas())
					.addAllLoadFields(scope.fields())
					.setSkipLoadDynamicField(scope.skipDynamicField())
					.addAllResourceGroups(scope.resourceGroups())
					.build());
	}

	/** {@code ReleaseCollection}. */
	public static AdministrationRequest<Boolean> release(String collection) {
		return AdministrationRequest.of(Operation.changing("ReleaseCollection", collection),
				MilvusServiceGrpc.getReleaseCollectionMethod(),
				ReleaseCollectionRequest.newBuilder().setCollectionName(collection).build());
	}

	/** {@code ReleasePartitions}. */
	public static AdministrationRequest<Boolean> release(String collection, List<String> partitions) {
		return AdministrationRequest.of(Operation.changing("ReleasePartitions", collection),
				MilvusServiceGrpc.getReleasePartitionsMethod(),
				ReleasePartitionsRequest.newBuilder()
					.setCollectionName(collection)
					.addAllPartitionNames(partitions)
					.build());
	}

	/** {@code GetLoadState} of a collection, or of some of its partitions. */
	public static AdministrationRequest<Stage> state(String collection, List<String> partitions) {
		return AdministrationRequest.of(Operation.reading("GetLoadState", collection),
				MilvusServiceGrpc.getGetLoadStateMethod(),
				GetLoadStateRequest.newBuilder().setCollectionName(collection).addAllPartitionNames(partitions).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), (reply) -> switch (reply.getState()) {
					case LoadStateLoaded -> Stage.LOADED;
					case LoadStateLoading -> Stage.LOADING;
					case LoadStateNotExist -> Stage.MISSING;
					default -> Stage.NOT_LOADED;
				});
	}

	/**
	 * {@code GetLoadingProgress} of a collection, or of some of its partitions: the
	 * percentage.
	 */
	public static AdministrationRequest<Integer> progress(String collection, List<String> partitions) {
		return progress(collection, partitions, GetLoadingProgressResponse::getProgress);
	}

	/** {@code GetLoadingProgress} of a {@link #refresh}: the percentage. */
	public static AdministrationRequest<Integer> refreshProgress(String collection) {
		return progress(collection, List.of(), GetLoadingProgressResponse::getRefreshProgress);
	}

	private static AdministrationRequest<Integer> progress(String collection, List<String> partitions,
			java.util.function.ToLongFunction<GetLoadingProgressResponse> percentage) {
		return AdministrationRequest.of(Operation.reading("GetLoadingProgress", collection),
				MilvusServiceGrpc.getGetLoadingProgressMethod(),
				GetLoadingProgressRequest.newBuilder()
					.setCollectionName(collection)
					.addAllPartitionNames(partitions)
					.build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), (reply) -> (int) percentage.applyAsLong(reply));
	}

	/**
	 * What is loaded of a collection or of partitions.
	 *
	 * @param replicas the number of replicas
	 * @param fields the names of the fields, empty for all
	 * @param skipDynamicField whether the dynamic fields are left out
	 * @param resourceGroups the resource groups, empty for the default one
	 */
	public record LoadScope(int replicas, List<String> fields, boolean skipDynamicField, List<String> resourceGroups) {
	}

	/**
	 * The states of a collection or partition in memory.
	 */
	public enum Stage {

		/** The server knows no such collection or partition. */
		MISSING,

		/** It is not in memory. */
		NOT_LOADED,

		/** The server is loading it. */
		LOADING,

		/** It can be searched. */
		LOADED

	}

}
