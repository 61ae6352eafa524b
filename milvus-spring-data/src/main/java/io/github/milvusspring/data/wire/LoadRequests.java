package io.github.milvusspring.data.wire;

import java.util.List;
import java.util.function.ToLongFunction;

import io.milvus.grpc.GetLoadStateRequest;
import io.milvus.grpc.GetLoadingProgressRequest;
import io.milvus.grpc.GetLoadingProgressResponse;
import io.milvus.grpc.LoadCollectionRequest;
import io.milvus.grpc.LoadPartitionsRequest;
import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.grpc.ReleaseCollectionRequest;
import io.milvus.grpc.ReleasePartitionsRequest;

/**
 * Requests that load collections and partitions into memory, and that release them.
 */
public final class LoadRequests {

	private LoadRequests() {
	}

	/**
	 * Returns a {@code LoadCollection} request, which does not wait until the collection
	 * is loaded.
	 * @param collection the name of the collection
	 * @param scope what to load
	 * @return the request
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

	/**
	 * Returns a {@code LoadCollection} request with {@code refresh}, which loads the rows
	 * that were imported since the collection was loaded.
	 */
	public static AdministrationRequest<Boolean> refresh(String collection) {
		return AdministrationRequest.of(Operation.changing("LoadCollection", collection),
				MilvusServiceGrpc.getLoadCollectionMethod(),
				LoadCollectionRequest.newBuilder().setCollectionName(collection).setRefresh(true).build());
	}

	/**
	 * Returns a {@code LoadPartitions} request, which does not wait until they are
	 * loaded.
	 */
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

	/** Returns a {@code ReleaseCollection} request. */
	public static AdministrationRequest<Boolean> release(String collection) {
		return AdministrationRequest.of(Operation.changing("ReleaseCollection", collection),
				MilvusServiceGrpc.getReleaseCollectionMethod(),
				ReleaseCollectionRequest.newBuilder().setCollectionName(collection).build());
	}

	/** Returns a {@code ReleasePartitions} request. */
	public static AdministrationRequest<Boolean> release(String collection, List<String> partitions) {
		return AdministrationRequest.of(Operation.changing("ReleasePartitions", collection),
				MilvusServiceGrpc.getReleasePartitionsMethod(),
				ReleasePartitionsRequest.newBuilder()
					.setCollectionName(collection)
					.addAllPartitionNames(partitions)
					.build());
	}

	/**
	 * Returns a {@code GetLoadState} request for a collection or, if {@code partitions}
	 * is not empty, for these partitions.
	 */
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
	 * Returns a {@code GetLoadingProgress} request for the percentage that is loaded of a
	 * collection or, if {@code partitions} is not empty, of these partitions.
	 */
	public static AdministrationRequest<Integer> progress(String collection, List<String> partitions) {
		return progress(collection, partitions, GetLoadingProgressResponse::getProgress);
	}

	/**
	 * Returns a {@code GetLoadingProgress} request for the percentage of a
	 * {@link #refresh}.
	 */
	public static AdministrationRequest<Integer> refreshProgress(String collection) {
		return progress(collection, List.of(), GetLoadingProgressResponse::getRefreshProgress);
	}

	private static AdministrationRequest<Integer> progress(String collection, List<String> partitions,
			ToLongFunction<GetLoadingProgressResponse> percentage) {
		return AdministrationRequest.of(Operation.reading("GetLoadingProgress", collection),
				MilvusServiceGrpc.getGetLoadingProgressMethod(),
				GetLoadingProgressRequest.newBuilder()
					.setCollectionName(collection)
					.addAllPartitionNames(partitions)
					.build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), (reply) -> (int) percentage.applyAsLong(reply));
	}

	/**
	 * The part of a collection or of partitions that is loaded, and where it is loaded.
	 *
	 * @param replicas the number of replicas in memory
	 * @param fields the names of the fields, empty for all
	 * @param skipDynamicField whether the dynamic field is not loaded
	 * @param resourceGroups the resource groups, empty for the default one
	 */
	public record LoadScope(int replicas, List<String> fields, boolean skipDynamicField, List<String> resourceGroups) {
	}

	/**
	 * The load state of a collection or partition.
	 */
	public enum Stage {

		/** The server knows no such collection or partition. */
		MISSING,

		/** The collection or partition is not in memory. */
		NOT_LOADED,

		/** The server is loading the collection or partition. */
		LOADING,

		/** The collection or partition is in memory and can be searched. */
		LOADED

	}

}
