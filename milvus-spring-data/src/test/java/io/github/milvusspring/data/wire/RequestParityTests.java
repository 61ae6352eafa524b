package io.github.milvusspring.data.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.ByteString;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.wire.column.ArrayColumn;
import io.github.milvusspring.data.wire.column.BooleanColumn;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.DoubleColumn;
import io.github.milvusspring.data.wire.column.FloatColumn;
import io.github.milvusspring.data.wire.column.FloatVectorColumn;
import io.github.milvusspring.data.wire.column.IntColumn;
import io.github.milvusspring.data.wire.column.JsonColumn;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.wire.column.RandomColumns;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import io.github.milvusspring.data.wire.column.StringColumn;
import io.github.milvusspring.data.wire.column.StructArrayColumn;
import io.milvus.grpc.DslType;
import io.milvus.grpc.FieldData;
import io.milvus.grpc.InsertRequest;
import io.milvus.grpc.KeyValuePair;
import io.milvus.grpc.MsgBase;
import io.milvus.grpc.MsgType;
import io.milvus.grpc.PlaceholderGroup;
import io.milvus.grpc.PlaceholderType;
import io.milvus.grpc.PlaceholderValue;
import io.milvus.grpc.StructArrayField;
import io.milvus.grpc.UpsertRequest;
import io.milvus.shaded.io.grpc.Drainable;
import io.milvus.v2.common.DataType;
import io.milvus.v2.service.collection.request.AddFieldReq;
import io.milvus.v2.service.collection.request.CreateCollectionReq;
import io.milvus.v2.service.collection.response.DescribeCollectionResp;
import io.milvus.v2.service.vector.request.QueryReq;
import io.milvus.v2.service.vector.request.SearchReq;
import io.milvus.v2.service.vector.request.UpsertReq;
import io.milvus.v2.service.vector.request.data.FloatVec;
import io.milvus.v2.utils.DataUtils;
import io.milvus.v2.utils.VectorUtils;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Whether requests are what the generated classes of the SDK would have sent.
 */
class RequestParityTests {

