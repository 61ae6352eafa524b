package io.github.milvusspring.data.wire;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.milvusspring.data.mapping.CollectionSchema;
import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.FunctionSchema;
import io.github.milvusspring.data.mapping.IndexSchema;
import io.milvus.grpc.AddCollectionFieldRequest;
import io.milvus.grpc.AddCollectionFunctionRequest;
import io.milvus.grpc.AlterCollectionFieldRequest;
import io.milvus.grpc.AlterCollectionFunctionRequest;
import io.milvus.grpc.AlterCollectionRequest;
import io.milvus.grpc.AlterIndexRequest;
import io.milvus.grpc.DescribeCollectionRequest;
import io.milvus.grpc.DescribeCollectionResponse;
import io.milvus.grpc.DescribeIndexRequest;
import io.milvus.grpc.DescribeIndexResponse;
import io.milvus.grpc.DropIndexRequest;
import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.grpc.Status;
import io.milvus.shaded.io.grpc.Channel;
import io.milvus.shaded.io.grpc.StatusRuntimeException;

/**
 * The calls that create, describe and change collections, in the protocol's own messages,
 * for there are types of fields that the SDK's client has no names for.
 */
public final class SchemaCalls {

	private static final int NO_INDEX = 700;

	private static final int NO_INDEX_LEGACY = 11;

	private final MilvusServiceGrpc.MilvusServiceBlockingStub stub;

	private final MilvusExceptionTranslator translator;

	SchemaCalls(Channel channel, MilvusExceptionTranslator translator) {
		this.stub = MilvusServiceGrpc.newBlockingStub(channel);
		this.translator = translator;
	}

	/**
	 * Calls {@code CreateCollection}.
	 * @param collection the new collection; its indexes are not made
	 * @throws org.springframework.dao.DataAccessException when the server refuses
	 */
	public void create(CollectionSchema collection) {
		call("CreateCollection", collection.name(),
				(server) -> server.createCollection(CollectionMessages.create(collection)));
	}

	/**
	 * Calls {@code DescribeCollection} and {@code DescribeIndex}.
	 * @param collection the name of the collection
	 * @return everything the server says of it
	 * @throws org.springframework.dao.DataAccessException when there is none of that name
	 */
	public CollectionSchema describe(String collection) {
		DescribeCollectionRequest request = DescribeCollectionRequest.newBuilder()
			.setCollectionName(collection)
			.build();
		Action action = Action.of("DescribeCollection", collection);
		DescribeCollectionResponse response = call(action, (server) -> server.describeCollection(request));
		check(action, response.getStatus());
		return CollectionMessages.read(response, indexes(collection).stream().map(IndexState::index).toList());
	}

	/**
	 * Calls {@code DescribeIndex}.
	 * @param collection the name of the collection
	 * @return all its indexes, empty for none
	 * @throws org.springframework.dao.DataAccessException when the server refuses
	 */
	public List<IndexState> indexes(String collection) {
		DescribeIndexRequest request = DescribeIndexRequest.newBuilder().setCollectionName(collection).build();
		Action action = Action.of("DescribeIndex", collection);
		DescribeIndexResponse response = call(action, (server) -> server.describeIndex(request));
		ReplyStatus status = ReplyStatus.of(response.getStatus());
		if (status.code() == NO_INDEX || status.legacyCode() == NO_INDEX_LEGACY) {
			return List.of();
		}
		check(action, response.getStatus());
		return response.getIndexDescriptionsList().stream().map(IndexMessages::read).toList();
	}

	/**
	 * Calls {@code CreateIndex}, which does not wait for the index to be built.
	 * @param collection the name of the collection
	 * @param index the new index
	 * @throws org.springframework.dao.DataAccessException when the server refuses
	 */
	public void createIndex(String collection, IndexSchema index) {
		call("CreateIndex", collection, (server) -> server.createIndex(IndexMessages.create(collection, index)));
	}

	/**
	 * Calls {@code DropIndex}.
	 * @param collection the name of the collection
	 * @param index the index
	 * @throws org.springframework.dao.DataAccessException when the server refuses
	 */
	public void dropIndex(String collection, IndexSchema index) {
		DropIndexRequest request = DropIndexRequest.newBuilder()
			.setCollectionName(collection)
			.setFieldName(index.field())
			.setIndexName(index.name())
			.build();
		call("DropIndex", collection, (server) -> server.dropIndex(request));
	}

