package io.github.milvusspring.data.repository;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.Metric;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Range.Bound;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Vector;
import org.springframework.data.repository.query.Param;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Searches that repositories declare, on a real server.
 */
class SearchRepositoryIT {

	private static final float[] EAST = { 1, 0 };

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	private Articles articles;

	@BeforeEach
	void createArticles() {
		this.articles = this.milvus.repository(Articles.class);
		this.articles.upsertAll(List.of(Article.of("east", "red apple pie", "a", 1, 1, 0),
				Article.of("north east", "green apple", "a", 2, 1, 1), Article.of("north", "blue whale", "b", 3, 0, 1),
				Article.of("west", "whale pie", "b", 4, -1, 0)));
	}

	@Test
	void namesSearchByVectorsOfEveryKind() {
		assertThat(ids(this.articles.searchByTenantAndEmbeddingNear("b", Vector.of(EAST), Limit.of(3))))
			.containsExactly("north", "west");
		assertThat(this.articles.searchTop2ByEmbeddingNear(List.of(1f, 0f))).extracting(Article::id)
			.containsExactly("east", "north east");
		assertThat(this.articles.searchByEmbeddingNear(EAST, PageRequest.of(1, 2))).extracting(Article::id)
			.containsExactly("north", "west");
		assertThat(this.articles.searchFirstByTenantAndEmbeddingNear("b", EAST)).get()
			.extracting(Article::id)
			.isEqualTo("north");
		assertThat(this.articles.searchFirstByTenantAndEmbeddingNear("none", EAST)).isEmpty();
		assertThat(this.articles.searchByPriceGreaterThanAndEmbeddingNear(1, EAST).getContent().id())
			.isEqualTo("north east");
		try (Stream<SearchResult<Article>> hits = this.articles.streamTop3ByEmbeddingNear(EAST)) {
			assertThat(hits.map((hit) -> hit.getContent().id())).containsExactly("east", "north east", "north");
		}
	}

	@Test
	void rangesLimitHowCloseHitsAre() {
		assertThat(
				ids(this.articles.searchByEmbeddingWithin(EAST, Range.closed(Similarity.of(0.5), Similarity.of(0.9)))))
			.containsExactly("north east", "north");
		assertThat(ids(this.articles.searchByEmbeddingWithin(EAST,
				Range.of(Bound.exclusive(Similarity.of(0.5)), Bound.exclusive(Similarity.of(1))))))
			.containsExactly("north east");
		assertThat(ids(this.articles.searchByTenantAndEmbeddingNear("b", EAST,
				Range.rightUnbounded(Bound.inclusive(Score.of(0))))))
			.containsExactly("north");
	}

	@Test
	void projectionsShowWhatTheyName() {
		assertThat(this.articles.searchTop3ByEmbeddingNear(EAST)
			.contentStream()
			.map((shown) -> shown.getTitle() + shown.getPrice()))
			.containsExactly("red apple pie1", "green apple2", "blue whale3");
		assertThat(this.articles.searchTop2ByEmbeddingNear(EAST, Priced.class))
			.containsExactly(new Priced("red apple pie", 1), new Priced("green apple", 2));
		assertThat(this.articles.findByTenant("b")).containsExactlyInAnyOrder(new Priced("blue whale", 3),
				new Priced("whale pie", 4));
	}

	@Test
	void aDeclaredVectorSearchFiltersAndGroups() {
		assertThat(this.articles.declared(Vector.of(EAST), 1, "b\" or price > 0 or tenant == \"a")).isEmpty();
		assertThat(ids(this.articles.declared(Vector.of(EAST), 1, "a"))).containsExactly("north east");
		assertThat(this.articles.grouped(EAST)).extracting(Article::id).containsExactly("east", "north");
		assertThat(this.articles.among(EAST, List.of("west", "north"))).extracting(Article::id)
			.containsExactly("north", "west");
		assertThat(this.articles.among(EAST, List.of())).isEmpty();
	}

	@Test
	void wordsAreRankedByBm25() {
		SearchResults<Article> apples = this.articles.words("apple", Limit.of(5));
		assertThat(ids(apples)).containsExactlyInAnyOrder("east", "north east");
		assertThat(apples.getContent().get(0).getScore().getValue()).isPositive();
		assertThat(apples.getContent().get(0).getScore().getFunction().getName()).isEqualTo("BM25");
		assertThat(this.articles.wordsOf("b", "apple pie")).extracting(Article::id).containsExactly("west");
	}

