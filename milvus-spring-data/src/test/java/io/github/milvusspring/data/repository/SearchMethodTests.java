package io.github.milvusspring.data.repository;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.Grouping;
import io.github.milvusspring.data.query.HybridQuery;
import io.github.milvusspring.data.query.QueryVector;
import io.github.milvusspring.data.query.Reranker;
import io.github.milvusspring.data.query.TextQuery;
import io.github.milvusspring.data.query.VectorQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Vector;
import org.springframework.data.repository.query.Param;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the methods of a repository search for.
 */
class SearchMethodTests {

	private static final float[] VECTOR = { 1, 2 };

	private final RecordedOperations operations = new RecordedOperations();

	private final Articles articles = this.operations.repository(Articles.class);

	@Test
	void aNameIsAVectorAFilterAndALimit() {
		this.articles.searchByTenantAndEmbeddingNearAndPriceLessThan("a", Vector.of(VECTOR), 5, Limit.of(3));
		assertThat(this.operations.search()).isEqualTo(VectorQuery.of(VECTOR)
			.withField("embedding")
			.withFilter(this.operations.search().filter())
			.withLimit(3));
		assertThat(this.operations.search().filter()).hasToString("tenant == \"a\" and price < 5");
		this.articles.searchTop7ByEmbeddingNear(List.of(1f, 2f));
		assertThat(this.operations.search()).isEqualTo(VectorQuery.of(VECTOR).withField("embedding").withLimit(7));
		this.articles.searchByEmbeddingNear(new double[] { 1, 2 }, PageRequest.of(2, 5));
		assertThat(this.operations.search())
			.isEqualTo(VectorQuery.of(VECTOR).withField("embedding").withLimit(5).withOffset(10));
	}

	@Test
	void howCloseHitsMustBeIsAScoreASimilarityOrARange() {
		this.articles.searchByEmbeddingNear(VECTOR, Score.of(0.5), Limit.of(2));
		assertThat(vectorQuery().threshold()).isEqualTo(Score.of(0.5));
		Range<Similarity> range = Range.closed(Similarity.of(0.2), Similarity.of(0.8));
		this.articles.searchByEmbeddingWithin(VECTOR, range);
		assertThat(vectorQuery().range()).isEqualTo(range);
		assertThat(vectorQuery().limit()).isEqualTo(VectorQuery.LARGEST_WINDOW);
		Range<Score> scores = Range.rightUnbounded(Range.Bound.inclusive(Score.of(0.2)));
		this.articles.searchByTenantAndEmbeddingNear("a", Vector.of(VECTOR), scores);
		assertThat(vectorQuery().range()).isEqualTo(scores);
		this.articles.searchByTenantAndEmbeddingNear("a", Vector.of(VECTOR), null);
		assertThat(vectorQuery().limit()).isEqualTo(10);
	}

	@Test
	void oneRowIsTheClosest() {
		assertThat(this.articles.searchByEmbeddingNear(Vector.of(VECTOR))).isNull();
		assertThat(this.operations.search().limit()).isEqualTo(1);
	}

	@Test
	void projectionsReadOnlyWhatTheyShow() {
		this.articles.searchTop5ByEmbeddingNear(Vector.of(VECTOR));
		assertThat(this.operations.result()).isEqualTo(Titled.class);
		this.articles.searchFirstByEmbeddingNear(VECTOR, Priced.class);
		assertThat(this.operations.result()).isEqualTo(Priced.class);
		this.articles.searchFirstByEmbeddingNear(VECTOR, Article.class);
		assertThat(this.operations.result()).isEqualTo(Article.class);
		this.articles.findByTenant("a");
		assertThat(this.operations.result()).isEqualTo(Titled.class);
	}

	@Test
	void aDeclaredVectorSearchSaysEverything() {
		this.articles.declared(VECTOR, 7, "it's \"a\" or 1 == 1", "p1", 3);
		assertThat(this.operations.search()).isEqualTo(VectorQuery.of(VECTOR)
			.withField("embedding")
			.withFilter(Filter.expression("price < :max and tenant == :tenant",
					Map.of("max", 7, "tenant", "it's \"a\" or 1 == 1")))
			.withLimit(3)
			.withOffset(2)
			.groupedBy(Grouping.by("tenant").withSize(2).strictly())
			.withParameters(Map.of("ef", 64L, "hint", "iterative_filter"))
			.withRoundDecimal(3)
			.withIgnoreGrowing(true)
			.withOptions(io.github.milvusspring.data.query.ReadOptions.inPartitions("p1", "fixed")));
		this.articles.anyVector(QueryVector.of(VECTOR), Similarity.of(0.5));
		assertThat(vectorQuery().threshold()).isEqualTo(Similarity.of(0.5));
		assertThat(vectorQuery().limit()).isEqualTo(VectorQuery.LARGEST_WINDOW);
	}

