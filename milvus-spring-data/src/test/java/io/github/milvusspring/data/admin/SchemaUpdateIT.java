package io.github.milvusspring.data.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.connection.MilvusCalls;
import io.github.milvusspring.data.mapping.Analyzer;
import io.github.milvusspring.data.mapping.FullText;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.MilvusIndex;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.model.JsonCastType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.wire.IndexRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Collections with every kind of index and function: created, finished, planned and
 * changed, by several instances at once.
 */
class SchemaUpdateIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	private final MilvusMappingContext mappingContext = new MilvusMappingContext();

	@Test
	void whatMilvusLiteHasNotIsReplacedThere() {
		collections().ensure(schema(Item.class), SchemaMode.CREATE);
		assertThat(collections().describe("items").indexes()).extracting(IndexSchema::field, IndexSchema::type)
			.containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("vector", IndexType.FLAT),
					org.assertj.core.groups.Tuple.tuple("other", IndexType.HNSW),
					org.assertj.core.groups.Tuple.tuple("name", IndexType.INVERTED),
					org.assertj.core.groups.Tuple.tuple("text_sparse", IndexType.SPARSE_INVERTED_INDEX));
		collections().ensure(schema(Item.class), SchemaMode.VALIDATE);
		this.milvus.template()
			.insert(new Item(1, "a", "The hare", Map.of("city", "Basel"), new float[] { 1, 0 }, new float[] { 0, 1 }));
		assertThat(this.milvus.template().findById(1L, Item.class)).extracting(Item::text).isEqualTo("The hare");
	}

	@Test
	void aHalfCreatedCollectionIsFinishedWhereverItStopped() {
		CollectionSchema declared = schema(Item.class);
		collections().ensure(declared, SchemaMode.CREATE);
		List<IndexSchema> indexes = collections().describe("items").indexes();
		for (IndexSchema index : indexes) {
			collections().named("items").release();
			calls().call(IndexRequests.drop("items", index), null);
			assertThat(collections().plan(declared).differences()).singleElement()
				.extracting(SchemaDifference::operation)
				.isEqualTo(SchemaOperation.CREATE_INDEX);
			collections().ensure(declared, SchemaMode.CREATE);
			assertThat(collections().describe("items").indexes()).containsExactlyInAnyOrderElementsOf(indexes);
			assertThat(collections().named("items").loadState().isLoaded()).isTrue();
		}
	}

	@Test
	void severalInstancesThatStartAtOnceAllFinishIt() throws Exception {
		CollectionSchema declared = schema(Item.class);
		ExecutorService instances = Executors.newFixedThreadPool(6);
		try {
			List<Future<?>> starts = new ArrayList<>();
			for (int i = 0; i < 6; i++) {
				SchemaMode mode = (i % 2 == 0) ? SchemaMode.CREATE : SchemaMode.UPDATE;
				starts.add(instances
					.submit(() -> new CollectionAdministration(this.milvus.connection()).ensure(declared, mode)));
			}
			for (Future<?> start : starts) {
				start.get();
			}
		}
		finally {
			instances.shutdownNow();
		}
		collections().ensure(declared, SchemaMode.VALIDATE);
	}

	@Test
	void aPlanOfWhatIsNotThereCreatesNothing() {
		SchemaPlan plan = collections().plan(Item.class);
		assertThat(plan.differences()).singleElement()
			.extracting(SchemaDifference::operation)
			.isEqualTo(SchemaOperation.CREATE_COLLECTION);
		assertThat(plan.applicable()).isTrue();
		assertThat(collections().update(Item.class, true).toString()).isEqualTo(plan.toString());
		assertThat(collections().names()).isEmpty();
		collections().update(Item.class, false);
		assertThat(collections().plan(Item.class).isEmpty()).isTrue();
	}

	@Test
	void anIndexIsBuiltAnewOnlyWhenAskedAndKeepsTheRows() {
		collections().ensure(schema(Before.class), SchemaMode.CREATE);
		this.milvus.template().insert(new Before(1, "a", new float[] { 1, 0 }));
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> collections().ensure(schema(After.class), SchemaMode.CREATE))
			.withMessageContainingAll("DropIndex and CreateIndex", "milvus.schema.mode=update", "nothing was changed");
		assertThat(collections().describe("changing").field("vector").metric()).isEqualTo(Metric.L2);
		SchemaPlan done = collections().update(After.class, false);
		assertThat(done.differences()).extracting(SchemaDifference::operation)
			.containsExactlyInAnyOrder(SchemaOperation.REBUILD_INDEX, SchemaOperation.CREATE_INDEX,
					SchemaOperation.ALTER_COLLECTION);
		assertThat(collections().plan(After.class).isEmpty()).isTrue();
		assertThat(this.milvus.template().findById(1L, After.class)).extracting(After::name).isEqualTo("a");
	}

	@Test
	void milvusLiteChangesNoFieldsAndSaysWhoDoes() {
		collections().ensure(schema(Before.class), SchemaMode.CREATE);
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> collections().ensure(schema(Larger.class), SchemaMode.UPDATE))
			.withMessageContainingAll("not by Milvus Lite: AddCollectionField",
					"not by Milvus Lite: AlterCollectionField", "Milvus Lite cannot", "Zilliz Cloud",
					"nothing was changed")
			.satisfies((ex) -> assertThat(ex.getPlan().applicable()).isFalse());
	}

	@Test
	void nothingThatNobodyDeclaresIsDropped() {
		collections().ensure(schema(After.class), SchemaMode.CREATE);
		collections().ensure(schema(Fewer.class), SchemaMode.UPDATE);
		assertThat(collections().describe("changing").indexes()).hasSize(2);
		assertThat(collections().describe("changing").properties()).containsKey("collection.ttl.seconds");
	}

	@Test
	void aListenerIsToldThatTheIndexIsBuilt() {
		List<IndexProgress> told = new CopyOnWriteArrayList<>();
		SchemaOptions options = SchemaOptions.of(SchemaMode.CREATE)
			.withIndexTimeout(Duration.ofSeconds(30))
			.withIndexProgress(told::add);
		new CollectionAdministration(this.milvus.connection(), this.mappingContext, options)
			.ensure(schema(Before.class), SchemaMode.CREATE);
		assertThat(told).isNotEmpty().last().satisfies((progress) -> {
			assertThat(progress.collection()).isEqualTo("changing");
			assertThat(progress.finished()).isTrue();
		});
	}

	@Test
	void anIndexThatDoesNotSuitIsRefusedBeforeAnythingIsCreated() {
		CollectionSchema declared = schema(Before.class).toBuilder()
			.indexes(List.of(IndexSchema.hnsw("name", Metric.L2, 16, 64)))
			.build();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> collections().create(declared))
			.withMessageContainingAll("field 'name'", "HNSW", "VARCHAR");
		assertThat(collections().names()).isEmpty();
	}

	private CollectionAdministration collections() {
		return this.milvus.template().collections();
	}

	private MilvusCalls calls() {
		return this.milvus.connection().calls();
	}

	private CollectionSchema schema(Class<?> type) {
		return this.mappingContext.entity(type).getCollection();
	}

	@MilvusEntity(value = "items", shards = 4)
	record Item(@Id long id, @MilvusIndex(type = IndexType.TRIE) String name,
			@FullText @Analyzer(value = "english", stopWords = "the", match = true) String text,
			@MilvusIndex(type = IndexType.INVERTED, path = "city",
					castType = JsonCastType.VARCHAR) Map<String, Object> address,
			@MilvusIndex(type = IndexType.IVF_PQ, params = "m=1") @VectorField(dimension = 2) float[] vector,
			@MilvusIndex(type = IndexType.HNSW, params = {
					"M=8", "efConstruction=32" }) @VectorField(dimension = 2) float[] other){
	}

	@MilvusEntity("changing")
	record Before(@Id long id, @MilvusField(maxLength = 10) String name,
			@VectorField(dimension = 2, metric = Metric.L2) float[] vector) {
	}

	@MilvusEntity(value = "changing", ttl = "90d")
	record After(@Id long id, @MilvusIndex(type = IndexType.INVERTED) @MilvusField(maxLength = 10) String name,
			@VectorField(dimension = 2, metric = Metric.IP) float[] vector) {
	}

	@MilvusEntity("changing")
	record Larger(@Id long id, @MilvusField(maxLength = 20) String name, @MilvusField(nullable = true) Long added,
			@VectorField(dimension = 2, metric = Metric.L2) float[] vector) {
	}

	@MilvusEntity("changing")
	record Fewer(@Id long id, @MilvusField(maxLength = 10) String name,
			@VectorField(dimension = 2, metric = Metric.IP) float[] vector) {
	}

}
