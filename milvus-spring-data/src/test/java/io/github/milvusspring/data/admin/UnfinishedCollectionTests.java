package io.github.milvusspring.data.admin;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.FunctionSchema;
import io.github.milvusspring.data.model.FunctionType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.wire.FakeMilvus;
import io.milvus.grpc.CreateCollectionRequest;
import io.milvus.grpc.DataType;
import io.milvus.grpc.DescribeCollectionResponse;
import io.milvus.grpc.KeyValuePair;
import io.milvus.grpc.Status;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is said of a collection that a call has created and cannot make ready.
 */
class UnfinishedCollectionTests {

	private static final CollectionSchema DOCS = CollectionSchema
		.of("docs",
				List.of(FieldSchema.of("id", FieldType.INT64).primaryKey(true).build(),
						FieldSchema.of("vector", FieldType.FLOAT_VECTOR).dimension(2).metric(Metric.L2).build()))
		.build();

	private final FakeMilvus server = new FakeMilvus()
		.refusing((request) -> request.getClass().getSimpleName().equals("CreateIndexRequest")
				? Status.newBuilder().setCode(1100).setReason("no such index").build() : null);

	@Test
	void itIsNamedAsThereAndNotReady() {
		try (this.server; MilvusConnection connection = MilvusConnection.open(this.server.settings())) {
			assertThatExceptionOfType(UnfinishedCollectionException.class)
				.isThrownBy(() -> new CollectionAdministration(connection).create(DOCS))
				.withMessageContainingAll("'docs' was created just now", "no such index", "collection(\"docs\").drop()")
				.satisfies((ex) -> assertThat(ex.getCollection()).isEqualTo("docs"))
				.withCauseInstanceOf(DataAccessException.class);
			assertThat(this.server.requests()).hasOnlyElementsOfType(CreateCollectionRequest.class);
		}
	}

	@Test
	void nothingIsChangedWhereTheServerRefusesOneOfTheChanges() {
		CollectionSchema declared = CollectionSchema
			.of("docs",
					List.of(FieldSchema.of("id", FieldType.INT64).primaryKey(true).build(),
							FieldSchema.of("text", FieldType.VARCHAR).maxLength(9).build(),
							FieldSchema.of("fresh", FieldType.INT64).nullable(true).build(),
							FieldSchema.of("vector", FieldType.FLOAT_VECTOR).dimension(2).metric(Metric.L2).build()))
			.functions(List.of(new FunctionSchema("made", FunctionType.TEXT_EMBEDDING, List.of("text"),
					List.of("vector"), Map.of())))
			.build();
		try (FakeMilvus newest = new FakeMilvus().ofVersion("v3.0.0").onDescribe((observer) -> {
			observer.onNext(found());
			observer.onCompleted();
		}); MilvusConnection connection = MilvusConnection.open(newest.settings())) {
			CollectionAdministration collections = new CollectionAdministration(connection);
			assertThat(collections.plan(declared).applicable()).isFalse();
			assertThatExceptionOfType(SchemaMismatchException.class)
				.isThrownBy(() -> collections.update(declared, false))
				.withMessageContaining("nothing was changed");
			assertThat(newest.requests()).isEmpty();
		}
	}

	private static DescribeCollectionResponse found() {
		return DescribeCollectionResponse.newBuilder()
			.setCollectionName("docs")
			.setSchema(io.milvus.grpc.CollectionSchema.newBuilder()
				.setName("docs")
				.addFields(io.milvus.grpc.FieldSchema.newBuilder()
					.setName("id")
					.setDataType(DataType.Int64)
					.setIsPrimaryKey(true))
				.addFields(io.milvus.grpc.FieldSchema.newBuilder()
					.setName("text")
					.setDataType(DataType.VarChar)
					.addTypeParams(KeyValuePair.newBuilder().setKey("max_length").setValue("9")))
				.addFields(io.milvus.grpc.FieldSchema.newBuilder()
					.setName("vector")
					.setDataType(DataType.FloatVector)
					.addTypeParams(KeyValuePair.newBuilder().setKey("dim").setValue("2"))))
			.build();
	}

}
