package io.github.milvusspring.data.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FunctionSchema;
import io.github.milvusspring.data.model.IndexSchema;
import io.milvus.grpc.AddCollectionFieldRequest;
import io.milvus.grpc.AddCollectionFunctionRequest;
import io.milvus.grpc.AlterCollectionFieldRequest;
import io.milvus.grpc.AlterCollectionFunctionRequest;
import io.milvus.grpc.AlterCollectionRequest;
import io.milvus.grpc.BoolResponse;
import io.milvus.grpc.CompactionState;
import io.milvus.grpc.DescribeCollectionRequest;
import io.milvus.grpc.DescribeCollectionResponse;
import io.milvus.grpc.DropCollectionRequest;
import io.milvus.grpc.FlushRequest;
import io.milvus.grpc.FlushResponse;
import io.milvus.grpc.GetCollectionStatisticsRequest;
import io.milvus.grpc.GetCompactionStateRequest;
import io.milvus.grpc.GetFlushStateRequest;
import io.milvus.grpc.GetFlushStateResponse;
import io.milvus.grpc.HasCollectionRequest;
import io.milvus.grpc.KeyValuePair;
import io.milvus.grpc.ManualCompactionRequest;
import io.milvus.grpc.ManualCompactionResponse;
import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.grpc.RenameCollectionRequest;
import io.milvus.grpc.ShowCollectionsRequest;
import io.milvus.grpc.TruncateCollectionRequest;

/**
 * Requests that create, describe, change and drop collections, and that administer their
 * storage.
 */
public final class CollectionRequests {

	private CollectionRequests() {
	}

	/** Returns a {@code CreateCollection} request, which creates no indexes. */
	public static AdministrationRequest<Boolean> create(CollectionSchema collection) {
		return AdministrationRequest.of(Operation.changing("CreateCollection", collection.name()),
				MilvusServiceGrpc.getCreateCollectionMethod(), CollectionMessages.create(collection));
	}