	// Through both ways out, which must agree with the announced size.
	private static byte[] bytes(Request request) {
		try {
			ByteArrayOutputStream drained = new ByteArrayOutputStream();
			InputStream draining = new RequestMarshaller().stream(request);
			assertThat(draining.available()).isEqualTo(request.encodedSize());
			assertThat(((Drainable) draining).drainTo(drained)).isEqualTo(request.encodedSize());
			assertThat(draining.available()).isZero();
			assertThat(((Drainable) draining).drainTo(drained)).isZero();
			assertThat(drained.size()).isEqualTo(request.encodedSize());
			InputStream read = new RequestMarshaller().stream(request);
			int first = read.read();
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			if (first >= 0) {
				all.write(first);
			}
			assertThat(read.available()).isEqualTo(Math.max(0, request.encodedSize() - 1));
			all.writeBytes(read.readAllBytes());
			assertThat(all.toByteArray()).isEqualTo(drained.toByteArray());
			return drained.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Provide
	Arbitrary<RandomColumns.Values> columns() {
		return RandomColumns.columns();
	}

	@Provide
	Arbitrary<List<RandomColumns.Values>> structs() {
		return RandomColumns.structs();
	}

	@Provide
	Arbitrary<String> texts() {
		return RandomColumns.texts();
	}

	@Property(tries = 500)
	void columnsAreTheSdksMessages(@ForAll("columns") RandomColumns.Values values) throws IOException {
		ColumnSet rows = new ColumnSet(values.values().size(), List.of(values.column()));
		WriteRequest request = new WriteRequest(WriteRequest.Kind.INSERT, "c", null, rows);
		FieldData sent = InsertRequest.parseFrom(bytes(request)).getFieldsData(0);
		assertThat(sent).isEqualTo(values.message(false));
		assertThat(sent.toByteString()).isEqualTo(values.message(false).toByteString());
	}

	@Property(tries = 300)
	void structsAreTheSdksMessages(@ForAll("structs") List<RandomColumns.Values> fields) throws IOException {
		int count = fields.get(0).values().size();
		Column column = new StructArrayColumn("structs", count,
				fields.stream().map(RandomColumns.Values::column).toList());
		StructArrayField.Builder structs = StructArrayField.newBuilder();
		fields.forEach((field) -> structs.addFields(field.message(false)));
		FieldData message = FieldData.newBuilder()
			.setType(io.milvus.grpc.DataType.ArrayOfStruct)
			.setFieldName("structs")
			.setStructArrays(structs)
			.build();
		WriteRequest request = new WriteRequest(WriteRequest.Kind.INSERT, "c", null,
				new ColumnSet(count, List.of(column)));
		assertThat(InsertRequest.parseFrom(bytes(request)).getFieldsData(0).toByteString())
			.isEqualTo(message.toByteString());
		int[] last = (count > 0) ? new int[] { count - 1 } : new int[0];
		assertThat(column.select(last).rows()).isEqualTo(last.length);
		if (count > 0) {
			assertThat(((StructArrayColumn) column.select(last)).structs(0).rows())
				.isEqualTo(((List<?>) fields.get(0).values().get(count - 1)).size());
		}
	}

	@Property(tries = 200)
	void insertsAndUpsertsAreTheSdksMessages(@ForAll @Size(max = 4) List<RandomColumns.@From("columns") Values> columns,
			@ForAll("texts") String collection, @ForAll("texts") String partition,
			@ForAll @IntRange(max = 300) int count) throws IOException {
		List<RandomColumns.Values> values = columns.stream()
			.filter((one) -> !one.values().isEmpty())
			.map((one) -> one.ofRows(count))
			.toList();
		ColumnSet rows = new ColumnSet(count, values.stream().map(RandomColumns.Values::column).toList());
		List<FieldData> messages = values.stream().map((one) -> one.message(false)).toList();
		assertThat(
				InsertRequest.parseFrom(bytes(new WriteRequest(WriteRequest.Kind.INSERT, collection, partition, rows))))
			.isEqualTo(InsertRequest.newBuilder()
				.setBase(base(MsgType.Insert))
				.setCollectionName(collection)
				.setPartitionName(partition)
				.addAllFieldsData(messages)
				.setNumRows(count)
				.build());
		assertThat(UpsertRequest.parseFrom(bytes(new WriteRequest(WriteRequest.Kind.UPSERT, collection, null, rows))))
			.isEqualTo(UpsertRequest.newBuilder()
				.setBase(base(MsgType.Upsert))
				.setCollectionName(collection)
				.addAllFieldsData(messages)
				.setNumRows(count)
				.build());
	}

	private static MsgBase base(MsgType type) {
		return MsgBase.newBuilder().setMsgType(type).build();
	}

	@Property(tries = 200)
	void someRowsOfAColumnAreTheMessageOfTheseRows(@ForAll("columns") RandomColumns.Values values,
			@ForAll List<@IntRange(max = 19) Integer> picked) throws IOException {
		int count = values.values().size();
		List<Integer> rows = picked.stream().filter((row) -> row < count).toList();
		List<Object> some = new ArrayList<>();
		rows.forEach((row) -> some.add(values.values().get(row)));
		Column column = values.column().select(rows.stream().mapToInt(Integer::intValue).toArray());
		WriteRequest request = new WriteRequest(WriteRequest.Kind.INSERT, "c", null,
				new ColumnSet(rows.size(), List.of(column)));
		assertThat(InsertRequest.parseFrom(bytes(request)).getFieldsData(0)).isEqualTo(
				new RandomColumns.Values(values.name(), values.type(), values.elementType(), some, values.valid())
					.message(false));
	}

	@Property(tries = 100)
	void deletesAreTheSdksMessages(@ForAll("texts") String collection, @ForAll("texts") String partition)
			throws IOException {
		String filter = "id in [1] or x == \"" + partition + "\"";
		assertThat(io.milvus.grpc.DeleteRequest.parseFrom(bytes(new DeleteRequest(collection, partition, filter))))
			.isEqualTo(io.milvus.grpc.DeleteRequest.newBuilder()
				.setBase(base(MsgType.Delete))
				.setCollectionName(collection)
				.setPartitionName(partition)
				.setExpr(filter)
				.build());
	}

	@Test
	void aDeleteWithoutAFilterIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new DeleteRequest("c", null, " "))
			.withMessageContaining("every row");
	}

