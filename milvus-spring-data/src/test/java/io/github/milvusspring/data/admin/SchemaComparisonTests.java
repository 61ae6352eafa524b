package io.github.milvusspring.data.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
import io.github.milvusspring.data.model.MilvusServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every kind of difference between a collection and its declaration, and what ends it.
 */
class SchemaComparisonTests {

	private static final MilvusServer SERVER = new MilvusServer("v2.6.20", false);

	private static final FieldSchema ID = FieldSchema.of("id", FieldType.INT64).primaryKey(true).build();

	private static final FieldSchema TEXT = FieldSchema.of("text", FieldType.VARCHAR).maxLength(20).build();

	private static final FieldSchema TAGS = FieldSchema.of("tags", FieldType.ARRAY)
		.elementType(FieldType.INT32)
		.maxCapacity(8)
		.build();

	private static final FieldSchema MORE = FieldSchema.of("more", FieldType.JSON).build();

	private static final FieldSchema VECTOR = FieldSchema.of("vector", FieldType.FLOAT_VECTOR)
		.dimension(4)
		.metric(Metric.L2)
		.build();

	private static final FieldSchema WORDS = FieldSchema.of("words", FieldType.SPARSE_FLOAT_VECTOR)
		.functionOutput(true)
		.build();

	private static final IndexSchema HNSW = IndexSchema.hnsw("vector", Metric.L2, 16, 64);

	private static final IndexSchema CITY = IndexSchema.json("more", "city", JsonCastType.VARCHAR);

	private static final CollectionSchema FOUND = CollectionSchema.of("things", List.of(ID, TEXT, TAGS, MORE, VECTOR))
		.indexes(List.of(HNSW, CITY))
		.properties(Map.of("collection.ttl.seconds", "60"))
		.shards(1)
		.partitions(1)
		.consistency(ConsistencyLevel.BOUNDED)
		.build();

	@Test
	void theSameIsTheSame() {
		SchemaPlan plan = SchemaComparison.compare(FOUND, FOUND, SERVER);
		assertThat(plan.isEmpty()).isTrue();
		assertThat(plan.applicable()).isTrue();
		assertThat(plan).hasToString("Collection 'things' is as it is declared");
	}

