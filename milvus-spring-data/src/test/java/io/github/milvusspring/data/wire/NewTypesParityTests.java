package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.milvusspring.data.convert.HalfFloats;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.SparseVector;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.milvus.grpc.FieldData;
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
 * Tests that whole rows of the types that only newer servers have are what the SDK sends
 * for the same schema and rows.
 */
class NewTypesParityTests {

	private static final FieldSchema KEY = FieldSchema.of("id", FieldType.INT64).primaryKey(true).build();

	private static final AddFieldReq THEIR_KEY = AddFieldReq.builder()
		.fieldName("id")
		.dataType(DataType.Int64)
		.isPrimaryKey(true)
		.build();

	@Test
	void vectorsOfEveryKind() throws IOException {
		CollectionSchema ours = CollectionSchema
			.of("rows", List.of(KEY, vector("half", FieldType.FLOAT16_VECTOR, 2),
					vector("brain", FieldType.BFLOAT16_VECTOR, 2), vector("bits", FieldType.BINARY_VECTOR, 16),
					vector("bytes", FieldType.INT8_VECTOR, 3), vector("sparse", FieldType.SPARSE_FLOAT_VECTOR, 0)))
			.build();
		CreateCollectionReq.CollectionSchema theirs = CreateCollectionReq.CollectionSchema.builder().build();
		theirs.addField(THEIR_KEY);
		theirs.addField(theirVector("half", DataType.Float16Vector, 2));
		theirs.addField(theirVector("brain", DataType.BFloat16Vector, 2));
		theirs.addField(theirVector("bits", DataType.BinaryVector, 16));
		theirs.addField(theirVector("bytes", DataType.Int8Vector, 3));
		theirs.addField(AddFieldReq.builder().fieldName("sparse").dataType(DataType.SparseFloatVector).build());
		float[] first = { 1, -0.5f };
		float[] second = { 65_504, 0x1p-24f };
		assertSame(ours,
				List.of(Map.of("id", 1, "half", first, "brain", first, "bits", new byte[] { 1, -128 }, "bytes",
						new byte[] { 0, 127, -128 }, "sparse", SparseVector.of(Map.of(3L, 0.5f, 4_294_967_294L, 2f))),
						Map.of("id", 2, "half", second, "brain", second, "bits", new byte[] { 0, -1 }, "bytes",
								new byte[] { 1, 2, 3 }, "sparse", Map.of(7, 1f))),
				theirs,
				List.of("{\"id\": 1, \"half\": " + halves(FieldType.FLOAT16_VECTOR, first) + ", \"brain\": "
						+ halves(FieldType.BFLOAT16_VECTOR, first)
						+ ", \"bits\": [1, -128], \"bytes\": [0, 127, -128], \"sparse\": {\"3\": 0.5, \"4294967294\": 2}}",
						"{\"id\": 2, \"half\": " + halves(FieldType.FLOAT16_VECTOR, second) + ", \"brain\": "
								+ halves(FieldType.BFLOAT16_VECTOR, second)
								+ ", \"bits\": [0, -1], \"bytes\": [1, 2, 3], \"sparse\": {\"7\": 1}}"));
	}

	@Test
	void shapesAndTimes() throws IOException {
		CollectionSchema ours = CollectionSchema
			.of("rows", List.of(KEY, FieldSchema.of("place", FieldType.GEOMETRY).nullable(true).build(),
					FieldSchema.of("at", FieldType.TIMESTAMPTZ).nullable(true).build()))
			.build();
		CreateCollectionReq.CollectionSchema theirs = CreateCollectionReq.CollectionSchema.builder().build();
		theirs.addField(THEIR_KEY);
		theirs.addField(AddFieldReq.builder().fieldName("place").dataType(DataType.Geometry).isNullable(true).build());
		theirs.addField(AddFieldReq.builder().fieldName("at").dataType(DataType.Timestamptz).isNullable(true).build());
		Map<String, Object> empty = new LinkedHashMap<>();
		empty.put("id", 2);
		empty.put("place", null);
		empty.put("at", null);
		assertSame(ours, List.of(Map.of("id", 1, "place", "POINT (1 2)", "at", "2026-02-03T04:05:06Z"), empty), theirs,
				List.of("{\"id\": 1, \"place\": \"POINT (1 2)\", \"at\": \"2026-02-03T04:05:06Z\"}",
						"{\"id\": 2, \"place\": null, \"at\": null}"));
	}