	@Test
	void expressionsAreBoundAsValues() {
		this.articles.byExpression(Vector.of(VECTOR), "x\" or true", List.of(1, 2));
		assertThat(this.operations.search().filter())
			.hasToString("tenant == \"X\\\" OR TRUE\" and price in [1, 2] and title != \":tenant\"");
		assertThat(this.operations.search().limit()).isEqualTo(4);
	}

	@Test
	void aPageOfTheFirstRowsEndsWhereTheyEnd() {
		this.articles.findTop3ByTenant("a", PageRequest.of(1, 2));
		assertThat(this.operations.query().offset()).isEqualTo(2);
		assertThat(this.operations.query().limit()).isEqualTo(1);
		this.articles.findTop3ByTenant("a", PageRequest.of(5, 2));
		assertThat(this.operations.query().filter()).isEqualTo(Filter.where("id").in(List.of()));
		this.articles.findByPriceLessThan(3, PageRequest.of(0, Integer.MAX_VALUE));
		assertThat(this.operations.query().limit()).isEqualTo(Integer.MAX_VALUE);
	}

	@Test
	void aFullTextSearchLooksForWords() {
		this.articles.words("two words", Limit.of(4));
		assertThat(this.operations.search()).isEqualTo(TextQuery.of("two words").withField("title").withLimit(4));
		this.articles.wordsOf("a", "word");
		assertThat(this.operations.search()).isEqualTo(TextQuery.of("word")
			.withField("title")
			.withFilter(Filter.expression("tenant == :tenant", Map.of("tenant", "a")))
			.withParameters(Map.of("drop_ratio_search", 0.2))
			.withLimit(2));
	}

	@Test
	void aHybridSearchHasTheParametersForLegs() {
		this.articles.hybrid(Vector.of(VECTOR), "words", "a", Limit.of(5));
		assertThat(this.operations.search()).isEqualTo(HybridQuery
			.of(VectorQuery.of(VECTOR).withField("embedding").withLimit(5),
					TextQuery.of("words").withField("title").withLimit(5))
			.withLimit(5)
			.withFilter(Filter.expression("tenant == :tenant", Map.of("tenant", "a")))
			.rerankedBy(Reranker.rrf(10)));
		this.articles.weighted(VECTOR, "words", 3);
		assertThat(this.operations.search()).isEqualTo(HybridQuery
			.of(VectorQuery.of(VECTOR)
				.withField("embedding")
				.withLimit(50)
				.withFilter(Filter.expression("price > :min", Map.of("min", 3)))
				.withParameters(Map.of("ef", 64L)), TextQuery.of("words").withField("title").withLimit(10))
			.rerankedBy(Reranker.weighted(0.7, 0.3)));
		this.articles.weightedLegs(VECTOR, "words");
		assertThat(this.operations.search().settings().rerankers()).containsExactly(Reranker.weighted(0.4, 0.6));
		this.articles.plainHybrid(VECTOR, "words");
		assertThat(this.operations.search().settings().rerankers()).containsExactly(Reranker.rrf());
	}

	@Test
	void aQueryFindsCountsAndAsks() {
		this.articles.cheap(5, List.of("a", "b"), Limit.of(2));
		assertThat(this.operations.query().filter()).hasToString("price < 5 and tenant in [\"a\", \"b\"]");
		assertThat(this.operations.query().limit()).isEqualTo(2);
		assertThat(this.articles.countCheap(-5)).isZero();
		assertThat(this.articles.anyCheap(5)).isFalse();
	}

