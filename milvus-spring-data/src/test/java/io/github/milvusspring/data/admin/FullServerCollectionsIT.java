package io.github.milvusspring.data.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.milvusspring.data.Article;
import io.github.milvusspring.data.MilvusFullServer;
import io.github.milvusspring.data.core.RowOperations;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.write.WriteOptions;
import io.milvus.v2.service.collection.request.GetLoadStateReq;
import io.milvus.v2.service.collection.request.ReleaseCollectionReq;
import io.milvus.v2.service.index.request.DropIndexReq;
import io.milvus.v2.service.partition.request.LoadPartitionsReq;
import io.milvus.v2.service.partition.request.ReleasePartitionsReq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Collections on the complete server: created, validated, indexed and loaded, also by
 * partitions.
 */
class FullServerCollectionsIT {

	@RegisterExtension
	final MilvusFullServer milvus = new MilvusFullServer();

	private final MilvusMappingContext mappingContext = new MilvusMappingContext();

	@Test
	void aCreatedCollectionIsAsDeclared() {
		CollectionSchema declared = schema(Article.class);
		collections().ensure(declared, SchemaMode.CREATE);
		CollectionSchema found = collections().describe("articles");
		assertThat(found.fields()).extracting(FieldSchema::name)
			.containsExactlyElementsOf(declared.fields().stream().map(FieldSchema::name).toList());
		assertThat(found.fields()).extracting(FieldSchema::describeType)
			.containsExactlyElementsOf(declared.fields().stream().map(FieldSchema::describeType).toList());
		assertThat(found.field("embedding").metric()).isEqualTo(Metric.COSINE);
		assertThat(isLoaded("articles")).isTrue();
		collections().ensure(declared, SchemaMode.VALIDATE);
		collections().ensure(declared, SchemaMode.CREATE);
	}

	@Test
	void validateCreatesNothing() {
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> collections().ensure(schema(Article.class), SchemaMode.VALIDATE))
			.withMessageContaining("'articles' does not exist");
		assertThat(collections().names()).isEmpty();
	}

	@Test
	void everyDifferenceIsARowOfATable() {
		collections().ensure(schema(Old.class), SchemaMode.CREATE);
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> collections().ensure(schema(New.class), SchemaMode.CREATE))
			.satisfies((ex) -> assertThat(ex.getDifferences())
				.extracting(SchemaDifference::field, SchemaDifference::declared, SchemaDifference::found)
				.containsExactlyInAnyOrder(tuple("title", "VARCHAR(20)", "VARCHAR(10)"),
						tuple("number", "INT64", "INT32"), tuple("added", "BOOL", "(none)"),
						tuple("removed", "(none)", "DOUBLE, required"),
						tuple("embedding", "FLOAT_VECTOR(3)", "FLOAT_VECTOR(2)"),
						tuple("embedding", "index AUTOINDEX L2", "index AUTOINDEX COSINE")));
	}

	@Test
	void aHalfCreatedCollectionIsFinished() {
		CollectionSchema declared = schema(Article.class);
		collections().ensure(declared, SchemaMode.CREATE);
		this.milvus.template().execute((client) -> {
			client.releaseCollection(ReleaseCollectionReq.builder().collectionName("articles").build());
			client.dropIndex(DropIndexReq.builder().collectionName("articles").fieldName("embedding").build());
			return null;
		});
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> collections().ensure(declared, SchemaMode.VALIDATE))
			.withMessageContaining("no index");
		collections().ensure(declared, SchemaMode.CREATE);
		assertThat(isLoaded("articles")).isTrue();
	}

	@Test
	void severalInstancesMayCreateTheSameCollection() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Future<?>> instances = new ArrayList<>();
			for (int i = 0; i < 2; i++) {
				instances.add(threads.submit(() -> collections().ensure(schema(Article.class), SchemaMode.CREATE)));
			}
			for (Future<?> instance : instances) {
				instance.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(isLoaded("articles")).isTrue();
	}

	@Test
	void onlyALoadedPartitionIsRead() {
		collections().create("parted", 2);
		collections().partitions("parted").create("hot");
		assertThat(collections().partitions("parted").exists("hot")).isTrue();
		assertThat(collections().partitions("parted").exists("cold")).isFalse();
		RowOperations rows = this.milvus.template().rows("parted");
		rows.upsert(Map.of("id", 1L, "vector", new float[] { 1, 0 }), WriteOptions.inPartition("hot"));
		rows.upsert(Map.of("id", 2L, "vector", new float[] { 1, 0 }));
		assertThat(rows.count()).isEqualTo(2);
		this.milvus.template().execute((client) -> {
			client.releasePartitions(ReleasePartitionsReq.builder()
				.collectionName("parted")
				.partitionNames(List.of("_default"))
				.build());
			return null;
		});
		assertThat(rows.count(Filter.all(), ReadOptions.inPartitions("hot"))).isEqualTo(1);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> rows.count(Filter.all(), ReadOptions.inPartitions("_default")))
			.withMessageContaining("partition not loaded");
		this.milvus.template().execute((client) -> {
			client.loadPartitions(
					LoadPartitionsReq.builder().collectionName("parted").partitionNames(List.of("_default")).build());
			return null;
		});
		assertThat(rows.count()).isEqualTo(2);
	}

	private boolean isLoaded(String collection) {
		return this.milvus.connection()
			.client()
			.getLoadState(GetLoadStateReq.builder().collectionName(collection).build());
	}

	private CollectionAdministration collections() {
		return this.milvus.template().collections();
	}

	private CollectionSchema schema(Class<?> type) {
		return this.mappingContext.entity(type).getCollection();
	}

	@MilvusEntity("things")
	public record Old(@Id long id, @MilvusField(maxLength = 10) String title, int number, double removed,
			@VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity("things")
	public record New(@Id long id, @MilvusField(maxLength = 20) String title, long number, boolean added,
			@VectorField(dimension = 3, metric = Metric.L2) float[] embedding) {
	}

}