	@Test
	void arraysOfStructs() throws IOException {
		CollectionSchema ours = CollectionSchema
			.of("rows", List.of(KEY, FieldSchema.of("chunks", FieldType.ARRAY_OF_STRUCT)
				.maxCapacity(10)
				.structFields(List.of(FieldSchema.of("text", FieldType.VARCHAR).maxLength(50).build(),
						FieldSchema.of("page", FieldType.INT32).build(), vector("vector", FieldType.FLOAT_VECTOR, 2)))
				.build()))
			.build();
		CreateCollectionReq.CollectionSchema theirs = CreateCollectionReq.CollectionSchema.builder().build();
		theirs.addField(THEIR_KEY);
		theirs.addField(AddFieldReq.builder()
			.fieldName("chunks")
			.dataType(DataType.Array)
			.elementType(DataType.Struct)
			.maxCapacity(10)
			.addStructField(AddFieldReq.builder().fieldName("text").dataType(DataType.VarChar).maxLength(50).build())
			.addStructField(AddFieldReq.builder().fieldName("page").dataType(DataType.Int32).build())
			.addStructField(theirVector("vector", DataType.FloatVector, 2))
			.build());
		assertSame(
				ours, List.of(
						Map.of("id", 1, "chunks",
								List.of(Map.of("text", "ä", "page", 1, "vector", new float[] { 1, 2 }),
										Map.of("text", "b", "page", 2, "vector", new float[] { 3, 4 }))),
						Map.of("id", 2, "chunks",
								List.of(Map.of("text", "c", "page", -3, "vector", new float[] { 5, -0.5f })))),
				theirs, List.of("""
						{"id": 1, "chunks": [{"text": "ä", "page": 1, "vector": [1, 2]},
						 {"text": "b", "page": 2, "vector": [3, 4]}]}""",
						"{\"id\": 2, \"chunks\": [{\"text\": \"c\", \"page\": -3, \"vector\": [5, -0.5]}]}"));
	}

	private static FieldSchema vector(String name, FieldType type, int dimension) {
		return FieldSchema.of(name, type).dimension(dimension).build();
	}

	private static AddFieldReq theirVector(String name, DataType type, int dimension) {
		return AddFieldReq.builder().fieldName(name).dataType(type).dimension(dimension).build();
	}

	private static String halves(FieldType type, float[] vector) {
		return Arrays.toString(HalfFloats.pack(type, vector));
	}

	private static void assertSame(CollectionSchema ours, List<Map<String, Object>> rows,
			CreateCollectionReq.CollectionSchema theirs, List<String> theirRows) throws IOException {
		List<JsonObject> data = theirRows.stream().map((row) -> JsonParser.parseString(row).getAsJsonObject()).toList();
		DescribeCollectionResp description = DescribeCollectionResp.builder()
			.collectionName("rows")
			.collectionSchema(theirs)
			.enableDynamicField(false)
			.autoID(false)
			.build();
		UpsertRequest built = new DataUtils.InsertBuilderWrapper()
			.convertGrpcUpsertRequest(UpsertReq.builder().collectionName("rows").data(data).build(), description);
		ColumnSet columns = new MilvusConverter(new MilvusMappingContext()).rows(ours).write(rows, true);
		UpsertRequest sent = UpsertRequest.parseFrom(
				new RequestMarshaller().stream(new WriteRequest(WriteRequest.Kind.UPSERT, "rows", null, columns)));
		assertThat(sent.getNumRows()).isEqualTo(built.getNumRows());
		assertThat(sent.getFieldsDataList()).hasSameSizeAs(built.getFieldsDataList());
		for (FieldData field : sent.getFieldsDataList()) {
			FieldData same = built.getFieldsDataList()
				.stream()
				.filter((one) -> one.getFieldName().equals(field.getFieldName()))
				.findFirst()
				.orElseThrow();
			assertThat(comparable(field)).isEqualTo(comparable(same));
		}
	}

	// The SDK leaves out the type of the elements of an array.
	private static FieldData comparable(FieldData field) {
		FieldData.Builder data = field.toBuilder();
		if (field.getScalars().hasArrayData()) {
			data.getScalarsBuilder().getArrayDataBuilder().clearElementType();
		}
		if (field.hasStructArrays()) {
			for (int i = 0; i < field.getStructArrays().getFieldsCount(); i++) {
				data.getStructArraysBuilder().setFields(i, comparable(field.getStructArrays().getFields(i)));
			}
		}
		return data.build();
	}

}
