package io.github.milvusspring.data.wire;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.IndexSchema;
import io.milvus.grpc.AlterIndexRequest;
import io.milvus.grpc.DescribeIndexRequest;
import io.milvus.grpc.DropIndexRequest;
import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.grpc.Status;

/**
 * Requests that create, describe, change and drop indexes.
 */
public final class IndexRequests {

	private static final int NO_INDEX = 700;

	private static final int NO_INDEX_LEGACY = 11;

	private IndexRequests() {
	}

	/**
	 * Returns a {@code DescribeIndex} request for all indexes of a collection. If there
	 * are none, the reply is an empty list and not an error.
	 */
	public static AdministrationRequest<List<IndexState>> describe(String collection) {
		return AdministrationRequest.of(Operation.reading("DescribeIndex", collection),
				MilvusServiceGrpc.getDescribeIndexMethod(),
				DescribeIndexRequest.newBuilder().setCollectionName(collection).build(),
				(reply) -> status(reply.getStatus()),
				(reply) -> reply.getIndexDescriptionsList().stream().map(IndexMessages::read).toList());
	}

	private static ReplyStatus status(Status message) {
		ReplyStatus status = ReplyStatus.of(message);
		boolean none = status.code() == NO_INDEX || status.legacyCode() == NO_INDEX_LEGACY;
		return none ? ReplyStatus.SUCCESS : status;
	}

	/**
	 * Returns a {@code CreateIndex} request, which does not wait until the index is
	 * built.
	 */
	public static AdministrationRequest<Boolean> create(String collection, IndexSchema index) {
		return AdministrationRequest.of(Operation.changing("CreateIndex", collection),
				MilvusServiceGrpc.getCreateIndexMethod(), IndexMessages.create(collection, index));
	}

	/**
	 * Returns an {@code AlterIndex} request that sets properties, by their names in
	 * Milvus.
	 */
	public static AdministrationRequest<Boolean> alter(String collection, String index,
			Map<String, String> properties) {
		return AdministrationRequest.of(Operation.changing("AlterIndex", collection),
				MilvusServiceGrpc.getAlterIndexMethod(),
				AlterIndexRequest.newBuilder()
					.setCollectionName(collection)
					.setIndexName(index)
					.addAllExtraParams(FieldMessages.pairs(properties))
					.build());
	}

	/** Returns a {@code DropIndex} request. */
	public static AdministrationRequest<Boolean> drop(String collection, IndexSchema index) {
		return AdministrationRequest.of(Operation.changing("DropIndex", collection),
				MilvusServiceGrpc.getDropIndexMethod(),
				DropIndexRequest.newBuilder()
					.setCollectionName(collection)
					.setFieldName(index.field())
					.setIndexName(index.name())
					.build());
	}

}