	static Stream<Arguments> differences() {
		return Stream.of(
				one("longer text", text((text) -> text.maxLength(30)), "text", "VARCHAR(30)", "VARCHAR(20)",
						SchemaOperation.ALTER_FIELD),
				one("shorter text", text((text) -> text.maxLength(10)), "text", "VARCHAR(10)", "VARCHAR(20)",
						SchemaOperation.NONE),
				one("larger array", with(TAGS.toBuilder().maxCapacity(9)), "tags", "ARRAY<INT32>[9]", "ARRAY<INT32>[8]",
						SchemaOperation.ALTER_FIELD),
				one("other elements", with(TAGS.toBuilder().elementType(FieldType.INT64)), "tags", "ARRAY<INT64>[8]",
						"ARRAY<INT32>[8]", SchemaOperation.NONE),
				one("other type", with(FieldSchema.of("text", FieldType.INT64)), "text", "INT64", "VARCHAR(20)",
						SchemaOperation.NONE),
				one("other dimension", with(VECTOR.toBuilder().dimension(8)), "vector", "FLOAT_VECTOR(8)",
						"FLOAT_VECTOR(4)", SchemaOperation.NONE),
				one("nullable", text((text) -> text.nullable(true)), "text", "nullable", "not nullable",
						SchemaOperation.NONE),
				one("default", text((text) -> text.defaultValue("x")), "text", "default x", "no default",
						SchemaOperation.NONE),
				one("analyzer", text((text) -> text.analyzer(AnalyzerSchema.STANDARD)), "text", "analyzer standard",
						"no analyzer", SchemaOperation.NONE),
				one("partition key", text((text) -> text.partitionKey(true)), "text", "partition key",
						"not partition key", SchemaOperation.NONE),
				one("clustering key", text((text) -> text.clusteringKey(true)), "text", "clustering key",
						"not clustering key", SchemaOperation.NONE),
				one("field mmap", text((text) -> text.properties(Map.of("mmap.enabled", "true"))), "text",
						"mmap.enabled=true", "no mmap.enabled", SchemaOperation.ALTER_FIELD),
				one("new nullable field", plus(FieldSchema.of("new", FieldType.BOOL).nullable(true)), "new",
						"BOOL, nullable", "(none)", SchemaOperation.ADD_FIELD),
				one("new field", plus(FieldSchema.of("new", FieldType.BOOL)), "new", "BOOL", "(none)",
						SchemaOperation.NONE),
				one("required field", (declared) -> declared.fields(List.of(ID, TAGS, MORE, VECTOR)), "text", "(none)",
						"VARCHAR(20), required", SchemaOperation.NONE),
				one("new index", indexes(HNSW, CITY, IndexSchema.scalar("text", IndexType.TRIE)), "text", "index TRIE",
						"no index", SchemaOperation.CREATE_INDEX),
				one("new path", indexes(HNSW, CITY, IndexSchema.json("more", "zip", JsonCastType.DOUBLE)),
						"more[\"zip\"]", "index INVERTED {json_cast_type=DOUBLE}", "no index",
						SchemaOperation.CREATE_INDEX),
				one("other index", indexes(IndexSchema.flat("vector", Metric.L2), CITY), "vector", "index FLAT L2",
						"index HNSW L2", SchemaOperation.REBUILD_INDEX),
				one("other metric", indexes(IndexSchema.hnsw("vector", Metric.IP, 16, 64), CITY), "vector",
						"index HNSW IP {M=16, efConstruction=64}", "index HNSW L2 {M=16, efConstruction=64}",
						SchemaOperation.REBUILD_INDEX),
				one("other parameter", indexes(IndexSchema.hnsw("vector", Metric.L2, 32, 64), CITY), "vector",
						"index HNSW L2 {M=32, efConstruction=64}", "index HNSW L2 {M=16, efConstruction=64}",
						SchemaOperation.REBUILD_INDEX),
				one("other cast", indexes(HNSW, IndexSchema.json("more", "city", JsonCastType.DOUBLE)),
						"more[\"city\"]", "index INVERTED {json_cast_type=DOUBLE}",
						"index INVERTED {json_cast_type=VARCHAR}", SchemaOperation.REBUILD_INDEX),
				one("index mmap", indexes(HNSW.with(Map.of("mmap.enabled", "true")), CITY), "vector",
						"index HNSW L2 {M=16, efConstruction=64, mmap.enabled=true}",
						"index HNSW L2 {M=16, efConstruction=64}", SchemaOperation.ALTER_INDEX),
				one("property", (declared) -> declared.properties(Map.of("collection.ttl.seconds", "90")),
						"(collection)", "collection.ttl.seconds=90", "collection.ttl.seconds=60",
						SchemaOperation.ALTER_COLLECTION),
				one("consistency", (declared) -> declared.consistency(ConsistencyLevel.STRONG), "(collection)",
						"consistency STRONG", "consistency BOUNDED", SchemaOperation.ALTER_COLLECTION),
				one("dynamic", (declared) -> declared.dynamic(true), "(collection)", "dynamic fields",
						"no dynamic fields", SchemaOperation.ALTER_COLLECTION),
				one("shards", (declared) -> declared.shards(2), "(collection)", "2 shards", "1 shards",
						SchemaOperation.NONE),
				one("partitions", (declared) -> declared.partitions(16), "(collection)", "16 partitions",
						"1 partitions", SchemaOperation.NONE),
				one("embedding", (declared) -> declared.functions(List.of(embedding("small"))), "vector",
						"TEXT_EMBEDDING of text {model_name=small}", "no function", SchemaOperation.ADD_FUNCTION));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("differences")
	void aDifferenceIsNamedWithWhatEndsIt(String name, CollectionSchema declared, SchemaDifference expected) {
		SchemaPlan plan = SchemaComparison.compare(declared, FOUND, SERVER);
		assertThat(plan.differences()).containsExactly(expected);
		assertThat(plan.applicable()).isEqualTo(expected.operation().isInPlace());
		assertThat(plan.toString()).contains(expected.declared(), expected.found(),
				expected.operation().isInPlace() ? expected.operation().call() : "no");
	}

	@Test
	void whatNobodyDeclaresStays() {
		List<FieldSchema> fields = new ArrayList<>(FOUND.fields());
		fields.add(FieldSchema.of("extra", FieldType.BOOL).nullable(true).build());
		fields.add(WORDS);
		CollectionSchema found = FOUND.toBuilder()
			.fields(fields)
			.dynamic(true)
			.functions(List.of(words()))
			.indexes(List.of(HNSW, CITY, IndexSchema.scalar("text", IndexType.INVERTED)))
			.properties(Map.of("collection.ttl.seconds", "60", "mmap.enabled", "true"))
			.build();
		assertThat(SchemaComparison.compare(FOUND, found, SERVER).isEmpty()).isTrue();
	}

	@Test
	void fullTextNeedsANewCollection() {
		List<FieldSchema> fields = new ArrayList<>(FOUND.fields());
		fields.add(WORDS);
		CollectionSchema declared = FOUND.toBuilder().fields(fields).functions(List.of(words())).build();
		assertThat(SchemaComparison.compare(declared, FOUND, SERVER).differences()).containsExactly(
				new SchemaDifference("words", "SPARSE_FLOAT_VECTOR", "(none)", SchemaOperation.NONE),
				new SchemaDifference("words", "BM25 of text", "no function", SchemaOperation.NONE));
	}

	@Test
	void anotherModelIsAltered() {
		CollectionSchema found = FOUND.toBuilder().functions(List.of(embedding("small"))).build();
		CollectionSchema declared = FOUND.toBuilder().functions(List.of(embedding("large"))).build();
		assertThat(SchemaComparison.compare(declared, found, SERVER).differences()).singleElement()
			.extracting(SchemaDifference::operation)
			.isEqualTo(SchemaOperation.ALTER_FUNCTION);
	}

	@Test
	void structsAreComparedWhateverTheirOrder() {
		FieldSchema a = FieldSchema.of("a", FieldType.INT64).build();
		FieldSchema b = FieldSchema.of("b", FieldType.ARRAY).elementType(FieldType.FLOAT).build();
		CollectionSchema declared = structs(a, b);
		assertThat(SchemaComparison.compare(declared, structs(FieldSchema.of("b", FieldType.FLOAT).build(), a), SERVER)
			.isEmpty()).isTrue();
		assertThat(SchemaComparison.compare(declared, structs(a), SERVER).differences())
			.containsExactly(new SchemaDifference("chunks", "ARRAY_OF_STRUCT<a INT64, b ARRAY<FLOAT>[0]>[4]",
					"ARRAY_OF_STRUCT<a INT64>[4]", SchemaOperation.NONE));
	}

	@Test
	void whatTheServerThinksBestMayBeAnything() {
		CollectionSchema declared = FOUND.toBuilder()
			.indexes(List.of(IndexSchema.auto("vector", Metric.L2), CITY))
			.build();
		assertThat(SchemaComparison.compare(declared, FOUND, SERVER).isEmpty()).isTrue();
	}

	@Test
	void numbersAndWordsAreTheSameHoweverTheyAreWritten() {
		IndexSchema declared = IndexSchema.of("vector", IndexType.HNSW_SQ, Metric.L2,
				Map.of("sq_type", "sq8", "M", "16", "refine", "true"));
		IndexSchema found = new IndexSchema("vector", "vector", IndexType.HNSW_SQ, Metric.L2,
				Map.of("sq_type", "SQ8", "M", "16.0", "refine", "True", "dim", "4"));
		assertThat(IndexComparison.compare(declared, found, false)).isNull();
	}

	@Test
	void milvusLiteForgetsParameters() {
		IndexSchema found = new IndexSchema("vector", "vector", IndexType.HNSW, Metric.L2, Map.of());
		assertThat(IndexComparison.compare(HNSW, found, true)).isNull();
	}

	@Test
	void thePlanIsATable() {
		CollectionSchema declared = FOUND.toBuilder()
			.fields(List.of(ID, TEXT.toBuilder().maxLength(300).build(), TAGS, MORE,
					VECTOR.toBuilder().dimension(8).build()))
			.build();
		assertThat(SchemaComparison.compare(declared, FOUND, SERVER)).hasToString("""
				  field   declared         found            in place
				  text    VARCHAR(300)     VARCHAR(20)      AlterCollectionField
				  vector  FLOAT_VECTOR(8)  FLOAT_VECTOR(4)  no
				""");
	}

	@Test
	void milvusLiteCannotChangeFields() {
		CollectionSchema declared = CollectionSchema
			.of("things", List.of(ID, TEXT.toBuilder().maxLength(300).build(), TAGS, MORE, VECTOR))
			.build();
		SchemaPlan plan = SchemaComparison.compare(declared, FOUND, MilvusServer.LITE);
		assertThat(plan.applicable()).isFalse();
		assertThat(plan.toString()).contains("not by Milvus Lite: AlterCollectionField");
		assertThat(new SchemaMismatchException(plan)).hasMessageContainingAll("Milvus Lite cannot", "Zilliz Cloud",
				"nothing was changed");
	}

	@ParameterizedTest
	@CsvSource({ "2.3.5, ADD_FIELD, false", "2.5.9, ADD_FIELD, false", "2.6.0, ADD_FIELD, true",
			"3.0.0, ADD_FIELD, true", "2.4.9, ALTER_FIELD, false", "2.5.0, ALTER_FIELD, true",
			"2.3.5, ALTER_INDEX, false", "2.4.0, ALTER_INDEX, true", "2.5.9, ADD_FUNCTION, false",
			"2.6.20, ADD_FUNCTION, true", "3.0.0, ADD_FUNCTION, false", "'', ADD_FUNCTION, false",
			"2.5.9, ALTER_FUNCTION, false", "3.0.0, ALTER_FUNCTION, true", "2.3.0, CREATE_INDEX, true",
			"2.3.0, REBUILD_INDEX, true", "2.3.0, ALTER_COLLECTION, true", "2.3.0, CREATE_COLLECTION, true" })
	void anOperationIsOnlyPlannedWhereTheServerHasIt(String version, SchemaOperation operation, boolean there) {
		assertThat(operation.isOn(new MilvusServer(version, false))).isEqualTo(there);
	}

	@Test
	void aFunctionIsNotAddedToAFieldThatIsThereOnAServerThatRefusesIt() {
		CollectionSchema declared = FOUND.toBuilder().functions(List.of(embedding("small"))).build();
		SchemaPlan plan = SchemaComparison.compare(declared, FOUND, new MilvusServer("v3.0.0", false));
		assertThat(plan.applicable()).isFalse();
		assertThat(plan.toString()).contains("not by Milvus 3.0.0: AddCollectionFunction");
		assertThat(new SchemaMismatchException(plan)).hasMessageContainingAll("Other versions than Milvus 3.0.0",
				"nothing was changed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mmap.enabled", "warmup.vectorField", "warmup.scalarIndex", "warmup" })
	void whatALoadedCollectionDoesNotTakeIsAlteredWhileItIsReleased(String property) {
		Map<String, String> properties = Map.of(property, "true");
		List<CollectionSchema> declared = List.of(
				text((text) -> text.properties(properties)).apply(FOUND.toBuilder()).build(),
				FOUND.toBuilder().properties(properties).build(),
				FOUND.toBuilder().indexes(List.of(HNSW.with(properties), CITY)).build());
		for (CollectionSchema one : declared) {
			SchemaPlan plan = SchemaComparison.compare(one, FOUND, SERVER);
			assertThat(plan.steps()).singleElement().satisfies((step) -> {
				assertThat(step.released()).isTrue();
				assertThat(step.difference().operation()).isIn(SchemaOperation.ALTER_COLLECTION,
						SchemaOperation.ALTER_FIELD, SchemaOperation.ALTER_INDEX);
			});
		}
	}

	@Test
	void theMessageNamesTheModeThatHelps() {
		SchemaPlan plan = SchemaComparison.compare(FOUND.toBuilder().consistency(ConsistencyLevel.STRONG).build(),
				FOUND, SERVER);
		assertThat(new SchemaMismatchException(plan)).hasMessageContaining("milvus.schema.mode=update");
	}

	private static CollectionSchema structs(FieldSchema... fields) {
		return CollectionSchema
			.of("things",
					List.of(ID,
							FieldSchema.of("chunks", FieldType.ARRAY_OF_STRUCT)
								.maxCapacity(4)
								.structFields(List.of(fields))
								.build()))
			.build();
	}

	private static FunctionSchema words() {
		return new FunctionSchema("words_bm25", FunctionType.BM25, List.of("text"), List.of("words"), Map.of());
	}

	private static FunctionSchema embedding(String model) {
		return new FunctionSchema("embed", FunctionType.TEXT_EMBEDDING, List.of("text"), List.of("vector"),
				Map.of("model_name", model));
	}

	private static Arguments one(String name, UnaryOperator<CollectionSchema.Builder> change, String field,
			String declared, String found, SchemaOperation operation) {
		return arguments(name, change.apply(FOUND.toBuilder()).build(),
				new SchemaDifference(field, declared, found, operation));
	}

	private static UnaryOperator<CollectionSchema.Builder> text(UnaryOperator<FieldSchema.Builder> change) {
		return with(change.apply(TEXT.toBuilder()));
	}

	private static UnaryOperator<CollectionSchema.Builder> with(FieldSchema.Builder changed) {
		FieldSchema field = changed.build();
		return (declared) -> declared
			.fields(FOUND.fields().stream().map((one) -> one.name().equals(field.name()) ? field : one).toList());
	}

	private static UnaryOperator<CollectionSchema.Builder> plus(FieldSchema.Builder added) {
		List<FieldSchema> fields = new ArrayList<>(FOUND.fields());
		fields.add(added.build());
		return (declared) -> declared.fields(fields);
	}

	private static UnaryOperator<CollectionSchema.Builder> indexes(IndexSchema... indexes) {
		return (declared) -> declared.indexes(List.of(indexes));
	}

}