	@Test
	void hybridSearchesFuseByRankOrWeight() {
		assertThat(ids(this.articles.hybrid(Vector.of(EAST), "whale", "b", Limit.of(5))))
			.containsExactlyInAnyOrder("north", "west");
		SearchResults<Article> fused = this.articles.fused(EAST, "red");
		assertThat(fused.getContent().get(0).getContent().id()).isEqualTo("east");
		assertThat(fused.getContent().get(0).getScore().getValue()).isCloseTo(2.0 / 61, within(1e-5));
		assertThat(ids(this.articles.mostlyWords(EAST, "whale")).get(0)).isIn("north", "west");
		assertThat(ids(this.articles.mostlyMeaning(EAST, "whale")).get(0)).isEqualTo("east");
		assertThat(this.articles.hybridTitles(EAST, "whale", 2)).hasSize(2)
			.extracting(Titled::getTitle)
			.allSatisfy((title) -> assertThat(title).isNotNull());
	}

	@Test
	void queriesFindCountAndAsk() {
		assertThat(this.articles.cheaper(3, List.of("a", "b"))).extracting(Article::id)
			.containsExactlyInAnyOrder("east", "north east");
		assertThat(this.articles.countOf("it's \"b\" or true")).isZero();
		assertThat(this.articles.countOf("b")).isEqualTo(2);
		assertThat(this.articles.anyOver(-1)).isTrue();
		assertThat(this.articles.anyOver(4)).isFalse();
		assertThat(this.articles.titled("%pie")).extracting(Titled::getTitle)
			.containsExactlyInAnyOrder("red apple pie", "whale pie");
		try (Stream<Article> rows = this.articles.streamOver(2)) {
			assertThat(rows.map(Article::id)).containsExactlyInAnyOrder("north", "west");
		}
		assertThat(this.articles.pageOver(0, PageRequest.of(0, 3)).getTotalElements()).isEqualTo(4);
	}

	@Test
	void distancesAreScoresThatGrow() {
		Places places = this.milvus.repository(Places.class);
		places.upsertAll(List.of(new Place("here", new float[] { 0, 0 }), new Place("near", new float[] { 0, 1 }),
				new Place("far", new float[] { 0, 3 })));
		float[] here = { 0, 0 };
		SearchResults<Place> close = places.searchByPositionNear(here, Score.of(1));
		assertThat(close.contentStream().map(Place::id)).containsExactly("here", "near");
		assertThat(close.getContent().get(1).getScore().getValue()).isEqualTo(1);
		SearchResults<Place> similar = places.searchByPositionNear(here, Similarity.of(0.5));
		assertThat(similar.contentStream().map(Place::id)).containsExactly("here", "near");
		assertThat(similar.getContent().get(1).getScore().getValue()).isEqualTo(0.5);
		assertThat(places.searchByPositionWithin(here,
				Range.of(Bound.exclusive(Score.of(0)), Bound.inclusive(Score.of(9)))))
			.extracting(Place::id)
			.containsExactly("near", "far");
		assertThat(places.searchByPositionWithin(here, Range.leftUnbounded(Bound.exclusive(Score.of(9)))))
			.extracting(Place::id)
			.containsExactly("here", "near");
	}

	@Test
	void innerProductsAreScoresThatFall() {
		Offers offers = this.milvus.repository(Offers.class);
		offers.upsertAll(List.of(new Offer("large", new float[] { 3, 0 }), new Offer("small", new float[] { 0.5f, 0 }),
				new Offer("none", new float[] { 0, 1 })));
		SearchResults<Offer> large = offers.searchByWeightsNear(EAST, Score.of(0.5));
		assertThat(large.contentStream().map(Offer::id)).containsExactly("large", "small");
		assertThat(large.getContent().get(0).getScore().getValue()).isEqualTo(3);
		SearchResults<Offer> similar = offers.searchByWeightsNear(EAST, Similarity.of(0.75));
		assertThat(similar.contentStream().map(Offer::id)).containsExactly("large", "small");
		assertThat(similar.getContent().get(1).getScore().getValue()).isEqualTo(0.75);
	}