	/** Returns a {@code DescribeCollection} request. */
	public static AdministrationRequest<Description> describe(String collection) {
		return AdministrationRequest.of(Operation.reading("DescribeCollection", collection),
				MilvusServiceGrpc.getDescribeCollectionMethod(),
				DescribeCollectionRequest.newBuilder().setCollectionName(collection).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), Description::new);
	}

	/** Returns a {@code HasCollection} request. */
	public static AdministrationRequest<Boolean> exists(String collection) {
		return AdministrationRequest.of(Operation.reading("HasCollection", collection),
				MilvusServiceGrpc.getHasCollectionMethod(),
				HasCollectionRequest.newBuilder().setCollectionName(collection).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), BoolResponse::getValue);
	}

	/**
	 * Returns a {@code ShowCollections} request for the names of all collections of the
	 * database.
	 */
	public static AdministrationRequest<List<String>> list() {
		return AdministrationRequest.of(Operation.reading("ShowCollections", ""),
				MilvusServiceGrpc.getShowCollectionsMethod(), ShowCollectionsRequest.getDefaultInstance(),
				(reply) -> ReplyStatus.of(reply.getStatus()), (reply) -> List.copyOf(reply.getCollectionNamesList()));
	}

	/** Returns a {@code RenameCollection} request. */
	public static AdministrationRequest<Boolean> rename(String collection, String newName) {
		return AdministrationRequest.of(Operation.changing("RenameCollection", collection),
				MilvusServiceGrpc.getRenameCollectionMethod(),
				RenameCollectionRequest.newBuilder().setOldName(collection).setNewName(newName).build());
	}

	/** Returns a {@code TruncateCollection} request. */
	public static AdministrationRequest<Boolean> truncate(String collection) {
		return AdministrationRequest.of(Operation.changing("TruncateCollection", collection),
				MilvusServiceGrpc.getTruncateCollectionMethod(),
				TruncateCollectionRequest.newBuilder().setCollectionName(collection).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), (reply) -> true);
	}

	/** Returns a {@code DropCollection} request. */
	public static AdministrationRequest<Boolean> drop(String collection) {
		return AdministrationRequest.of(Operation.changing("DropCollection", collection),
				MilvusServiceGrpc.getDropCollectionMethod(),
				DropCollectionRequest.newBuilder().setCollectionName(collection).build());
	}

	/**
	 * Returns an {@code AlterCollection} request that sets properties, by their names in
	 * Milvus.
	 */
	public static AdministrationRequest<Boolean> alter(String collection, Map<String, String> properties) {
		return AdministrationRequest.of(Operation.changing("AlterCollection", collection),
				MilvusServiceGrpc.getAlterCollectionMethod(),
				AlterCollectionRequest.newBuilder()
					.setCollectionName(collection)
					.addAllProperties(FieldMessages.pairs(properties))
					.build());
	}

	/** Returns an {@code AddCollectionField} request. */
	public static AdministrationRequest<Boolean> addField(String collection, FieldSchema field) {
		return AdministrationRequest.of(Operation.changing("AddCollectionField", collection),
				MilvusServiceGrpc.getAddCollectionFieldMethod(),
				AddCollectionFieldRequest.newBuilder()
					.setCollectionName(collection)
					.setSchema(FieldMessages.write(field).toByteString())
					.build());
	}

	/**
	 * Returns an {@code AlterCollectionField} request that sets properties, by their
	 * names in Milvus.
	 */
	public static AdministrationRequest<Boolean> alterField(String collection, String field,
			Map<String, String> properties) {
		return AdministrationRequest.of(Operation.changing("AlterCollectionField", collection),
				MilvusServiceGrpc.getAlterCollectionFieldMethod(),
				AlterCollectionFieldRequest.newBuilder()
					.setCollectionName(collection)
					.setFieldName(field)
					.addAllProperties(FieldMessages.pairs(properties))
					.build());
	}

	/** Returns an {@code AddCollectionFunction} request. */
	public static AdministrationRequest<Boolean> addFunction(String collection, FunctionSchema function) {
		return AdministrationRequest.of(Operation.changing("AddCollectionFunction", collection),
				MilvusServiceGrpc.getAddCollectionFunctionMethod(),
				AddCollectionFunctionRequest.newBuilder()
					.setCollectionName(collection)
					.setFunctionSchema(CollectionMessages.write(function))
					.build());
	}

	/**
	 * Returns an {@code AlterCollectionFunction} request for the function of the same
	 * name.
	 */
	public static AdministrationRequest<Boolean> alterFunction(String collection, FunctionSchema function) {
		return AdministrationRequest.of(Operation.changing("AlterCollectionFunction", collection),
				MilvusServiceGrpc.getAlterCollectionFunctionMethod(),
				AlterCollectionFunctionRequest.newBuilder()
					.setCollectionName(collection)
					.setFunctionName(function.name())
					.setFunctionSchema(CollectionMessages.write(function))
					.build());
	}

	/**
	 * Returns a {@code GetCollectionStatistics} request for the number of flushed rows.
	 */
	public static AdministrationRequest<Long> rows(String collection) {
		return AdministrationRequest.of(Operation.reading("GetCollectionStatistics", collection),
				MilvusServiceGrpc.getGetCollectionStatisticsMethod(),
				GetCollectionStatisticsRequest.newBuilder().setCollectionName(collection).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), (reply) -> rowCount(reply.getStatsList()));
	}

	static long rowCount(List<KeyValuePair> statistics) {
		return Long.parseLong(FieldMessages.values(statistics).getOrDefault("row_count", "0"));
	}

	/**
	 * Returns a {@code Flush} request, on which the server writes the rows that it has in
	 * memory to its files.
	 */
	public static AdministrationRequest<List<FlushedSegments>> flush(String collection) {
		return AdministrationRequest.of(Operation.changing("Flush", collection), MilvusServiceGrpc.getFlushMethod(),
				FlushRequest.newBuilder().addCollectionNames(collection).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), CollectionRequests::segments);
	}

	private static List<FlushedSegments> segments(FlushResponse reply) {
		List<FlushedSegments> segments = new ArrayList<>();
		reply.getCollSegIDsMap().forEach((name, ids) -> {
			Long timestamp = reply.getCollFlushTsMap().get(name);
			if (timestamp != null) {
				segments.add(new FlushedSegments(name, List.copyOf(ids.getDataList()), timestamp));
			}
		});
		return segments;
	}

	/**
	 * Returns a {@code GetFlushState} request, which asks whether the segments of a
	 * {@link #flush} are in the files of the server.
	 */
	public static AdministrationRequest<Boolean> flushed(FlushedSegments segments) {
		return AdministrationRequest.of(Operation.reading("GetFlushState", segments.collection()),
				MilvusServiceGrpc.getGetFlushStateMethod(),
				GetFlushStateRequest.newBuilder()
					.addAllSegmentIDs(segments.ids())
					.setFlushTs(segments.timestamp())
					.setCollectionName(segments.collection())
					.build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), GetFlushStateResponse::getFlushed);
	}

	/**
	 * Returns a {@code ManualCompaction} request, whose reply is the id of the
	 * compaction.
	 */
	public static AdministrationRequest<Long> compact(String collection, long collectionId) {
		return AdministrationRequest.of(Operation.changing("ManualCompaction", collection),
				MilvusServiceGrpc.getManualCompactionMethod(),
				ManualCompactionRequest.newBuilder().setCollectionID(collectionId).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), ManualCompactionResponse::getCompactionID);
	}

	/** Returns a {@code GetCompactionState} request. */
	public static AdministrationRequest<CompactionProgress> compactionState(String collection, long compaction) {
		return AdministrationRequest.of(Operation.reading("GetCompactionState", collection),
				MilvusServiceGrpc.getGetCompactionStateMethod(),
				GetCompactionStateRequest.newBuilder().setCompactionID(compaction).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()),
				(reply) -> new CompactionProgress(reply.getState() == CompactionState.Completed,
						reply.getExecutingPlanNo(), reply.getCompletedPlanNo(), reply.getTimeoutPlanNo()));
	}

	/**
	 * A collection as the server describes it.
	 *
	 * @param message the reply of the server
	 */
	public record Description(DescribeCollectionResponse message) {

		/**
		 * Returns the collection.
		 * @param indexes its indexes, which the server describes separately
		 * @return the collection with its indexes
		 */
		public CollectionSchema schema(List<IndexSchema> indexes) {
			return CollectionMessages.read(this.message, indexes);
		}

		/**
		 * Returns the id that the server gave the collection.
		 * @return the id
		 */
		public long id() {
			return this.message.getCollectionID();
		}

	}

	/**
	 * The segments that a flush writes to files.
	 *
	 * @param collection the name of the collection
	 * @param ids the ids of the segments
	 * @param timestamp the time of the flush as a timestamp of the server
	 */
	public record FlushedSegments(String collection, List<Long> ids, long timestamp) {
	}

	/**
	 * The progress of a compaction.
	 *
	 * @param completed whether it is finished
	 * @param executing the number of compaction plans that are being executed
	 * @param done the number of plans that are finished
	 * @param timedOut the number of plans that timed out
	 */
	public record CompactionProgress(boolean completed, long executing, long done, long timedOut) {
	}

}
