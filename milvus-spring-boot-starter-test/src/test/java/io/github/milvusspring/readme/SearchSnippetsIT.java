package io.github.milvusspring.readme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.FullText;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.HybridQuery;
import io.github.milvusspring.data.query.Reranker;
import io.github.milvusspring.data.query.TextQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.repository.FullTextSearch;
import io.github.milvusspring.data.repository.HybridSearch;
import io.github.milvusspring.data.repository.Match;
import io.github.milvusspring.data.repository.MilvusRepository;
import io.github.milvusspring.data.repository.Near;
import io.github.milvusspring.data.repository.Query;
import io.github.milvusspring.data.repository.ReadConsistency;
import io.github.milvusspring.data.repository.Rrf;
import io.github.milvusspring.data.repository.VectorSearch;
import io.github.milvusspring.data.repository.Weighted;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;
import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Vector;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.query.Param;
import org.springframework.data.support.WindowIterator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the snippets that the page about searches shows.
 */
@DataMilvusTest
class SearchSnippetsIT {

	@Autowired
	private MilvusOperations template;

	private Articles articles;

	@BeforeEach
	void createArticles() {
		this.articles = new MilvusRepositoryFactory(this.template).getRepository(Articles.class);
		this.articles.upsertAll(List.of(new Article("1", "green apples", "a", 5, new float[] { 1, 0, 0 }),
				new Article("2", "blue whales", "a", 50, new float[] { 0, 1, 0 }),
				new Article("3", "green whales", "b", 5, new float[] { 1, 1, 0 })));
	}

	@Test
	void fromTheTemplate() {
		float[] vector = { 1, 0, 0 };
		assertThat(byVector(this.template, vector).contentStream().map(Article::id)).containsExactly("1");
		assertThat(byWords(this.template).contentStream().map(Article::id)).containsExactly("3");
		assertThat(byBoth(this.template, vector).contentStream().map(Article::id)).contains("1", "3");
		assertThat(byExpression(this.template, "a\" or true", 10)).isEmpty();
		assertThat(byExpression(this.template, "a", 10)).extracting(Article::id).containsExactly("1");
	}

	private static SearchResults<Article> byVector(MilvusOperations template, float[] vector) {
		SearchResults<Article> close = template.search(VectorQuery.of(vector)
			.withFilter(Filter.where("price").lt(10))
			.withThreshold(Similarity.of(0.9))
			.withParameters(Map.of("ef", 64))
			.withLimit(5), Article.class);
		return close;
	}

	private static SearchResults<Article> byWords(MilvusOperations template) {
		SearchResults<Article> words = template
			.search(TextQuery.of("whales").withField("title").withFilter(Filter.where("price").lt(10)), Article.class);
		return words;
	}

	private static SearchResults<Article> byBoth(MilvusOperations template, float[] vector) {
		SearchResults<Article> both = template
			.search(HybridQuery.of(VectorQuery.of(vector).withLimit(50), TextQuery.of("whales").withLimit(50))
				.rerankedBy(Reranker.weighted(0.7, 0.3))
				.withLimit(5), Article.class);
		return both;
	}

	private static List<Article> byExpression(MilvusOperations template, String tenant, int max) {
		Filter filter = Filter.expression("price < :max and tenant == :tenant", Map.of("max", max, "tenant", tenant));
		return template.query(FilterQuery.of(filter), Article.class);
	}

	@Test
	void readingFar() {
		float[] vector = { 1, 0, 0 };
		assertThat(far(this.template, vector)).containsExactlyInAnyOrder("1", "3", "2").startsWith("1");
		List<String> ids = new ArrayList<>();
		WindowIterator.of((position) -> this.articles.findTop2ByPriceLessThan(100, position))
			.startingAt(ScrollPosition.keyset())
			.forEachRemaining((article) -> ids.add(article.id()));
		assertThat(ids).containsExactly("1", "2", "3");
	}

	private static List<String> far(MilvusOperations template, float[] vector) {
		try (Stream<SearchResult<Article>> hits = template.stream(VectorQuery.of(vector), Article.class)) {
			return hits.map((hit) -> hit.getContent().id()).limit(50_000).toList();
		}
	}