	@Test
	void whatIsNullOrSortedIsRefusedByTheCall() {
		refused(() -> this.articles.words(null, Limit.of(1)), "words", "null");
		refused(() -> this.articles.searchByEmbeddingNear((float[]) null, Score.of(1), Limit.of(2)), "null");
		refused(() -> this.articles.searchByEmbeddingWithin(VECTOR, null), "score", "null");
		refused(() -> this.articles.cheap(5, null, Limit.of(2)), ":tenants", "null");
		refused(() -> this.articles.searchByEmbeddingNear(new double[] { 1, 2 },
				PageRequest.of(0, 2, Sort.by("title"))), "does not sort");
		refused(() -> this.articles.declared(VECTOR, 7, "t", null, 3), "partition", "null");
	}

	private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... words) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call)
			.withMessageContainingAll(words);
	}

	private VectorQuery vectorQuery() {
		return (VectorQuery) this.operations.search();
	}

	interface Articles extends MilvusRepository<Article, String> {

		SearchResults<Article> searchByTenantAndEmbeddingNearAndPriceLessThan(String tenant, Vector vector, int price,
				Limit limit);

		List<Article> searchTop7ByEmbeddingNear(List<Float> vector);

		SearchResults<Article> searchByEmbeddingNear(double[] vector, Pageable pageable);

		SearchResults<Article> searchByEmbeddingNear(float @Nullable [] vector, Score score, Limit limit);

		SearchResults<Article> searchByEmbeddingWithin(float[] vector, @Nullable Range<Similarity> range);

		SearchResults<Article> searchByTenantAndEmbeddingNear(String tenant, Vector vector,
				@Nullable Range<Score> range);

		@Nullable Article searchByEmbeddingNear(Vector vector);

		SearchResults<Titled> searchTop5ByEmbeddingNear(Vector vector);

		<S> List<S> searchFirstByEmbeddingNear(float[] vector, Class<S> type);

		List<Titled> findByTenant(String tenant);

		@VectorSearch(field = "embedding", filter = "price < :max and tenant == :tenant", limit = ":n", offset = "2",
				groupBy = "tenant", groupSize = 2, strictGroupSize = true,
				params = { "ef=64", "hint=iterative_filter" }, roundDecimal = 3, ignoreGrowing = true,
				partitions = { ":partition", "fixed" })
		SearchResults<Article> declared(float[] vector, @Param("max") int max, @Param("tenant") String tenant,
				@Param("partition") @Nullable String partition, @Param("n") int n);

		@VectorSearch
		List<Article> anyVector(QueryVector vector, Similarity similarity);

		List<Article> findTop3ByTenant(String tenant, Pageable pageable);

		Slice<Article> findByPriceLessThan(int price, Pageable pageable);

		@VectorSearch(limit = "#{2 * 2}",
				filter = "tenant == ?#{#tenant.toUpperCase()} and price in :prices and title != \":tenant\"")
		List<Article> byExpression(@Near Vector vector, @Param("tenant") String tenant,
				@Param("prices") List<Integer> prices);

		@FullTextSearch
		SearchResults<Article> words(@Nullable String text, Limit limit);

		@FullTextSearch(filter = "tenant == :tenant", limit = "2", params = "drop_ratio_search=0.2")
		List<Article> wordsOf(@Param("tenant") String tenant, @Match("title") String text);

		@HybridSearch(filter = "tenant == :tenant", rrf = @Rrf(k = 10))
		SearchResults<Article> hybrid(@Near("embedding") Vector vector, @Match("title") String text,
				@Param("tenant") String tenant, Limit limit);

		@HybridSearch(weighted = @Weighted({ 0.7, 0.3 }))
		SearchResults<Article> weighted(@Near(limit = 50, filter = "price > :min", params = "ef=64") float[] vector,
				@Match String text, @Param("min") int min);

		@HybridSearch
		SearchResults<Article> weightedLegs(@Near(weight = 0.4) float[] vector, @Match(weight = 0.6) String text);

		@HybridSearch
		SearchResults<Article> plainHybrid(@Near float[] vector, @Match String text);

		@Query("price < :max and tenant in :tenants")
		List<Article> cheap(@Param("max") int max, @Param("tenants") @Nullable List<String> tenants, Limit limit);

		@Query("price < :max")
		long countCheap(@Param("max") int max);

		@Query("price < :max")
		boolean anyCheap(@Param("max") int max);

	}

	/** A projection. */
	interface Titled {

		String getTitle();

	}

	record Priced(String id, int price) {
	}

}
