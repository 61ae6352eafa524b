package io.github.milvusspring.data.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.milvusspring.data.MilvusFullServer;
import io.github.milvusspring.data.mapping.FullText;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.PartitionKey;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.repository.MilvusRepository;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.WriteOptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What a complete server of version 2.3.5 has not or does wrong is refused before it is
 * asked for, and leaves nothing behind.
 */
class FullServerRefusalsIT {

	@RegisterExtension
	final MilvusFullServer milvus = new MilvusFullServer();

	@MilvusEntity("times")
	record Time(@Id long id, Instant at, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity("maybes")
	record Maybe(@Id long id, @Nullable String text, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity("texts")
	record Text(@Id long id, @FullText String text) {
	}

	@MilvusEntity("tenants")
	record Owned(@Id long id, @PartitionKey String tenant, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity("moments")
	record Moment(@Id long id, @MilvusField(type = FieldType.INT64) Instant at,
			@VectorField(dimension = 2) float[] vector) {
	}

	@ParameterizedTest
	@ValueSource(classes = { Time.class, Maybe.class, Text.class })
	void nothingIsCreatedThatTheServerHasNotWhole(Class<?> type) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.milvus.template().ensureCollection(type))
			.withMessageContainingAll("needs Milvus 2.", "this is Milvus 2.3.5", "nothing was sent");
		assertThat(this.milvus.template().collections().names()).isEmpty();
	}

	@Test
	void anAdviceThatIsGivenWorks() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.milvus.template().ensureCollection(Time.class))
			.withMessageContaining("TIMESTAMPTZ needs Milvus 2.6, and this is Milvus 2.3.5: write type = INT64");
		Instant now = Instant.ofEpochMilli(1_700_000_000_123L);
		this.milvus.template().upsert(new Moment(1, now, new float[] { 1, 2 }));
		assertThat(this.milvus.template().findById(1L, Moment.class).at()).isEqualTo(now);
	}

	@Test
	void aCollectionByHandIsCheckedToo() {
		CollectionSchema schema = CollectionSchema
			.of("hand",
					List.of(FieldSchema.of("id", FieldType.INT64).primaryKey(true).build(),
							FieldSchema.of("n", FieldType.INT64).nullable(true).build(),
							FieldSchema.of("vector", FieldType.FLOAT_VECTOR).dimension(2).metric(Metric.L2).build()))
			.build();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.milvus.template().collections().create(schema))
			.withMessageContainingAll("'n'", "needs Milvus 2.5");
		assertThat(this.milvus.template().collections().names()).isEmpty();
	}

	@Test
	void upsertsThatTheServerWouldNotFindByTheirPartitionKeyAreRefused() {
		MilvusTemplate template = this.milvus.template();
		template.insertAll(List.of(new Owned(1, "a", new float[] { 1, 2 }), new Owned(2, "b", new float[] { 2, 1 })));
		Owned changed = new Owned(1, "a", new float[] { 5, 5 });
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> template.upsert(changed))
			.withMessageContainingAll("partition key", "Milvus 2.3.5", "2.3.10", "nothing was written");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template.rows("tenants").upsert(Map.of("id", 1, "tenant", "a", "vector", new float[2])));
		assertThat(template.count(Filter.where("tenant").is("a"), Owned.class, ReadOptions.DEFAULT)).isEqualTo(1);
	}

	@Test
	void upsertsByAPartitionKeyAreRefusedHoweverTheyAreWritten() {
		Owned owned = new Owned(1, "a", new float[] { 1, 2 });
		MilvusTemplate template = this.milvus.template();
		Tenants tenants = new MilvusRepositoryFactory(template).getRepository(Tenants.class);
		for (ThrowingCallable upsert : List.<ThrowingCallable>of(() -> tenants.save(owned),
				() -> tenants.saveAll(List.of(owned)), () -> tenants.upsert(owned),
				() -> template.async().upsertAll(List.of(owned), WriteOptions.DEFAULT).get(),
				() -> template.upsertAll(Stream.of(owned), Owned.class, BatchOptions.DEFAULT))) {
			assertThat(catchThrowable(upsert)).hasStackTraceContaining("does not find rows that were upserted");
		}
		assertThat(template.count(Filter.all(), Owned.class)).isZero();
	}

	@Test
	void manyValuesInADocumentAreFoundByASearch() {
		MilvusTemplate template = this.milvus.template();
		template.collections()
			.create(CollectionSchema
				.of("documents", List.of(FieldSchema.of("id", FieldType.INT64).primaryKey(true).build(),
						FieldSchema.of("meta", FieldType.JSON).build(),
						FieldSchema.of("vector", FieldType.FLOAT_VECTOR).dimension(2).metric(Metric.L2).build()))
				.autoIndexes()
				.build());
		RowOperations rows = template.rows("documents");
		rows.insertAll(IntStream.range(0, 20)
			.mapToObj((id) -> Map.of("id", id, "meta", Map.of("p", id * 100), "vector", new float[] { id, 1 }))
			.toList());
		List<Integer> values = IntStream.range(0, 200).boxed().toList();
		Filter listed = Filter.where("meta.p").in(values);
		Filter chained = values.stream()
			.map((p) -> (Filter) Filter.where("meta.p").is(p))
			.reduce(Filter::or)
			.orElseThrow();
		assertThat(rows.search(VectorQuery.of(new float[] { 0, 1 }).withFilter(listed)).stream()).hasSize(2);
		assertThat(rows.query(FilterQuery.of(listed))).hasSize(2);
		assertThat(rows.query(FilterQuery.of(chained))).hasSize(2);
	}

	@Test
	void whatTheServerCannotCompareOrMatchIsRefusedAndNeverAnsweredWrongly() {
		MilvusTemplate template = this.milvus.template();
		template.insert(new Listed(1, "user_1", 5, List.of(1, 2, 3), new float[] { 1, 2 }));
		for (Filter filter : List.of(Filter.where("sizes").length().gt(2), Filter.where("age").plus(1).lt(10),
				Filter.where("age").modulo(2).gte(1), Filter.where("name").endsWith("1"),
				Filter.where("name").contains("ser"), Filter.where("name").like("_"))) {
			assertThat(catchThrowable(() -> template.count(filter, Listed.class))).as(filter.toString())
				.isInstanceOf(DataAccessException.class);
			assertThat(catchThrowable(() -> template.delete(filter.not(), Listed.class))).as("not " + filter)
				.isInstanceOf(DataAccessException.class);
		}
		for (Filter filter : List.of(Filter.where("sizes").length().is(3), Filter.where("age").plus(1).is(6),
				Filter.where("name").startsWith("user_"), Filter.where("name").like("user\\_%"))) {
			assertThat(template.count(filter, Listed.class)).as(filter.toString()).isEqualTo(1);
		}
		assertThat(template.count(Filter.where("name").like(""), Listed.class)).isZero();
	}

	@MilvusEntity("listed")
	record Listed(@Id long id, @MilvusField(maxLength = 20) String name, int age, List<Integer> sizes,
			@VectorField(dimension = 2) float[] vector) {
	}

	interface Tenants extends MilvusRepository<Owned, Long> {

	}

}