	@Property(tries = 200)
	void queriesAreTheSdksMessages(@ForAll("texts") String text,
			@ForAll @Size(max = 3) List<@From("texts") String> names, @ForAll long timestamp,
			@ForAll ConsistencyLevel level) throws IOException {
		Map<String, String> parameters = new LinkedHashMap<>();
		names.forEach((name) -> parameters.put(name, text));
		ReadScope scope = new ReadScope("c" + text, names, names, level, timestamp & Long.MAX_VALUE);
		assertThat(io.milvus.grpc.QueryRequest.parseFrom(bytes(new QueryRequest(scope, text, parameters))))
			.isEqualTo(io.milvus.grpc.QueryRequest.newBuilder()
				.setCollectionName("c" + text)
				.setExpr(text)
				.addAllOutputFields(names)
				.addAllPartitionNames(names)
				.setGuaranteeTimestamp(timestamp & Long.MAX_VALUE)
				.addAllQueryParams(pairs(parameters))
				.setConsistencyLevelValue(level.number())
				.build());
	}

	@Property(tries = 200)
	void searchesAreTheSdksMessages(@ForAll("texts") String text,
			@ForAll @Size(min = 1, max = 3) List<@Size(max = 30) float[]> vectors, @ForAll ConsistencyLevel level)
			throws IOException {
		Map<String, String> parameters = new LinkedHashMap<>(Map.of("anns_field", "vector", "limit", text));
		ReadScope scope = new ReadScope("c", List.of("p"), List.of("a", text), level, 5);
		PlaceholderValue.Builder placeholder = PlaceholderValue.newBuilder()
			.setTag("$0")
			.setType(PlaceholderType.FloatVector);
		for (float[] vector : vectors) {
			ByteBuffer floats = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
			floats.asFloatBuffer().put(vector);
			placeholder.addValues(ByteString.copyFrom(floats));
		}
		assertThat(io.milvus.grpc.SearchRequest
			.parseFrom(bytes(new SearchRequest(scope,
					new SubSearchRequest(SearchVectors.floats(vectors), text, parameters), List.of())))
			.toString())
			.isEqualTo(io.milvus.grpc.SearchRequest.newBuilder()
				.setCollectionName("c")
				.addPartitionNames("p")
				.setDsl(text)
				.setPlaceholderGroup(PlaceholderGroup.newBuilder().addPlaceholders(placeholder).build().toByteString())
				.setDslType(DslType.BoolExprV1)
				.addOutputFields("a")
				.addOutputFields(text)
				.addAllSearchParams(pairs(parameters))
				.setGuaranteeTimestamp(5)
				.setNq(vectors.size())
				.setConsistencyLevelValue(level.number())
				.build()
				.toString());
	}

	private static List<KeyValuePair> pairs(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((entry) -> KeyValuePair.newBuilder().setKey(entry.getKey()).setValue(entry.getValue()).build())
			.toList();
	}