	/**
	 * Calls {@code AddCollectionField}.
	 * @param collection the name of the collection
	 * @param field the new field
	 * @throws org.springframework.dao.DataAccessException when the server refuses
	 */
	public void addField(String collection, FieldSchema field) {
		AddCollectionFieldRequest request = AddCollectionFieldRequest.newBuilder()
			.setCollectionName(collection)
			.setSchema(FieldMessages.write(field).toByteString())
			.build();
		call("AddCollectionField", collection, (server) -> server.addCollectionField(request));
	}

	/**
	 * Calls {@code AlterCollection}.
	 * @param collection the name of the collection
	 * @param properties the properties to set, in Milvus's own words
	 * @throws org.springframework.dao.DataAccessException when the server refuses
	 */
	public void alterCollection(String collection, Map<String, String> properties) {
		AlterCollectionRequest request = AlterCollectionRequest.newBuilder()
			.setCollectionName(collection)
			.addAllProperties(FieldMessages.pairs(properties))
			.build();
		call("AlterCollection", collection, (server) -> server.alterCollection(request));
	}

	/**
	 * Calls {@code AlterCollectionField}.
	 * @param collection the name of the collection
	 * @param field the name of the field
	 * @param properties the properties to set, in Milvus's own words
	 * @throws org.springframework.dao.DataAccessException when the server refuses
	 */
	public void alterField(String collection, String field, Map<String, String> properties) {
		AlterCollectionFieldRequest request = AlterCollectionFieldRequest.newBuilder()
			.setCollectionName(collection)
			.setFieldName(field)
			.addAllProperties(FieldMessages.pairs(properties))
			.build();
		call("AlterCollectionField", collection, (server) -> server.alterCollectionField(request));
	}

	/**
	 * Calls {@code AlterIndex}.
	 * @param collection the name of the collection
	 * @param index the name of the index
	 * @param properties the properties to set, in Milvus's own words
	 * @throws org.springframework.dao.DataAccessException when the server refuses
	 */
	public void alterIndex(String collection, String index, Map<String, String> properties) {
		AlterIndexRequest request = AlterIndexRequest.newBuilder()
			.setCollectionName(collection)
			.setIndexName(index)
			.addAllExtraParams(FieldMessages.pairs(properties))
			.build();
		call("AlterIndex", collection, (server) -> server.alterIndex(request));
	}

	/**
	 * Calls {@code AddCollectionFunction}.
	 * @param collection the name of the collection
	 * @param function the new function
	 * @throws org.springframework.dao.DataAccessException when the server refuses
	 */
	public void addFunction(String collection, FunctionSchema function) {
		AddCollectionFunctionRequest request = AddCollectionFunctionRequest.newBuilder()
			.setCollectionName(collection)
			.setFunctionSchema(CollectionMessages.write(function))
			.build();
		call("AddCollectionFunction", collection, (server) -> server.addCollectionFunction(request));
	}

	/**
	 * Calls {@code AlterCollectionFunction}.
	 * @param collection the name of the collection
	 * @param function the function as it shall be, under the name it has
	 * @throws org.springframework.dao.DataAccessException when the server refuses
	 */
	public void alterFunction(String collection, FunctionSchema function) {
		AlterCollectionFunctionRequest request = AlterCollectionFunctionRequest.newBuilder()
			.setCollectionName(collection)
			.setFunctionName(function.name())
			.setFunctionSchema(CollectionMessages.write(function))
			.build();
		call("AlterCollectionFunction", collection, (server) -> server.alterCollectionFunction(request));
	}

	private void call(String operation, String collection,
			Function<MilvusServiceGrpc.MilvusServiceBlockingStub, Status> call) {
		Action action = Action.of(operation, collection);
		check(action, call(action, call));
	}

	private <R> R call(Action action, Function<MilvusServiceGrpc.MilvusServiceBlockingStub, R> call) {
		try {
			return call.apply(this.stub);
		}
		catch (StatusRuntimeException ex) {
			throw this.translator.translate(action, ex);
		}
	}

	private void check(Action action, Status message) {
		ReplyStatus status = ReplyStatus.of(message);
		if (status.failed()) {
			throw this.translator.translate(action, status);
		}
	}

}
