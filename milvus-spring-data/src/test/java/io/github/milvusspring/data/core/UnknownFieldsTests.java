package io.github.milvusspring.data.core;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.milvusspring.data.admin.SchemaDifference;
import io.github.milvusspring.data.admin.SchemaOperation;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FunctionSchema;
import io.github.milvusspring.data.model.FunctionType;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.rebuild.CollectionCopy;
import io.github.milvusspring.data.rebuild.RebuildOptions;
import io.github.milvusspring.data.wire.FakeMilvus;
import io.milvus.grpc.DataType;
import io.milvus.grpc.DescribeCollectionResponse;
import io.milvus.grpc.FieldSchema;
import io.milvus.grpc.KeyValuePair;
import io.milvus.grpc.QueryRequest;
import io.milvus.grpc.SearchRequest;
import io.milvus.grpc.StructArrayFieldSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What becomes of collections with fields of types that newer servers have.
 */
class UnknownFieldsTests {

	private final FakeMilvus server = new FakeMilvus().ofVersion("v3.0.0");

	private MilvusConnection connection;

	private MilvusTemplate template;

	@BeforeEach
	void connect() {
		this.connection = MilvusConnection.open(this.server.settings());
		this.template = new MilvusTemplate(this.connection, new MilvusConverter(new MilvusMappingContext()));
	}

	@AfterEach
	void close() {
		this.connection.close();
		this.server.close();
	}

	private static FieldSchema.Builder field(String name, int type) {
		return FieldSchema.newBuilder().setName(name).setDataTypeValue(type);
	}

	private void has(List<FieldSchema.Builder> more, boolean dynamic, StructArrayFieldSchema... structs) {
		io.milvus.grpc.CollectionSchema.Builder schema = io.milvus.grpc.CollectionSchema.newBuilder()
			.setName("docs")
			.setEnableDynamicField(dynamic)
			.addFields(field("id", DataType.Int64_VALUE).setIsPrimaryKey(true))
			.addFields(field("vector", DataType.FloatVector_VALUE)
				.addTypeParams(KeyValuePair.newBuilder().setKey("dim").setValue("2")))
			.addAllStructArrayFields(List.of(structs));
		more.forEach(schema::addFields);
		for (int number = 0; number <= 5; number++) {
			schema.addFunctions(io.milvus.grpc.FunctionSchema.newBuilder()
				.setName("f" + number)
				.setTypeValue(number)
				.addInputFieldNames("id")
				.addOutputFieldNames("vector"));
		}
		this.server.onDescribe((observer) -> {
			observer
				.onNext(DescribeCollectionResponse.newBuilder().setCollectionName("docs").setSchema(schema).build());
			observer.onCompleted();
		});
	}

	static Stream<FieldSchema.Builder> unknown() {
		Stream<FieldSchema.Builder> types = Stream.of(27, 28, 29, 30, 31, 250).map((type) -> field("odd", type));
		Stream<FieldSchema.Builder> arrays = Stream.of(28, 250)
			.map((type) -> field("odd", DataType.Array_VALUE).setElementTypeValue(type));
		return Stream.concat(types, arrays);
	}

	@ParameterizedTest
	@MethodSource("unknown")
	void theOtherFieldsAreReadAndTheFieldIsNeverAskedFor(FieldSchema.Builder odd) {
		has(List.of(odd.setNullable(true), field("text", DataType.VarChar_VALUE)), false);
		RowOperations rows = this.template.rows("docs");
		rows.query(FilterQuery.of(Filter.where("text").is("a")));
		assertThat(((QueryRequest) this.server.lastRead()).getOutputFieldsList()).containsExactly("id", "vector",
				"text");
		rows.search(VectorQuery.of(new float[] { 1, 2 }).withField("vector"));
		assertThat(((SearchRequest) this.server.lastRead()).getOutputFieldsList()).containsExactly("id", "vector",
				"text");
		rows.upsert(Map.of("id", 1, "vector", new float[] { 1, 2 }, "text", "a"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theFieldIsRefusedByName(boolean dynamic) {
		has(List.of(field("price", 30)), dynamic);
		RowOperations rows = this.template.rows("docs");
		FilterQuery filtered = FilterQuery.of(Filter.where("price").is(5));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> rows.query(filtered))
			.withMessageContainingAll("'price'", "DECIMAL (30)", "neither read nor write");
		FilterQuery shown = FilterQuery.of(Filter.all()).withOptions(ReadOptions.DEFAULT.withOutputFields("price"));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> rows.query(shown))
			.withMessageContaining("DECIMAL (30)");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> rows.upsert(Map.of("id", 1, "vector", new float[] { 1, 2 }, "price", 5)))
			.withMessageContainingAll("DECIMAL (30)", "Nothing was written");
	}

