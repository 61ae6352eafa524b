package io.github.milvusspring.data.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.model.AnalyzerSchema;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.FunctionSchema;
import io.github.milvusspring.data.model.FunctionType;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.model.JsonCastType;
import io.github.milvusspring.data.model.Metric;
import io.milvus.grpc.AddCollectionFieldRequest;
import io.milvus.grpc.CreateCollectionRequest;
import io.milvus.grpc.CreateIndexRequest;
import io.milvus.grpc.DescribeCollectionResponse;
import io.milvus.grpc.IndexDescription;
import io.milvus.grpc.IndexState;
import io.milvus.grpc.KeyValuePair;
import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.common.DataType;
import io.milvus.v2.common.IndexParam;
import io.milvus.v2.service.collection.request.AddCollectionFieldReq;
import io.milvus.v2.service.collection.request.AddCollectionFunctionReq;
import io.milvus.v2.service.collection.request.AddFieldReq;
import io.milvus.v2.service.collection.request.AlterCollectionFieldReq;
import io.milvus.v2.service.collection.request.AlterCollectionFunctionReq;
import io.milvus.v2.service.collection.request.AlterCollectionPropertiesReq;
import io.milvus.v2.service.collection.request.CreateCollectionReq;
import io.milvus.v2.service.index.request.AlterIndexPropertiesReq;
import io.milvus.v2.service.index.request.CreateIndexReq;
import io.milvus.v2.service.index.request.DropIndexReq;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether what creates and changes a collection is what the SDK's client sends for the
 * same, written by hand.
 */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaParityTests {

	private final FakeMilvus server = new FakeMilvus();

	private final MilvusConnection connection = MilvusConnection.open(this.server.settings());

	@BeforeEach
	void forget() {
		this.server.requests().clear();
	}

	@AfterAll
	void close() {
		this.connection.close();
		this.server.close();
	}

	@Test
	void aCollectionWithEverythingTheSdkKnows() {
		CollectionSchema ours = CollectionSchema
			.of("things", List.of(FieldSchema.of("id", FieldType.VARCHAR).maxLength(40).primaryKey(true).build(),
					FieldSchema.of("tenant", FieldType.INT64).partitionKey(true).build(),
					FieldSchema.of("day", FieldType.INT32).clusteringKey(true).build(),
					FieldSchema.of("note", FieldType.VARCHAR).maxLength(9).nullable(true).defaultValue("none").build(),
					FieldSchema.of("rating", FieldType.FLOAT).nullable(true).defaultValue(0.5).build(),
					FieldSchema.of("tags", FieldType.ARRAY)
						.elementType(FieldType.VARCHAR)
						.maxLength(7)
						.maxCapacity(3)
						.build(),
					FieldSchema.of("more", FieldType.JSON).build(), FieldSchema.of("place", FieldType.GEOMETRY).build(),
					FieldSchema.of("at", FieldType.TIMESTAMPTZ).build(),
					FieldSchema.of("text", FieldType.VARCHAR)
						.maxLength(100)
						.analyzer(new AnalyzerSchema(true, Map.of("type", "english"), Map.of()))
						.build(),
					FieldSchema.of("words", FieldType.SPARSE_FLOAT_VECTOR).functionOutput(true).build(),
					FieldSchema.of("embedding", FieldType.FLOAT_VECTOR).dimension(4).functionOutput(true).build(),
					FieldSchema.of("bits", FieldType.BINARY_VECTOR).dimension(16).build(),
					FieldSchema.of("bytes", FieldType.INT8_VECTOR).dimension(8).build()))
			.description("Things")
			.dynamic(true)
			.functions(List.of(function(), embedding()))
			.shards(2)
			.partitions(32)
			.consistency(ConsistencyLevel.STRONG)
			.properties(Map.of("collection.ttl.seconds", "60"))
			.build();
		CreateCollectionReq.CollectionSchema theirs = CreateCollectionReq.CollectionSchema.builder()
			.enableDynamicField(true)
			.build();
		theirs.addField(field("id", DataType.VarChar).maxLength(40).isPrimaryKey(true).build());
		theirs.addField(field("tenant", DataType.Int64).isPartitionKey(true).build());
		theirs.addField(field("day", DataType.Int32).isClusteringKey(true).build());
		theirs.addField(field("note", DataType.VarChar).maxLength(9).isNullable(true).defaultValue("none").build());
		theirs.addField(field("rating", DataType.Float).isNullable(true).defaultValue(0.5f).build());
		theirs
			.addField(field("tags", DataType.Array).elementType(DataType.VarChar).maxLength(7).maxCapacity(3).build());
		theirs.addField(field("more", DataType.JSON).build());
		theirs.addField(field("place", DataType.Geometry).build());
		theirs.addField(field("at", DataType.Timestamptz).build());
		theirs.addField(field("text", DataType.VarChar).maxLength(100)
			.enableAnalyzer(true)
			.enableMatch(true)
			.analyzerParams(Map.of("type", "english"))
			.build());
		theirs.addField(field("words", DataType.SparseFloatVector).build());
		theirs.addField(field("embedding", DataType.FloatVector).dimension(4).build());
		theirs.addField(field("bits", DataType.BinaryVector).dimension(16).build());
		theirs.addField(field("bytes", DataType.Int8Vector).dimension(8).build());
		theirs.addFunction(theirFunction());
		theirs.addFunction(theirEmbedding());
		same(CollectionRequests.create(ours),
				(client) -> client.createCollection(CreateCollectionReq.builder()
					.collectionName("things")
					.description("Things")
					.collectionSchema(theirs)
					.numShards(2)
					.numPartitions(32)
					.consistencyLevel(io.milvus.v2.common.ConsistencyLevel.STRONG)
					.property("collection.ttl.seconds", "60")
					.build()));
	}

	@Test
	void analyzersByLanguageAndStructs() {
		Map<String, Object> languages = new LinkedHashMap<>();
		languages.put("analyzers", Map.of("default", Map.of("type", "standard")));
		languages.put("by_field", "language");
		CollectionSchema ours = CollectionSchema.of("things",
				List.of(FieldSchema.of("id", FieldType.INT64).primaryKey(true).autoId(true).build(),
						FieldSchema.of("text", FieldType.VARCHAR)
							.maxLength(65_535)
							.analyzer(new AnalyzerSchema(false, Map.of(), languages))
							.build(),
						FieldSchema.of("chunks", FieldType.ARRAY_OF_STRUCT)
							.maxCapacity(20)
							.structFields(List.of(FieldSchema.of("text", FieldType.VARCHAR).maxLength(50).build(),
									FieldSchema.of("vector", FieldType.FLOAT_VECTOR).dimension(4).build()))
							.build()))
			.build();
		CreateCollectionReq.CollectionSchema theirs = CreateCollectionReq.CollectionSchema.builder().build();
		theirs.addField(field("id", DataType.Int64).isPrimaryKey(true).autoID(true).build());
		theirs.addField(field("text", DataType.VarChar).enableAnalyzer(true).multiAnalyzerParams(languages).build());
		theirs.addField(field("chunks", DataType.Array).elementType(DataType.Struct)
			.maxCapacity(20)
			.addStructField(field("text", DataType.VarChar).maxLength(50).build())
			.addStructField(field("vector", DataType.FloatVector).dimension(4).build())
			.build());
		same(CollectionRequests.create(ours), (client) -> client
			.createCollection(CreateCollectionReq.builder().collectionName("things").collectionSchema(theirs).build()));
	}

	@Test
	void theSdkHasNoNameForText() throws InvalidProtocolBufferException {
		call(CollectionRequests
			.create(CollectionSchema.of("things", List.of(FieldSchema.of("text", FieldType.TEXT).build())).build()));
		CreateCollectionRequest sent = (CreateCollectionRequest) this.server.requests().get(0);
		assertThat(io.milvus.grpc.CollectionSchema.parseFrom(sent.getSchema()).getFields(0))
			.isEqualTo(io.milvus.grpc.FieldSchema.newBuilder()
				.setName("text")
				.setDataType(io.milvus.grpc.DataType.Text)
				.build());
	}

	@ParameterizedTest
	@EnumSource(IndexType.class)
	void everyIndexHasTheSdksName(IndexType type) {
		IndexSchema ours = new IndexSchema("i", "f", type, Metric.IP, Map.of("nlist", "64"));
		IndexParam theirs = IndexParam.builder()
			.fieldName("f")
			.indexName("i")
			.indexType(IndexParam.IndexType.valueOf(type.name()))
			.metricType(IndexParam.MetricType.IP)
			.extraParams(Map.of("nlist", 64))
			.build();
		same(IndexRequests.create("things", ours), (client) -> client.createIndex(
				CreateIndexReq.builder().collectionName("things").indexParams(List.of(theirs)).sync(false).build()));
	}

	@Test
	void anIndexOfAJsonPath() {
		IndexSchema ours = IndexSchema.json("more", "address.city", JsonCastType.VARCHAR);
		IndexParam theirs = IndexParam.builder()
			.fieldName("more")
			.indexName("more_address_city")
			.indexType(IndexParam.IndexType.INVERTED)
			.extraParams(Map.of("json_path", "more[\"address\"][\"city\"]", "json_cast_type", "VARCHAR"))
			.build();
		same(IndexRequests.create("things", ours), (client) -> client.createIndex(
				CreateIndexReq.builder().collectionName("things").indexParams(List.of(theirs)).sync(false).build()));
	}

	@Test
	void changesInPlace() {
		same(CollectionRequests.addField("things",
				FieldSchema.of("note", FieldType.VARCHAR).maxLength(9).nullable(true).build()),
				(client) -> client.addCollectionField(AddCollectionFieldReq.builder()
					.collectionName("things")
					.fieldName("note")
					.dataType(DataType.VarChar)
					.maxLength(9)
					.isNullable(true)
					.build()));
		same(CollectionRequests.alterField("things", "note", Map.of("max_length", "10")),
				(client) -> client.alterCollectionField(AlterCollectionFieldReq.builder()
					.collectionName("things")
					.fieldName("note")
					.property("max_length", "10")
					.build()));
		same(CollectionRequests.alter("things", Map.of("mmap.enabled", "true")),
				(client) -> client.alterCollectionProperties(AlterCollectionPropertiesReq.builder()
					.collectionName("things")
					.property("mmap.enabled", "true")
					.build()));
		same(IndexRequests.alter("things", "i", Map.of("mmap.enabled", "true")),
				(client) -> client.alterIndexProperties(AlterIndexPropertiesReq.builder()
					.collectionName("things")
					.indexName("i")
					.property("mmap.enabled", "true")
					.build()));
		same(IndexRequests.drop("things", IndexSchema.auto("embedding", Metric.L2)), (client) -> client.dropIndex(
				DropIndexReq.builder().collectionName("things").fieldName("embedding").indexName("embedding").build()));
		same(CollectionRequests.addFunction("things", embedding()), (client) -> client.addCollectionFunction(
				AddCollectionFunctionReq.builder().collectionName("things").function(theirEmbedding()).build()));
		same(CollectionRequests.alterFunction("things", embedding()), (client) -> client.alterCollectionFunction(
				AlterCollectionFunctionReq.builder().collectionName("things").function(theirEmbedding()).build()));
	}

	@Test
	void whatIsCreatedIsDescribedAgain() throws InvalidProtocolBufferException {
		IndexSchema index = IndexSchema.hnsw("embedding", Metric.L2, 16, 64);
		CollectionSchema declared = CollectionSchema
			.of("things",
					List.of(FieldSchema.of("id", FieldType.INT64).primaryKey(true).autoId(true).build(),
							FieldSchema.of("day", FieldType.INT8).clusteringKey(true).defaultValue(1L).build(),
							FieldSchema.of("text", FieldType.TEXT)
								.analyzer(new AnalyzerSchema(true, Map.of("tokenizer", "icu"), Map.of()))
								.build(),
							FieldSchema.of("words", FieldType.SPARSE_FLOAT_VECTOR).functionOutput(true).build(),
							FieldSchema.of("embedding", FieldType.FLOAT_VECTOR)
								.dimension(4)
								.metric(Metric.L2)
								.properties(Map.of("mmap.enabled", "true"))
								.build(),
							FieldSchema.of("chunks", FieldType.ARRAY_OF_STRUCT)
								.maxCapacity(20)
								.structFields(List.of(FieldSchema.of("text", FieldType.VARCHAR).maxLength(50).build(),
										FieldSchema.of("vector", FieldType.FLOAT_VECTOR)
											.dimension(4)
											.metric(Metric.MAX_SIM_IP)
											.build()))
								.build()))
			.description("Things")
			.dynamic(true)
			.functions(List.of(function()))
			.indexes(List.of(index, IndexSchema.auto("chunks[vector]", Metric.MAX_SIM_IP)))
			.shards(2)
			.partitions(16)
			.consistency(ConsistencyLevel.EVENTUALLY)
			.properties(Map.of("collection.ttl.seconds", "60"))
			.build();
		call(CollectionRequests.create(declared));
		CreateCollectionRequest sent = (CreateCollectionRequest) this.server.requests().get(0);
		this.server.onDescribe((observer) -> {
			try {
				observer.onNext(DescribeCollectionResponse.newBuilder()
					.setCollectionName("things")
					.setSchema(io.milvus.grpc.CollectionSchema.parseFrom(sent.getSchema()))
					.setShardsNum(sent.getShardsNum())
					.setNumPartitions(sent.getNumPartitions())
					.setConsistencyLevel(sent.getConsistencyLevel())
					.addAllProperties(sent.getPropertiesList())
					.build());
			}
			catch (InvalidProtocolBufferException ex) {
				throw new IllegalStateException(ex);
			}
			observer.onCompleted();
		});
		declared.indexes().forEach((one) -> call(IndexRequests.create("things", one)));
		this.server.indexes(this.server.requests()
			.stream()
			.filter(CreateIndexRequest.class::isInstance)
			.map(CreateIndexRequest.class::cast)
			.map((one) -> IndexDescription.newBuilder()
				.setIndexName(one.getIndexName())
				.setFieldName(one.getFieldName())
				.addAllParams(one.getExtraParamsList())
				.setState(IndexState.Finished)
				.build())
			.toList());
		List<IndexSchema> indexes = call(IndexRequests.describe("things")).stream()
			.map(io.github.milvusspring.data.wire.IndexState::index)
			.toList();
		CollectionSchema found = call(CollectionRequests.describe("things")).schema(indexes);
		assertThat(found.fields()).containsExactlyElementsOf(declared.fields());
		assertThat(found).isEqualTo(declared);
	}

	private <R> R call(AdministrationRequest<R> request) {
		return this.connection.calls().call(request, null).value();
	}

	private void same(AdministrationRequest<?> ours, Consumer<MilvusClientV2> theirs) {
		this.server.requests().clear();
		call(ours);
		theirs.accept(this.connection.client());
		List<String> sent = this.server.requests().stream().map(SchemaParityTests::text).toList();
		assertThat(sent).hasSize(2);
		assertThat(sent.get(0)).isEqualTo(sent.get(1));
	}

	// The SDK's order of parameters is that of a hash map.
	private static String text(Message message) {
		try {
			if (message instanceof CreateCollectionRequest create) {
				io.milvus.grpc.CollectionSchema.Builder schema = io.milvus.grpc.CollectionSchema
					.parseFrom(create.getSchema())
					.toBuilder();
				schema.getFieldsBuilderList().forEach(SchemaParityTests::sort);
				schema.getStructArrayFieldsBuilderList()
					.forEach((struct) -> struct.getFieldsBuilderList().forEach(SchemaParityTests::sort));
				schema.getFunctionsBuilderList().forEach((function) -> {
					List<KeyValuePair> params = sorted(function.getParamsList());
					function.clearParams().addAllParams(params);
				});
				return create.toBuilder().clearSchema().build() + "\n" + schema.build();
			}
			if (message instanceof AddCollectionFieldRequest add) {
				io.milvus.grpc.FieldSchema.Builder field = io.milvus.grpc.FieldSchema.parseFrom(add.getSchema())
					.toBuilder();
				sort(field);
				return add.toBuilder().clearSchema().build() + "\n" + field.build();
			}
		}
		catch (InvalidProtocolBufferException ex) {
			throw new IllegalStateException(ex);
		}
		if (message instanceof CreateIndexRequest create) {
			return create.toBuilder()
				.clearExtraParams()
				.addAllExtraParams(sorted(create.getExtraParamsList()))
				.build()
				.toString();
		}
		if (message instanceof io.milvus.grpc.AddCollectionFunctionRequest add) {
			io.milvus.grpc.FunctionSchema function = add.getFunctionSchema();
			return add.toBuilder()
				.setFunctionSchema(
						function.toBuilder().clearParams().addAllParams(sorted(function.getParamsList())).build())
				.build()
				.toString();
		}
		if (message instanceof io.milvus.grpc.AlterCollectionFunctionRequest alter) {
			io.milvus.grpc.FunctionSchema function = alter.getFunctionSchema();
			return alter.toBuilder()
				.setFunctionSchema(
						function.toBuilder().clearParams().addAllParams(sorted(function.getParamsList())).build())
				.build()
				.toString();
		}
		return message.toString();
	}

	private static void sort(io.milvus.grpc.FieldSchema.Builder field) {
		List<KeyValuePair> sorted = sorted(field.getTypeParamsList());
		field.clearTypeParams().addAllTypeParams(sorted);
	}

	private static List<KeyValuePair> sorted(List<KeyValuePair> pairs) {
		List<KeyValuePair> sorted = new ArrayList<>(pairs);
		sorted.sort(Comparator.comparing(KeyValuePair::getKey));
		return sorted;
	}

	private static AddFieldReq.AddFieldReqBuilder<?> field(String name, DataType type) {
		return AddFieldReq.builder().fieldName(name).dataType(type);
	}

	private static FunctionSchema function() {
		return new FunctionSchema("words_bm25", FunctionType.BM25, List.of("text"), List.of("words"), Map.of());
	}

	private static FunctionSchema embedding() {
		return new FunctionSchema("embed", FunctionType.TEXT_EMBEDDING, List.of("text"), List.of("embedding"),
				Map.of("provider", "openai", "model_name", "small"));
	}

	private static CreateCollectionReq.Function theirFunction() {
		return CreateCollectionReq.Function.builder()
			.name("words_bm25")
			.functionType(io.milvus.common.clientenum.FunctionType.BM25)
			.inputFieldNames(List.of("text"))
			.outputFieldNames(List.of("words"))
			.build();
	}

	private static CreateCollectionReq.Function theirEmbedding() {
		return CreateCollectionReq.Function.builder()
			.name("embed")
			.functionType(io.milvus.common.clientenum.FunctionType.TEXTEMBEDDING)
			.inputFieldNames(List.of("text"))
			.outputFieldNames(List.of("embedding"))
			.param("provider", "openai")
			.param("model_name", "small")
			.build();
	}

}