	private static List<String> ids(SearchResults<Article> results) {
		return results.contentStream().map(Article::id).toList();
	}

	interface Articles extends MilvusRepository<Article, String> {

		SearchResults<Article> searchByTenantAndEmbeddingNear(String tenant, Vector vector, Limit limit);

		List<Article> searchTop2ByEmbeddingNear(List<Float> vector);

		List<Article> searchByEmbeddingNear(float[] vector, Pageable pageable);

		Optional<Article> searchFirstByTenantAndEmbeddingNear(String tenant, float[] vector);

		SearchResult<Article> searchByPriceGreaterThanAndEmbeddingNear(int price, float[] vector);

		Stream<SearchResult<Article>> streamTop3ByEmbeddingNear(float[] vector);

		SearchResults<Article> searchByEmbeddingWithin(float[] vector, Range<Similarity> range);

		SearchResults<Article> searchByTenantAndEmbeddingNear(String tenant, float[] vector, Range<Score> range);

		SearchResults<Shown> searchTop3ByEmbeddingNear(float[] vector);

		<S> List<S> searchTop2ByEmbeddingNear(float[] vector, Class<S> type);

		List<Priced> findByTenant(String tenant);

		@VectorSearch(filter = "price > :min and tenant == :tenant", limit = "2")
		SearchResults<Article> declared(Vector vector, @Param("min") int min, @Param("tenant") String tenant);

		@VectorSearch(groupBy = "tenant", limit = "2")
		List<Article> grouped(float[] vector);

		@VectorSearch(filter = "id in :ids")
		List<Article> among(float[] vector, @Param("ids") List<String> ids);

		@FullTextSearch
		SearchResults<Article> words(String text, Limit limit);

		@FullTextSearch(filter = "tenant == :#{#tenant}")
		List<Article> wordsOf(@Param("tenant") String tenant, @Match String text);

		@HybridSearch(filter = "tenant == :tenant")
		SearchResults<Article> hybrid(@Near("embedding") Vector vector, @Match("title") String text,
				@Param("tenant") String tenant, Limit limit);

		@HybridSearch(rrf = @Rrf)
		SearchResults<Article> fused(@Near float[] vector, @Match String text);

		@HybridSearch(weighted = @Weighted({ 0.01, 0.99 }))
		SearchResults<Article> mostlyWords(@Near float[] vector, @Match String text);

		@HybridSearch
		SearchResults<Article> mostlyMeaning(@Near(weight = 1) float[] vector, @Match(weight = 0) String text);

		@HybridSearch(limit = ":n")
		List<Titled> hybridTitles(@Near float[] vector, @Match String text, @Param("n") int n);

		@Query("price < :max and tenant in :tenants")
		List<Article> cheaper(@Param("max") int max, @Param("tenants") List<String> tenants);

		@Query("tenant == :tenant")
		long countOf(@Param("tenant") String tenant);

		@Query("price > :price")
		boolean anyOver(@Param("price") int price);

		@Query("title like :pattern")
		List<Titled> titled(@Param("pattern") String pattern);

		@Query("price > :price")
		Stream<Article> streamOver(@Param("price") int price);

		@Query("price > :price")
		org.springframework.data.domain.Page<Article> pageOver(@Param("price") int price, Pageable pageable);

	}

	/** A projection with a default method. */
	interface Shown extends Titled {

		int getPrice();

	}

	/** A projection. */
	interface Titled {

		String getTitle();

	}

	record Priced(String title, int price) {
	}

	@MilvusEntity("places")
	record Place(@Id String id, @VectorField(dimension = 2, metric = Metric.L2) float[] position) {
	}

	interface Places extends MilvusRepository<Place, String> {

		SearchResults<Place> searchByPositionNear(float[] position, Score score);

		SearchResults<Place> searchByPositionNear(float[] position, Similarity similarity);

		List<Place> searchByPositionWithin(float[] position, Range<Score> range);

	}

	@MilvusEntity("offers")
	record Offer(@Id String id, @VectorField(dimension = 2, metric = Metric.IP) float[] weights) {
	}

	interface Offers extends MilvusRepository<Offer, String> {

		SearchResults<Offer> searchByWeightsNear(float[] weights, Score score);

		SearchResults<Offer> searchByWeightsNear(float[] weights, Similarity similarity);

	}

}
