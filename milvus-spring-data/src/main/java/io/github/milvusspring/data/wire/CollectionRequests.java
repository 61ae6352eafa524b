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
 * The calls that create, describe, change and drop collections, and those about their
 * storage.
 */
public final class CollectionRequests {

	private CollectionRequests() {
	}

	/** {@code CreateCollection}, without its indexes. */
	public static AdministrationRequest<Boolean> create(CollectionSchema collection) {
		return AdministrationRequest.of(Operation.changing("CreateCollection", collection.name()),
				MilvusServiceGrpc.getCreateCollectionMethod(), CollectionMessages.create(collection));
	}

	/** {@code DescribeCollection}. */
	public static AdministrationRequest<Description> describe(String collection) {
		return AdministrationRequest.of(Operation.reading("DescribeCollection", collection),
				MilvusServiceGrpc.getDescribeCollectionMethod(),
				DescribeCollectionRequest.newBuilder().setCollectionName(collection).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), Description::new);
	}

	/** {@code HasCollection}. */
	public static AdministrationRequest<Boolean> exists(String collection) {
		return AdministrationRequest.of(Operation.reading("HasCollection", collection),
				MilvusServiceGrpc.getHasCollectionMethod(),
				HasCollectionRequest.newBuilder().setCollectionName(collection).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), BoolResponse::getValue);
	}

	/** {@code ShowCollections}: the names of all collections of the database. */
	public static AdministrationRequest<List<String>> list() {
		return AdministrationRequest.of(Operation.reading("ShowCollections", ""),
				MilvusServiceGrpc.getShowCollectionsMethod(), ShowCollectionsRequest.getDefaultInstance(),
				(reply) -> ReplyStatus.of(reply.getStatus()), (reply) -> List.copyOf(reply.getCollectionNamesList()));
	}

	/** {@code RenameCollection}. */
	public static AdministrationRequest<Boolean> rename(String collection, String newName) {
		return AdministrationRequest.of(Operation.changing("RenameCollection", collection),
				MilvusServiceGrpc.getRenameCollectionMethod(),
				RenameCollectionRequest.newBuilder().setOldName(collection).setNewName(newName).build());
	}

	/** {@code TruncateCollection}. */
	public static AdministrationRequest<Boolean> truncate(String collection) {
		return AdministrationRequest.of(Operation.changing("TruncateCollection", collection),
				MilvusServiceGrpc.getTruncateCollectionMethod(),
				TruncateCollectionRequest.newBuilder().setCollectionName(collection).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), (reply) -> true);
	}

	/** {@code DropCollection}. */
	public static AdministrationRequest<Boolean> drop(String collection) {
		return AdministrationRequest.of(Operation.changing("DropCollection", collection),
				MilvusServiceGrpc.getDropCollectionMethod(),
				DropCollectionRequest.newBuilder().setCollectionName(collection).build());
	}

	/** {@code AlterCollection}, with the properties to set by their names in Milvus. */
	public static AdministrationRequest<Boolean> alter(String collection, Map<String, String> properties) {
		return AdministrationRequest.of(Operation.changing("AlterCollection", collection),
				MilvusServiceGrpc.getAlterCollectionMethod(),
				AlterCollectionRequest.newBuilder()
					.setCollectionName(collection)
					.addAllProperties(FieldMessages.pairs(properties))
					.build());
	}

	/** {@code AddCollectionField}. */
	public static AdministrationRequest<Boolean> addField(String collection, FieldSchema field) {
		return AdministrationRequest.of(Operation.changing("AddCollectionField", collection),
				MilvusServiceGrpc.getAddCollectionFieldMethod(),
				AddCollectionFieldRequest.newBuilder()
					.setCollectionName(collection)
					.setSchema(FieldMessages.write(field).toByteString())
					.build());
	}

	/**
	 * {@code AlterCollectionField}, with the properties to set by their names in Milvus.
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

	/** {@code AddCollectionFunction}. */
	public static AdministrationRequest<Boolean> addFunction(String collection, FunctionSchema function) {
		return AdministrationRequest.of(Operation.changing("AddCollectionFunction", collection),
				MilvusServiceGrpc.getAddCollectionFunctionMethod(),
				AddCollectionFunctionRequest.newBuilder()
					.setCollectionName(collection)
					.setFunctionSchema(CollectionMessages.write(function))
					.build());
	}

	/** {@code AlterCollectionFunction} of the function of this name. */
	public static AdministrationRequest<Boolean> alterFunction(String collection, FunctionSchema function) {
		return AdministrationRequest.of(Operation.changing("AlterCollectionFunction", collection),
				MilvusServiceGrpc.getAlterCollectionFunctionMethod(),
				AlterCollectionFunctionRequest.newBuilder()
					.setCollectionName(collection)
					.setFunctionName(function.name())
					.setFunctionSchema(CollectionMessages.write(function))
					.build());
	}

	/** {@code GetCollectionStatistics}: the number of flushed rows. */
	public static AdministrationRequest<Long> rows(String collection) {
		return AdministrationRequest.of(Operation.reading("GetCollectionStatistics", collection),
				MilvusServiceGrpc.getGetCollectionStatisticsMethod(),
				GetCollectionStatisticsRequest.newBuilder().setCollectionName(collection).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), (reply) -> rowCount(reply.getStatsList()));
	}

	static long rowCount(List<KeyValuePair> statistics) {
		return Long.parseLong(FieldMessages.values(statistics).getOrDefault("row_count", "0"));
	}

	/** {@code Flush}: the server writes the rows that it has in memory to its files. */
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
	 * {@code GetFlushState}: whether the segments of a {@link #flush} are in the files of
	 * the server.
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

	/** {@code ManualCompaction}: the number of the compaction. */
	public static AdministrationRequest<Long> compact(String collection, long collectionId) {
		return AdministrationRequest.of(Operation.changing("ManualCompaction", collection),
				MilvusServiceGrpc.getManualCompactionMethod(),
				ManualCompactionRequest.newBuilder().setCollectionID(collectionId).build(),
				(reply) -> ReplyStatus.of(reply.getStatus()), ManualCompactionResponse::getCompactionID);
	}

	/** {@code GetCompactionState}. */
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
		 * Returns the number that the server knows the collection by.
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
	 * @param timestamp the time of the flush, as the server counts it
	 */
	public record FlushedSegments(String collection, List<Long> ids, long timestamp) {
	}

	/**
	 * The progress of a compaction.
	 *
	 * @param completed whether it is finished
	 * @param executing the number of plans that are executed now
	 * @param done the number of plans that are finished
	 * @param timedOut the number of plans that took too long
	 */
	public record CompactionProgress(boolean completed, long executing, long done, long timedOut) {
	}

}