	@Test
	void aVectorLargerThanTheBufferIsWritten() throws IOException {
		float[] vector = new float[32_768];
		for (int i = 0; i < vector.length; i++) {
			vector[i] = i * 0.5f;
		}
		ColumnSet rows = new ColumnSet(2, List.of(new StringColumn("t", new String[] { "a".repeat(33_001), "b" }, null),
				new FloatVectorColumn("v", vector.length, new float[][] { vector, vector }, null)));
		FieldData sent = InsertRequest.parseFrom(bytes(new WriteRequest(WriteRequest.Kind.INSERT, "c", null, rows)))
			.getFieldsData(1);
		assertThat(sent.getVectors().getFloatVector().getDataCount()).isEqualTo(65_536);
		assertThat(sent.getVectors().getFloatVector().getData(65_535)).isEqualTo(vector[32_767]);
	}

	@Test
	void anUpsertIsWhatTheSdkBuilds() throws IOException {
		CreateCollectionReq.CollectionSchema schema = CreateCollectionReq.CollectionSchema.builder()
			.enableDynamicField(true)
			.build();
		schema.addField(AddFieldReq.builder().fieldName("id").dataType(DataType.Int64).isPrimaryKey(true).build());
		schema.addField(AddFieldReq.builder().fieldName("flag").dataType(DataType.Bool).build());
		schema.addField(AddFieldReq.builder().fieldName("tiny").dataType(DataType.Int8).build());
		schema.addField(AddFieldReq.builder().fieldName("real").dataType(DataType.Float).build());
		schema.addField(AddFieldReq.builder().fieldName("precise").dataType(DataType.Double).build());
		schema.addField(AddFieldReq.builder()
			.fieldName("title")
			.dataType(DataType.VarChar)
			.isNullable(true)
			.maxLength(50)
			.build());
		schema.addField(AddFieldReq.builder()
			.fieldName("tags")
			.dataType(DataType.Array)
			.elementType(DataType.VarChar)
			.maxCapacity(10)
			.maxLength(50)
			.build());
		schema.addField(AddFieldReq.builder().fieldName("info").dataType(DataType.JSON).build());
		schema.addField(AddFieldReq.builder().fieldName("vector").dataType(DataType.FloatVector).dimension(2).build());
		DescribeCollectionResp description = DescribeCollectionResp.builder()
			.collectionName("books")
			.collectionSchema(schema)
			.enableDynamicField(true)
			.autoID(false)
			.build();
		List<JsonObject> rows = List.of(JsonParser.parseString("""
				{"id": 9007199254740993, "flag": true, "tiny": -128, "real": 3.14, "precise": 0.1, "title": "ä😀",
				 "tags": ["a", "b"], "info": {"a":1}, "vector": [0.5, -1.5], "more": 1}""").getAsJsonObject(),
				JsonParser.parseString("""
						{"id": -1, "flag": false, "tiny": 127, "real": -0.0, "precise": 1e300, "title": null,
						 "tags": [], "info": {}, "vector": [0, 1]}""").getAsJsonObject());
		UpsertRequest built = new DataUtils.InsertBuilderWrapper().convertGrpcUpsertRequest(
				UpsertReq.builder().collectionName("books").partitionName("p").data(rows).build(), description);
		ColumnSet columns = new ColumnSet(2, List.of(
				new LongColumn("id", new long[] { 9_007_199_254_740_993L, -1 }, null),
				new BooleanColumn("flag", new boolean[] { true, false }, null),
				new IntColumn("tiny", FieldType.INT8, new int[] { -128, 127 }, null),
				new FloatColumn("real", new float[] { 3.14f, -0f }, null),
				new DoubleColumn("precise", new double[] { 0.1, 1e300 }, null),
				new StringColumn("title", new String[] { "ä😀", null }, new boolean[] { true, false }),
				new ArrayColumn("tags", FieldType.VARCHAR,
						new ScalarColumn[] { new StringColumn("", new String[] { "a", "b" }, null), null }, null),
				new JsonColumn("info", new byte[][] { "{\"a\":1}".getBytes(), "{}".getBytes() }, null, false),
				new FloatVectorColumn("vector", 2, new float[][] { { 0.5f, -1.5f }, { 0, 1 } }, null),
				new JsonColumn("$meta", new byte[][] { "{\"more\":1}".getBytes(), "{}".getBytes() }, null, true)));
		UpsertRequest ours = UpsertRequest
			.parseFrom(bytes(new WriteRequest(WriteRequest.Kind.UPSERT, "books", "p", columns)));
		assertThat(ours.getCollectionName()).isEqualTo(built.getCollectionName());
		assertThat(ours.getPartitionName()).isEqualTo(built.getPartitionName());
		assertThat(ours.getNumRows()).isEqualTo(built.getNumRows());
		assertThat(ours.getBase()).isEqualTo(built.getBase());
		assertThat(ours.getFieldsDataCount()).isEqualTo(built.getFieldsDataCount());
		for (FieldData field : ours.getFieldsDataList()) {
			FieldData same = built.getFieldsDataList()
				.stream()
				.filter((one) -> one.getFieldName().equals(field.getFieldName())
						|| (one.getIsDynamic() && field.getIsDynamic()))
				.findFirst()
				.orElseThrow();
			assertThat(comparable(field)).isEqualTo(comparable(same));
		}
	}

