package io.github.milvusspring.data.admin;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.model.AnalyzerSchema;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.FunctionSchema;
import io.github.milvusspring.data.model.FunctionType;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.model.JsonCastType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.wire.FakeMilvus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Whether what a version has not is refused before it is asked for, and nothing else is.
 */
class OlderServersTests {

	private static final FieldSchema ID = FieldSchema.of("id", FieldType.INT64).primaryKey(true).build();

	private static final FieldSchema VECTOR = FieldSchema.of("vector", FieldType.FLOAT_VECTOR)
		.dimension(8)
		.metric(Metric.L2)
		.build();

	private static CollectionSchema with(FieldSchema... fields) {
		return CollectionSchema.of("docs", Stream.concat(Stream.of(ID, VECTOR), Stream.of(fields)).toList()).build();
	}

	private static CollectionSchema with(FieldType type, UnaryOperator<FieldSchema.Builder> more) {
		return with(more.apply(FieldSchema.of("field", type)).build());
	}

	private static CollectionSchema indexed(FieldType type, IndexSchema index) {
		return with(FieldSchema.of("field", type).dimension(type.isDense() ? 8 : 0).build()).toBuilder()
			.indexes(List.of(index))
			.build();
	}

	private static IndexSchema index(IndexType type) {
		return new IndexSchema("index", "field", type, null, Map.of());
	}

	private static CollectionSchema made(FunctionType type) {
		return with(FieldType.VARCHAR, (field) -> field.maxLength(9)).toBuilder()
			.functions(List.of(new FunctionSchema("made", type, List.of("field"), List.of("vector"), Map.of())))
			.build();
	}

	static Stream<Arguments> features() {
		AnalyzerSchema analyzer = new AnalyzerSchema(true, Map.of(), Map.of());
		AnalyzerSchema languages = new AnalyzerSchema(true, Map.of(), Map.of("en", Map.of("type", "english")));
		return Stream.of(
				arguments("2.6", with(FieldType.TIMESTAMPTZ, (field) -> field), "write type = INT64 or VARCHAR"),
				arguments("2.6", with(FieldType.GEOMETRY, (field) -> field), "GEOMETRY"),
				arguments("2.6", with(FieldType.INT8_VECTOR, (field) -> field.dimension(8)), "INT8_VECTOR"),
				arguments("2.4", with(FieldType.FLOAT16_VECTOR, (field) -> field.dimension(8)), "FLOAT_VECTOR"),
				arguments("2.4", with(FieldType.BFLOAT16_VECTOR, (field) -> field.dimension(8)), "FLOAT_VECTOR"),
				arguments("2.4", with(FieldType.SPARSE_FLOAT_VECTOR, (field) -> field), "SPARSE_FLOAT_VECTOR"),
				arguments("3.0", with(FieldType.TEXT, (field) -> field), "write type = VARCHAR"),
				arguments("2.3", with(FieldType.ARRAY, (field) -> field.elementType(FieldType.INT64).maxCapacity(4)),
						"JSON"),
				arguments("2.6",
						with(FieldType.ARRAY,
								(field) -> field.elementType(FieldType.TIMESTAMPTZ).maxCapacity(4)),
						"TIMESTAMPTZ"),
				arguments("2.2.9", with(FieldType.JSON, (field) -> field), "JSON"),
				arguments("2.6", with(FieldType.ARRAY_OF_STRUCT,
						(field) -> field.structFields(List.of(FieldSchema.of("n", FieldType.INT64).build()))), "JSON"),
				arguments("2.5", with(FieldType.INT64, (field) -> field.nullable(true)), "nullable"),
				arguments("2.6", with(FieldType.FLOAT_VECTOR, (field) -> field.dimension(8).nullable(true)),
						"nullable"),
				arguments("2.5", with(FieldType.VARCHAR, (field) -> field.maxLength(9).analyzer(analyzer)), "analyzer"),
				arguments("2.5.11", with(FieldType.VARCHAR, (field) -> field.maxLength(9).analyzer(languages)),
						"each language"),
				arguments("2.4", with(FieldType.INT64, (field) -> field.clusteringKey(true)), "clustering key"),
				arguments("2.5", made(FunctionType.BM25), "BM25"),
				arguments("2.6", made(FunctionType.TEXT_EMBEDDING), "@Embedding"),
				arguments("2.4", indexed(FieldType.INT64, index(IndexType.INVERTED)), "INVERTED"),
				arguments("2.5", indexed(FieldType.INT64, index(IndexType.BITMAP)), "BITMAP"),
				arguments("2.6", indexed(FieldType.VARCHAR, index(IndexType.NGRAM)), "NGRAM"),
				arguments("2.6.4", indexed(FieldType.FLOAT_VECTOR, index(IndexType.AISAQ)), "AISAQ"),
				arguments("2.5.11",
						with(FieldType.JSON, (field) -> field).toBuilder()
							.indexes(List.of(IndexSchema.json("field", "a", JsonCastType.VARCHAR)))
							.build(),
						"JSON"));
	}

	@ParameterizedTest
	@MethodSource("features")
	void whatAVersionHasNotIsRefusedWithTheOneThatHasIt(String since, CollectionSchema collection, String words) {
		MilvusServer older = new MilvusServer("v" + before(since), false);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> OlderServers.check(collection, older))
			.withMessageContainingAll("'docs'", "nothing was sent", "needs Milvus " + since, older.toString(), words);
		OlderServers.check(collection, new MilvusServer("3.0.0", false));
		OlderServers.check(collection, MilvusServer.NEWEST);
		OlderServers.check(collection, MilvusServer.LITE);
	}

	private static String before(String release) {
		String[] parts = release.split("\\.");
		int last = parts.length - 1;
		int number = Integer.parseInt(parts[last]);
		parts[last] = Integer.toString((number > 0) ? number - 1 : 0);
		return (number > 0) ? String.join(".", parts) + ((parts.length == 2) ? ".99" : "") : "2.6.99";
	}

	@Test
	void whatEveryVersionHasIsNeverRefused() {
		CollectionSchema plain = with(FieldSchema.of("text", FieldType.VARCHAR).maxLength(9).build(),
				FieldSchema.of("tenant", FieldType.INT64).partitionKey(true).build())
			.toBuilder()
			.indexes(List.of(IndexSchema.hnsw("vector", Metric.L2, 16, 64)))
			.build();
		OlderServers.check(plain, new MilvusServer("2.3.0", false));
	}

	@ParameterizedTest
	@EnumSource(FieldType.class)
	void everyTypeHasAVersion(FieldType type) {
		assertThat(type.since()).matches("\\d\\.\\d(\\.\\d+)?");
	}

	@Test
	void nothingIsSentToAServerThatHasNotAll() {
		try (FakeMilvus server = new FakeMilvus().ofVersion("2.3.5");
				MilvusConnection connection = MilvusConnection.open(server.settings())) {
			CollectionAdministration collections = new CollectionAdministration(connection);
			CollectionSchema times = with(FieldType.TIMESTAMPTZ, (field) -> field.nullable(true));
			for (SchemaMode mode : List.of(SchemaMode.CREATE, SchemaMode.UPDATE, SchemaMode.VALIDATE)) {
				assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
					.isThrownBy(() -> collections.ensure(times, mode))
					.withMessageContainingAll("TIMESTAMPTZ needs Milvus 2.6, and this is Milvus 2.3.5",
							"nullable = true needs Milvus 2.5");
			}
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> collections.create(times));
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> collections.plan(times));
			assertThat(server.requests()).isEmpty();
		}
	}

}