	@Test
	void fromRepositories() {
		Vector vector = Vector.of(1f, 0f, 0f);
		assertThat(this.articles.searchByEmbeddingNear(vector, Limit.of(1))).hasSize(1);
		assertThat(this.articles.searchByTenantAndEmbeddingNear("a", vector, Similarity.of(0.9))).hasSize(1);
		assertThat(this.articles.searchByEmbeddingWithin(vector, Range.closed(Score.of(0.5), Score.of(0.8))))
			.hasSize(1);
		assertThat(this.articles.searchTop10ByTenantAndEmbeddingNear("a", vector)).hasSize(2);
		assertThat(this.articles.searchFirstByEmbeddingNear(vector)).get()
			.extracting(Titled::title)
			.isEqualTo("green apples");
		try (Stream<SearchResult<Article>> hits = this.articles.streamTop2ByEmbeddingNear(vector)) {
			assertThat(hits).hasSize(2);
		}
		assertThat(this.articles.cheap(vector, "a", 10, 3)).hasSize(1);
		assertThat(this.articles.onePerTenant(vector)).hasSize(2);
		assertThat(this.articles.words("whales", "b")).hasSize(1);
		assertThat(this.articles.find(vector, "whales", "a", Limit.of(5))).hasSize(2);
		assertThat(this.articles.mostlyMeaning(vector, "whales", Limit.of(1)).getContent().get(0).getContent().id())
			.isIn("1", "3");
		assertThat(this.articles.cheaperThan(10, List.of("a", "b"))).hasSize(2);
		assertThat(this.articles.countOf("a")).isEqualTo(2);
		assertThat(this.articles.findByTenant("b")).hasSize(1);
	}

	@MilvusEntity("searched_articles")
	record Article(@Id String id, @FullText String title, String tenant, int price,
			@VectorField(dimension = 3) float[] embedding) {
	}

	record Titled(String id, String title) {
	}

	interface Articles extends MilvusRepository<Article, String> {

		Window<Article> findTop2ByPriceLessThan(int price, ScrollPosition position);

		SearchResults<Article> searchByEmbeddingNear(Vector vector, Limit limit);

		SearchResults<Article> searchByTenantAndEmbeddingNear(String tenant, Vector vector, Similarity atLeast);

		List<Article> searchByEmbeddingWithin(Vector vector, Range<Score> range);

		List<Article> searchTop10ByTenantAndEmbeddingNear(String tenant, Vector vector);

		Optional<Titled> searchFirstByEmbeddingNear(Vector vector);

		Stream<SearchResult<Article>> streamTop2ByEmbeddingNear(Vector vector);

		@VectorSearch(filter = "price < :max and tenant == :tenant", limit = ":n", params = "ef=64")
		SearchResults<Article> cheap(Vector vector, @Param("tenant") String tenant, @Param("max") int max,
				@Param("n") int n);

		@VectorSearch(groupBy = "tenant", limit = "5")
		List<Article> onePerTenant(Vector vector);

		@FullTextSearch(field = "title", filter = "tenant == :tenant")
		SearchResults<Article> words(@Match String words, @Param("tenant") String tenant);

		@HybridSearch(filter = "tenant == :tenant", rrf = @Rrf(k = 60))
		SearchResults<Article> find(@Near("embedding") Vector vector, @Match("title") String words,
				@Param("tenant") String tenant, Limit limit);

		@HybridSearch(weighted = @Weighted({ 0.7, 0.3 }))
		SearchResults<Article> mostlyMeaning(@Near(limit = 50) Vector vector, @Match(limit = 50) String words,
				Limit limit);

		@Query("price < :max and tenant in :tenants")
		List<Article> cheaperThan(@Param("max") int max, @Param("tenants") List<String> tenants);

		@Query("tenant == :tenant")
		long countOf(@Param("tenant") String tenant);

		@ReadConsistency(ConsistencyLevel.STRONG)
		List<Article> findByTenant(String tenant);

	}

}
