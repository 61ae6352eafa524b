package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.model.SparseVector;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FunctionChain;
import io.github.milvusspring.data.query.FunctionChain.Call;
import io.github.milvusspring.data.query.FunctionChain.Combination;
import io.github.milvusspring.data.query.Grouping;
import io.github.milvusspring.data.query.HybridQuery;
import io.github.milvusspring.data.query.QueryVector;
import io.github.milvusspring.data.query.Reranker;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.TextQuery;
import io.github.milvusspring.data.query.VectorQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.Similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

/**
 * Searches for one vector, for many and for several at once: row {@code i} of ten lies at
 * {@code (i, 0)} in the plane {@code place} and at {@code (9 - i, 0)} in {@code mirror}.
 */
class SearchIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	private RowOperations rows;

	@BeforeEach
	void createCollection() {
		this.milvus.template()
			.collections()
			.create(CollectionSchema.of("places",
					List.of(FieldSchema.of("id", FieldType.INT64).primaryKey(true).build(),
							FieldSchema.of("year", FieldType.INT64).build(),
							FieldSchema.of("kind", FieldType.VARCHAR).maxLength(10).build(), plane("place"),
							plane("mirror")))
				.autoIndexes()
				.build());
		this.rows = this.milvus.template().rows("places");
		List<Map<String, Object>> data = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			data.add(Map.of("id", i, "year", 2000 + i, "kind", (i % 2 == 0) ? "even" : "odd", "place",
					new float[] { i, 0 }, "mirror", new float[] { 9 - i, 0 }));
		}
		this.rows.insertAll(data);
	}

	private static FieldSchema plane(String name) {
		return FieldSchema.of(name, FieldType.FLOAT_VECTOR).dimension(2).metric(Metric.L2).build();
	}

	private static VectorQuery near(float x) {
		return VectorQuery.of(x, 0).withField("place");
	}

	private static VectorQuery nearInMirror(float x) {
		return VectorQuery.of(x, 0).withField("mirror");
	}

	private List<Object> ids(SearchQuery<?> query) {
		return this.rows.search(query).stream().map((hit) -> hit.getContent().get("id")).toList();
	}

	@Test
	void theClosestRowsComeFirst() {
		assertThat(ids(near(3).withLimit(3))).startsWith(3L).containsExactlyInAnyOrder(3L, 2L, 4L);
		assertThat(ids(near(0).withLimit(2).withOffset(3))).containsExactly(3L, 4L);
		assertThat(ids(near(0).withLimit(3).withFilter(Filter.where("kind").is("odd")))).containsExactly(1L, 3L, 5L);
	}

	@Test
	void aRangeHasTwoEnds() {
		Range<Score> range = Range.rightOpen(Score.of(4), Score.of(25));
		assertThat(ids(near(0).withRange(range).withLimit(2))).containsExactly(2L, 3L);
		assertThat(ids(near(0).withRange(range))).containsExactly(2L, 3L, 4L);
		assertThat(ids(near(0).withRange(Range.closed(Score.of(4), Score.of(25))))).containsExactly(2L, 3L, 4L, 5L);
		assertThat(ids(
				near(0).withRange(Range.from(Range.Bound.<Score>exclusive(Score.of(36))).to(Range.Bound.unbounded()))))
			.containsExactly(7L, 8L, 9L);
	}

	@Test
	void aRangeOfSimilaritiesIsTurnedIntoDistances() {
		Range<Similarity> range = Range.closed(Similarity.of(0.05), Similarity.of(0.2));
		assertThat(this.rows.search(near(0).withRange(range)).stream().toList()).hasSize(3).first().satisfies((hit) -> {
			assertThat(hit.getContent()).containsEntry("id", 2L);
			assertThat(hit.getScore()).isInstanceOf(Similarity.class);
			assertThat(hit.getScore().getValue()).isCloseTo(0.2, within(1e-6));
		});
	}

	@Test
	void aThresholdLeavesOutWhatIsTooFar() {
		assertThat(ids(near(9).withThreshold(Score.of(4)))).containsExactly(9L, 8L, 7L);
	}

	@Test
	void aGroupHasItsBestRowsOnly() {
		assertThat(ids(near(0).groupedBy("kind"))).containsExactlyInAnyOrder(0L, 1L);
		assertThat(ids(near(0).groupedBy(Grouping.by("kind").withSize(2)))).containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
	}

	@Test
	void scoresAreRounded() {
		assertThat(this.rows.search(VectorQuery.of(0.123f, 0).withField("place").withRoundDecimal(2).withLimit(1))
			.stream()
			.toList()).singleElement()
			.extracting((hit) -> hit.getScore().getValue())
			.satisfies((score) -> assertThat(score).isCloseTo(0.02, within(1e-6)));
	}

	@Test
	void ranksOfTwoFieldsAreFused() {
		List<Object> found = ids(HybridQuery.of(near(4).withLimit(5), nearInMirror(4).withLimit(5)).withLimit(3));
		assertThat(found).hasSize(3).containsAnyOf(4L, 5L);
		assertThat(ids(HybridQuery.of(near(0).withLimit(3), nearInMirror(9).withLimit(3))
			.rerankedBy(Reranker.rrf(10))
			.withLimit(2))).containsExactly(0L, 1L);
	}

	@Test
	void scoresOfAFusionAreThoseOfTheRanks() {
		SearchResult<Map<String, Object>> best = this.rows
			.search(HybridQuery.of(near(0).withLimit(3), nearInMirror(9).withLimit(3)))
			.stream()
			.findFirst()
			.orElseThrow();
		assertThat(best.getContent()).containsEntry("id", 0L);
		assertThat(best.getScore().getValue()).isCloseTo(2.0 / 61, within(1e-6));
	}

	@Test
	void weightsDecideBetweenTheLegs() {
		HybridQuery query = HybridQuery.of(near(0).withLimit(10), nearInMirror(0).withLimit(10)).withLimit(1);
		assertThat(ids(query.rerankedBy(Reranker.weighted(1, 0)))).containsExactly(0L);
		assertThat(ids(query.rerankedBy(Reranker.weighted(0, 1)))).containsExactly(9L);
	}

	@Test
	void theFilterOfAHybridSearchHoldsForAllItsLegs() {
		HybridQuery query = HybridQuery.of(near(0), nearInMirror(0).withFilter(Filter.where("year").lt(2008)))
			.withFilter(Filter.where("kind").is("odd"))
			.withLimit(10);
		assertThat(ids(query)).isNotEmpty().allMatch((id) -> (Long) id % 2 == 1);
		assertThat(ids(HybridQuery.of(near(0)).withFilter(Filter.none()))).isEmpty();
	}

	@Test
	void someRowsAreBoosted() {
		Reranker closer = Reranker.boost(Filter.where("id").is(7), 0.001);
		assertThat(ids(near(1).rerankedBy(closer).withLimit(2))).containsExactly(1L, 7L);
		assertThat(ids(HybridQuery.of(near(1).withLimit(10)).rerankedBy(Reranker.rrf(), closer).withLimit(2)))
			.containsExactly(1L, 7L);
	}

	@Test
	void scoresDecayWithTheDistanceOfANumber() {
		SearchQuery<?> query = near(0).withLimit(10)
			.rerankedBy(Reranker.decay("year", Reranker.Curve.GAUSS, 2009, 1).withDecay(0.1));
		assertThat(ids(query).get(0)).isNotEqualTo(0L);
	}

	@Test
	void aChainOfFunctionsWorksOnTheHits() {
		FunctionChain newest = FunctionChain.EMPTY.map("age", Call.decay("year", Reranker.Curve.LINEAR, 2009, 5))
			.map(FunctionChain.SCORE, Call.combine(Combination.SUM, "age", "age"))
			.map(FunctionChain.SCORE, Call.round(FunctionChain.SCORE, 2))
			.sort(FunctionChain.SCORE, true)
			.limit(2);
		assertThat(this.rows.search(near(0).withLimit(10).withFunctionChain(newest)))
			.extracting((hit) -> hit.getContent().get("id"), (hit) -> hit.getScore().getValue())
			.containsExactly(tuple(9L, 2.0), tuple(8L, (double) 1.8f));
		FunctionChain weighted = FunctionChain.EMPTY
			.map(FunctionChain.SCORE, Call.weighted(Map.of("year", 1.0, FunctionChain.SCORE, 0.0)))
			.sort(FunctionChain.SCORE, true);
		assertThat(ids(near(0).withLimit(10).withFunctionChain(weighted)).get(0)).isEqualTo(9L);
		assertThatIllegalArgumentException().isThrownBy(() -> HybridQuery.of(near(0)).withFunctionChain(newest))
			.withMessageContaining("chain");
	}

	@Test
	void sparseVectorsAreSearchedByTheirProduct() {
		this.milvus.template()
			.collections()
			.create(CollectionSchema
				.of("words",
						List.of(FieldSchema.of("id", FieldType.INT64).primaryKey(true).build(),
								FieldSchema.of("weights", FieldType.SPARSE_FLOAT_VECTOR).metric(Metric.IP).build()))
				.autoIndexes()
				.build());
		RowOperations words = this.milvus.template().rows("words");
		words.insertAll(List.of(Map.of("id", 1, "weights", Map.of(1, 0.5f, 70_000, 1f)),
				Map.of("id", 2, "weights", SparseVector.of(Map.of(1L, 2f))),
				Map.of("id", 3, "weights", Map.of(5, 1f))));
		assertThat(words.search(VectorQuery.of(QueryVector.of(SparseVector.of(Map.of(1, 1f, 70_000, 2f))))))
			.extracting((hit) -> hit.getContent().get("id"), (hit) -> hit.getScore().getValue())
			.containsExactly(tuple(1L, 2.5), tuple(2L, 2.0));
	}

	@Test
	void whatCannotBeSearchedIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> near(0).withLimit(0));
		assertThatIllegalArgumentException().isThrownBy(() -> near(0).withLimit(16_000).withOffset(385));
		assertThatIllegalArgumentException().isThrownBy(() -> HybridQuery.of());
		assertThatIllegalArgumentException().isThrownBy(() -> HybridQuery.of(HybridQuery.of(near(0))))
			.withMessageContaining("hybrid");
		assertThatIllegalArgumentException().isThrownBy(() -> HybridQuery.of(near(0).withOffset(1)))
			.withMessageContaining("offset");
		assertThatIllegalArgumentException().isThrownBy(() -> HybridQuery.of(near(0).withThreshold(Score.of(1))))
			.withMessageContaining("threshold");
		assertThatIllegalArgumentException().isThrownBy(() -> Reranker.rrf(0));
		assertThatIllegalArgumentException().isThrownBy(() -> Reranker.weighted(0.5, 1.5));
		assertRefused(VectorQuery.of(1, 0), "2 vector fields");
		assertRefused(VectorQuery.of(1, 0, 0).withField("place"), "dimension 3");
		assertRefused(VectorQuery.of(QueryVector.of(new byte[] { 1 })).withField("place"), "FLOAT_VECTOR(2)");
		assertRefused(TextQuery.of("word"), "full text");
		assertRefused(TextQuery.of("word").withField("kind"), "@FullText");
		assertRefused(HybridQuery.of(near(0), nearInMirror(0)).rerankedBy(Reranker.weighted(1)), "as many weights");
		assertRefused(VectorQuery.of(QueryVector.of(1, 0), QueryVector.of(0, 1)).withField("place"), "searchAll");
	}

	private void assertRefused(SearchQuery<?> query, String words) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> this.rows.search(query))
			.withMessageContaining(words);
	}

}
