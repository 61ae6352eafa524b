package io.github.milvusspring.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.milvus.v2.client.ConnectConfig;
import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.client.RetryConfig;
import io.milvus.v2.common.DataType;
import io.milvus.v2.common.IndexParam;
import io.milvus.v2.service.collection.request.AddFieldReq;
import io.milvus.v2.service.collection.request.CreateCollectionReq;
import io.milvus.v2.service.collection.request.LoadCollectionReq;
import io.milvus.v2.service.database.request.CreateDatabaseReq;
import io.milvus.v2.service.index.request.CreateIndexReq;
import io.milvus.v2.service.utility.request.FlushReq;
import io.milvus.v2.service.vector.request.DeleteReq;
import io.milvus.v2.service.vector.request.QueryReq;
import io.milvus.v2.service.vector.request.UpsertReq;

/**
 * A collection of rows with a number and a vector, accessed by a separate client.
 */
final class Rows implements AutoCloseable {

	private static final String COLLECTION = "rows";

	private final MilvusClientV2 client;

	private final int dimension;

	Rows(MilvusLite lite, int dimension) {
		this.client = new MilvusClientV2(ConnectConfig.builder().uri(lite.uri()).rpcDeadlineMs(30_000).build());
		this.client.retryConfig(RetryConfig.builder().maxRetryTimes(1).build());
		this.dimension = dimension;
	}

	MilvusClientV2 client() {
		return this.client;
	}

	Rows create() {
		CreateCollectionReq.CollectionSchema schema = CreateCollectionReq.CollectionSchema.builder().build();
		schema.addField(AddFieldReq.builder().fieldName("id").dataType(DataType.Int64).isPrimaryKey(true).build());
		schema.addField(AddFieldReq.builder()
			.fieldName("vector")
			.dataType(DataType.FloatVector)
			.dimension(this.dimension)
			.build());
		this.client.createCollection(
				CreateCollectionReq.builder().collectionName(COLLECTION).collectionSchema(schema).build());
		this.client.createIndex(CreateIndexReq.builder()
			.collectionName(COLLECTION)
			.sync(false)
			.indexParams(List.of(IndexParam.builder()
				.fieldName("vector")
				.indexType(IndexParam.IndexType.FLAT)
				.metricType(IndexParam.MetricType.L2)
				.build()))
			.build());
		return load();
	}

	Rows load() {
		this.client.loadCollection(LoadCollectionReq.builder().collectionName(COLLECTION).build());
		return this;
	}

	/**
	 * Writes the rows with the numbers from {@code from} (inclusive) to {@code to}
	 * (exclusive).
	 */
	void upsert(long from, long to) {
		List<JsonObject> rows = new ArrayList<>();
		LongStream.range(from, to).forEach((id) -> {
			JsonObject row = new JsonObject();
			row.addProperty("id", id);
			JsonArray vector = new JsonArray();
			for (int i = 0; i < this.dimension; i++) {
				vector.add((float) (id % 100));
			}
			row.add("vector", vector);
			rows.add(row);
		});
		this.client.upsert(UpsertReq.builder().collectionName(COLLECTION).data(rows).build());
	}

	void delete() {
		this.client.delete(DeleteReq.builder().collectionName(COLLECTION).ids(List.of(0L)).build());
	}

	void flush() {
		this.client.flush(FlushReq.builder().collectionNames(List.of(COLLECTION)).build());
	}

	void createDatabase(String name) {
		this.client.createDatabase(CreateDatabaseReq.builder().databaseName(name).build());
	}

	/** Returns the numbers of all rows. */
	List<Long> ids() {
		return this.client
			.query(QueryReq.builder().collectionName(COLLECTION).filter("id >= 0").outputFields(List.of("id")).build())
			.getQueryResults()
			.stream()
			.map((row) -> (Long) row.getEntity().get("id"))
			.toList();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