	@Test
	void dynamicFieldsAreStillAskedFor() {
		has(List.of(field("day", 28)), true);
		this.template.rows("docs").query(FilterQuery.of(Filter.where("id").gt(1)));
		assertThat(((QueryRequest) this.server.lastRead()).getOutputFieldsList()).containsExactly("id", "vector",
				"$meta");
	}

	@Test
	void aStructWithAnUnknownTypeIsLeftOutWhole() {
		StructArrayFieldSchema structs = StructArrayFieldSchema.newBuilder()
			.setName("parts")
			.addFields(field("parts[n]", DataType.Array_VALUE).setElementTypeValue(DataType.Int64_VALUE))
			.addFields(field("parts[day]", DataType.Array_VALUE).setElementTypeValue(28))
			.build();
		has(List.of(), false, structs);
		CollectionSchema found = this.template.collections().describe("docs");
		assertThat(found.fields()).hasSize(2);
		assertThat(found.unknownFields()).singleElement()
			.satisfies((field) -> assertThat(field.name()).isEqualTo("parts"))
			.satisfies((field) -> assertThat(field.type()).contains("DATE (28)"));
	}

	@Test
	void functionsOfUnknownKindsAreCarriedAlong() {
		has(List.of(), false);
		assertThat(this.template.collections().describe("docs").functions()).extracting(FunctionSchema::type)
			.containsExactly(FunctionType.UNKNOWN, FunctionType.BM25, FunctionType.TEXT_EMBEDDING, FunctionType.UNKNOWN,
					FunctionType.UNKNOWN, FunctionType.UNKNOWN);
	}

	@Test
	void aKeyOfAnUnknownTypeIsNamed() {
		has(List.of(), false);
		this.server.onDescribe((observer) -> {
			observer.onNext(DescribeCollectionResponse.newBuilder()
				.setSchema(io.milvus.grpc.CollectionSchema.newBuilder()
					.setName("docs")
					.addFields(field("id", 31).setIsPrimaryKey(true)))
				.build());
			observer.onCompleted();
		});
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.template.rows("docs").findAllById(List.of("a")))
			.withMessageContainingAll("'id'", "UUID (31)");
	}

	@MilvusEntity("docs")
	record Doc(@Id long id, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity("docs")
	record Priced(@Id long id, @VectorField(dimension = 2) float[] vector, long price) {
	}

	@Test
	void anEntityThatDoesNotNeedTheFieldIsAsDeclared() {
		has(List.of(field("price", 30).setNullable(true)), false);
		assertThat(this.template.collections().plan(Doc.class).differences()).extracting(SchemaDifference::operation)
			.containsOnly(SchemaOperation.CREATE_INDEX);
	}

	@Test
	void anEntityThatNeedsTheFieldIsNot() {
		has(List.of(field("price", 30)), false);
		assertThat(this.template.collections().plan(Doc.class).differences())
			.extracting(SchemaDifference::field, SchemaDifference::found, SchemaDifference::operation)
			.contains(tuple("price", "DECIMAL (30), required", SchemaOperation.NONE));
		assertThat(this.template.collections().plan(Priced.class).differences())
			.extracting(SchemaDifference::field, SchemaDifference::declared, SchemaDifference::found)
			.contains(tuple("price", "INT64", "DECIMAL (30)"));
	}

	@Test
	void aCollectionWithTheFieldIsNotCopied() {
		has(List.of(field("price", 30)), false);
		CollectionSchema found = this.template.collections().describe("docs");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.template.collections().create(found.toBuilder().name("copy").build()))
			.withMessageContaining("DECIMAL (30)");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> CollectionCopy.check(found, found, RebuildOptions.DEFAULT, false))
			.withMessageContaining("would lose its values");
		assertThat(this.server.requests()).isEmpty();
	}

}