	// The SDK leaves out the type of the elements and names the dynamic field otherwise.
	private static FieldData comparable(FieldData field) {
		FieldData.Builder data = field.toBuilder().clearFieldName();
		if (field.getScalars().hasArrayData()) {
			data.getScalarsBuilder().getArrayDataBuilder().clearElementType();
		}
		return data.build();
	}

	@Test
	void aQueryIsWhatTheSdkBuilds() throws IOException {
		io.milvus.grpc.QueryRequest built = new VectorUtils().ConvertToGrpcQueryRequest(QueryReq.builder()
			.collectionName("books")
			.partitionNames(List.of("p"))
			.filter("id > 1")
			.outputFields(List.of("id", "title"))
			.limit(10)
			.offset(5)
			.consistencyLevel(io.milvus.v2.common.ConsistencyLevel.BOUNDED)
			.build());
		ReadScope scope = new ReadScope("books", List.of("p"), List.of("id", "title"), ConsistencyLevel.BOUNDED,
				built.getGuaranteeTimestamp());
		io.milvus.grpc.QueryRequest ours = io.milvus.grpc.QueryRequest
			.parseFrom(bytes(new QueryRequest(scope, "id > 1", Map.of("limit", "10", "offset", "5"))));
		assertThat(ours.getQueryParamsList()).allMatch((pair) -> built.getQueryParamsList().contains(pair));
		assertThat(ours.toBuilder().clearQueryParams().build())
			.isEqualTo(built.toBuilder().clearQueryParams().clearBase().setUseDefaultConsistency(false).build());
	}

	@Test
	void aSearchIsWhatTheSdkBuilds() throws IOException {
		io.milvus.grpc.SearchRequest built = new VectorUtils().ConvertToGrpcSearchRequest(SearchReq.builder()
			.collectionName("books")
			.annsField("vector")
			.filter("id > 1")
			.outputFields(List.of("id"))
			.data(List.of(new FloatVec(new float[] { 1, -0.5f }), new FloatVec(new float[] { 0, 3.14f })))
			.limit(10)
			.consistencyLevel(io.milvus.v2.common.ConsistencyLevel.STRONG)
			.build());
		ReadScope scope = new ReadScope("books", List.of(), List.of("id"), ConsistencyLevel.STRONG,
				built.getGuaranteeTimestamp());
		io.milvus.grpc.SearchRequest ours = io.milvus.grpc.SearchRequest.parseFrom(bytes(new SearchRequest(scope,
				new SubSearchRequest(SearchVectors.floats(List.of(new float[] { 1, -0.5f }, new float[] { 0, 3.14f })),
						"id > 1", Map.of()),
				List.of())));
		assertThat(ours.toBuilder().clearSearchParams().build())
			.isEqualTo(built.toBuilder().clearSearchParams().clearBase().setUseDefaultConsistency(false).build());
	}

}
