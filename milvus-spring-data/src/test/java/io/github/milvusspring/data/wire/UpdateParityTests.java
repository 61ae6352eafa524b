package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.milvusspring.data.model.ArrayChange;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.wire.WriteRequest.Kind;
import io.github.milvusspring.data.wire.column.ArrayColumn;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import io.github.milvusspring.data.wire.column.StringColumn;
import io.milvus.grpc.UpsertRequest;
import io.milvus.v2.common.DataType;
import io.milvus.v2.service.collection.request.AddFieldReq;
import io.milvus.v2.service.collection.request.CreateCollectionReq;
import io.milvus.v2.service.collection.response.DescribeCollectionResp;
import io.milvus.v2.service.vector.request.UpsertReq;
import io.milvus.v2.utils.DataUtils;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether partial updates are what the SDK would have sent.
 */
class UpdateParityTests {

	@Test
	void aPartialUpdateIsByteForByteWhatTheSdkBuilds() throws IOException {
		UpsertRequest built = sdk(UpsertReq.builder().partialUpdate(true), """
				{"id": 7, "title": "new"}""");
		ColumnSet columns = new ColumnSet(1, List.of(key(), new StringColumn("title", new String[] { "new" }, null)));
		assertThat(ours(columns, Map.of())).isEqualTo(built.toByteArray());
	}

	@Test
	void changesOfArraysAreByteForByteWhatTheSdkBuilds() throws IOException {
		UpsertRequest built = sdk(UpsertReq.builder()
			.partialUpdate(true)
			.fieldOps(List.of(
					UpsertReq.FieldPartialUpdateOp.builder()
						.fieldName("tags")
						.opType(UpsertReq.FieldPartialUpdateOp.OpType.ARRAY_APPEND)
						.build(),
					UpsertReq.FieldPartialUpdateOp.builder()
						.fieldName("marks")
						.opType(UpsertReq.FieldPartialUpdateOp.OpType.ARRAY_REMOVE)
						.build())),
				"""
						{"id": 7, "tags": ["a", "b"], "marks": [-1]}""");
		ColumnSet columns = new ColumnSet(1,
				inOrderOf(built, key(),
						new ArrayColumn("tags", FieldType.VARCHAR,
								new ScalarColumn[] { new StringColumn("", new String[] { "a", "b" }, null) }, null),
						new ArrayColumn("marks", FieldType.INT64,
								new ScalarColumn[] { new LongColumn("", new long[] { -1 }, null) }, null)));
		Map<String, ArrayChange> changes = new LinkedHashMap<>();
		changes.put("tags", ArrayChange.APPEND);
		changes.put("marks", ArrayChange.REMOVE);
		UpsertRequest sent = UpsertRequest.parseFrom(ours(columns, changes));
		assertThat(sent.getFieldOpsList()).isEqualTo(built.getFieldOpsList()).hasSize(2);
		assertThat(sent.getPartialUpdate()).isTrue();
		// The SDK leaves out the type of the elements.
		UpsertRequest.Builder comparable = sent.toBuilder();
		comparable.getFieldsDataBuilderList()
			.stream()
			.filter((field) -> field.getScalars().hasArrayData())
			.forEach((field) -> field.getScalarsBuilder().getArrayDataBuilder().clearElementType());
		assertThat(comparable.build().toByteArray()).isEqualTo(built.toByteArray());
	}

	@Test
	void aWholeUpsertIsNoPartialUpdate() throws IOException {
		WriteRequest request = new WriteRequest(Kind.UPSERT, "books", null, new ColumnSet(1, List.of(key())));
		assertThat(UpsertRequest.parseFrom(new RequestMarshaller().stream(request)).getPartialUpdate()).isFalse();
	}

	private static byte[] ours(ColumnSet columns, Map<String, ArrayChange> changes) throws IOException {
		WriteRequest request = new WriteRequest(Kind.UPDATE, "books", "p", columns, changes);
		byte[] bytes = new RequestMarshaller().stream(request).readAllBytes();
		assertThat(bytes).hasSize(request.encodedSize());
		return bytes;
	}

	// The SDK's own order is that of a hash table.
	private static List<Column> inOrderOf(UpsertRequest request, Column... columns) {
		return request.getFieldsDataList()
			.stream()
			.map((field) -> new ColumnSet(1, List.of(columns)).find(field.getFieldName()))
			.toList();
	}

	private static LongColumn key() {
		return new LongColumn("id", new long[] { 7 }, null);
	}

	private static UpsertRequest sdk(UpsertReq.UpsertReqBuilder request, String row) {
		CreateCollectionReq.CollectionSchema schema = CreateCollectionReq.CollectionSchema.builder().build();
		schema.addField(AddFieldReq.builder().fieldName("id").dataType(DataType.Int64).isPrimaryKey(true).build());
		schema.addField(AddFieldReq.builder().fieldName("title").dataType(DataType.VarChar).maxLength(50).build());
		schema.addField(array("tags", DataType.VarChar));
		schema.addField(array("marks", DataType.Int64));
		schema.addField(AddFieldReq.builder().fieldName("vector").dataType(DataType.FloatVector).dimension(2).build());
		DescribeCollectionResp description = DescribeCollectionResp.builder()
			.collectionName("books")
			.collectionSchema(schema)
			.enableDynamicField(false)
			.autoID(false)
			.build();
		JsonObject data = JsonParser.parseString(row).getAsJsonObject();
		return new DataUtils.InsertBuilderWrapper().convertGrpcUpsertRequest(
				request.collectionName("books").partitionName("p").data(List.of(data)).build(), description);
	}

	private static AddFieldReq array(String name, DataType elements) {
		return AddFieldReq.builder()
			.fieldName(name)
			.dataType(DataType.Array)
			.elementType(elements)
			.maxCapacity(10)
			.maxLength(50)
			.build();
	}

}
