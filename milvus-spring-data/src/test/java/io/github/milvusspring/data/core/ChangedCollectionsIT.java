package io.github.milvusspring.data.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.Book;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.lite.MilvusLite;
import io.github.milvusspring.lite.MilvusLiteOptions;
import io.milvus.v2.service.collection.request.DropCollectionReq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Collections that are dropped, made anew or released while they are in use.
 */
class ChangedCollectionsIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void aCollectionMadeAnewWithOtherFieldsIsReadAndWrittenAsItIsNow() {
		create(FieldSchema.of("price", FieldType.INT64));
		RowOperations rows = template().rows("docs");
		rows.upsert(Map.of("id", 1, "vector", new float[] { 1, 0 }, "price", 5));
		template().collection("docs").drop();
		create(FieldSchema.of("title", FieldType.VARCHAR).maxLength(20));
		rows.upsert(Map.of("id", 1, "vector", new float[] { 1, 0 }, "title", "a"));
		assertThat(rows.query(FilterQuery.of(Filter.where("title").is("a")))).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("title", "a").doesNotContainKey("price"));
	}

	@Test
	void aFieldThatMayBeNullNowIsGuardedInFilters() {
		create(FieldSchema.of("price", FieldType.INT64));
		RowOperations rows = template().rows("docs");
		Filter notFive = Filter.where("price").is(5).not();
		rows.upsert(Map.of("id", 1, "vector", new float[] { 1, 0 }, "price", 5));
		assertThat(rows.query(FilterQuery.of(notFive))).isEmpty();
		template().collection("docs").drop();
		create(FieldSchema.of("price", FieldType.INT64).nullable(true));
		rows.upsertAll(List.of(Map.of("id", 1, "vector", new float[] { 1, 0 }),
				Map.of("id", 2, "vector", new float[] { 1, 0 }, "price", 6)));
		template().createCollection("other", 2);
		assertThat(rows.query(FilterQuery.of(notFive))).extracting((row) -> row.get("id")).containsExactly(2L);
		assertThat(rows.delete(notFive)).isEqualTo(1);
		assertThat(rows.count()).isEqualTo(1);
	}

	@Test
	void aCollectionThatAnotherClientMadeAnewIsLookedUpAfterTheFirstRefusal() {
		create(FieldSchema.of("price", FieldType.INT64));
		RowOperations rows = template().rows("docs");
		Map<String, Object> row = Map.of("id", 1, "vector", new float[] { 1, 0 }, "title", "a");
		rows.count();
		this.milvus.connection().client().dropCollection(DropCollectionReq.builder().collectionName("docs").build());
		create(FieldSchema.of("title", FieldType.VARCHAR).maxLength(20));
		try {
			rows.upsert(row);
		}
		catch (RuntimeException ex) {
			rows.upsert(row);
		}
		assertThat(rows.count()).isEqualTo(1);
	}

	@Test
	void ensureCollectionMakesADroppedCollectionAndLoadsAReleasedOne() {
		template().upsert(Book.of("1", "a"));
		template().collection("books").drop();
		template().ensureCollection(Book.class);
		assertThat(template().count(Filter.all(), Book.class)).isZero();
		template().collection("books").release();
		template().ensureCollection(Book.class);
		assertThat(template().count(Filter.all(), Book.class)).isZero();
	}

	@Test
	void aDroppedCollectionOfAnEntityIsMadeAgainByItsNextUse() {
		template().upsert(Book.of("1", "a"));
		template().collection("books").drop();
		template().upsert(Book.of("2", "b"));
		assertThat(template().count(Filter.all(), Book.class)).isEqualTo(1);
	}

	@Test
	void ensureCollectionLoadsACollectionAfterTheServerWasStartedAgain(@TempDir Path directory) {
		MilvusLiteOptions options = MilvusLiteOptions.defaults().withDataDirectory(directory);
		for (int start = 1; start <= 2; start++) {
			try (MilvusLite lite = MilvusLite.start(options);
					MilvusConnection connection = MilvusConnection.open(ConnectionSettings.of(lite.uri()))) {
				MilvusTemplate template = new MilvusTemplate(connection, template().getConverter());
				template.ensureCollection(Book.class);
				template.upsert(Book.of("key " + start, "a"));
				assertThat(template.count(Filter.all(), Book.class)).isEqualTo(start);
			}
		}
	}

	@Test
	void renamesAndAliasesAreNoticed() {
		create(FieldSchema.of("price", FieldType.INT64));
		template().collections().create(schema("others", FieldSchema.of("title", FieldType.VARCHAR).maxLength(20)));
		template().aliases().create("current", "docs");
		RowOperations rows = template().rows("current");
		rows.upsert(Map.of("id", 1, "vector", new float[] { 1, 0 }, "price", 5));
		template().aliases().alter("current", "others");
		assertThatCode(() -> rows.upsert(Map.of("id", 1, "vector", new float[] { 1, 0 }, "title", "a")))
			.doesNotThrowAnyException();
		template().collection("others").rename("renamed");
		assertThat(template().rows("renamed").count()).isEqualTo(1);
	}

	private void create(FieldSchema.Builder field) {
		template().collections().create(schema("docs", field));
	}

	private static CollectionSchema schema(String name, FieldSchema.Builder field) {
		return CollectionSchema
			.of(name,
					List.of(FieldSchema.of("id", FieldType.INT64).primaryKey(true).build(),
							FieldSchema.of("vector", FieldType.FLOAT_VECTOR).dimension(2).build(), field.build()))
			.indexes(List.of(new IndexSchema("vector", "vector", IndexType.FLAT, Metric.L2, Map.of())))
			.build();
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

}
