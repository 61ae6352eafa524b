package io.github.milvusspring.data.repository;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Vector;
import org.springframework.data.repository.query.Param;
import org.springframework.data.repository.query.QueryCreationException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What a method cannot say is refused when the repository is created, in a sentence that
 * names the method.
 */
class SearchRefusalTests {

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void isRefusedWhenTheRepositoryIsCreated(Class<?> repository, String words) {
		String method = repository.getDeclaredMethods()[0].getName();
		assertThatExceptionOfType(QueryCreationException.class)
			.isThrownBy(() -> new RecordedOperations().repository(repository))
			.withMessageContaining(method)
			.withMessageContaining(words);
	}

	static Stream<Arguments> isRefusedWhenTheRepositoryIsCreated() {
		return Stream.of(arguments(PagedSearch.class, "does not know how many rows"),
				arguments(SortedSearch.class, "order of their scores"), arguments(CountedSearch.class, "cannot count"),
				arguments(LimitedDelete.class, "cannot be limited"), arguments(PagedDelete.class, "cannot be limited"),
				arguments(FirstDelete.class, "cannot be limited"), arguments(LimitedCount.class, "cannot be limited"),
				arguments(LimitedPages.class, "return a List"), arguments(WrongVector.class, "take a Vector"),
				arguments(TextForVector.class, "no vectors are made of texts"), arguments(TwoScores.class, "2 scores"),
				arguments(NoScore.class, "add a parameter of type Score"), arguments(StrayScore.class, "takes a score"),
				arguments(LimitedOne.class, "returns one row and takes a Limit"),
				arguments(TwoVectors.class, "another vector"), arguments(NumberResult.class, "returns Integer"),
				arguments(UnknownShown.class, "[author]"), arguments(UnknownDto.class, "[author]"),
				arguments(WrongDto.class, "'price' of type String"),
				arguments(UnknownName.class, "refers to ':tenent'"), arguments(Unused.class, "does not use"),
				arguments(Quoted.class, "does not use"), arguments(NoEnd.class, "without an end"),
				arguments(Glued.class, "touches a word"), arguments(Positional.class, "write :name"),
				arguments(WrongField.class, "no vector property 'title'"), arguments(NoVector.class, "0 parameters"),
				arguments(ManyVectors.class, "2 parameters"), arguments(TwoLimits.class, "leave one of them out"),
				arguments(WordLimit.class, "limit 'ten'"), arguments(WrongGroup.class, "no property 'genre'"),
				arguments(WrongParams.class, "name=value"), arguments(LegOfVector.class, "only the sub-searches"),
				arguments(MatchedVector.class, "@HybridSearch both"),
				arguments(WordsWithoutIndex.class, "has no full text search: mark the property @FullText"),
				arguments(TwoTexts.class, "mark one @Match"), arguments(ScoredText.class, "full text search"),
				arguments(OneSubSearch.class, "of 1 sub-searches"), arguments(TwoRankers.class, "more than once"),
				arguments(HalfWeights.class, "give one to each sub-search"),
				arguments(WrongWeights.class, "3 weights for 2"), arguments(WrongWeight.class, "from 0 to 1"),
				arguments(WrongK.class, "cannot fuse"), arguments(UnmarkedSubSearch.class, "mark it @Near"),
				arguments(ScoredFusion.class, "scores of a fusion"), arguments(NumberForWords.class, "take a String"),
				arguments(TwoAnnotations.class, "keep one"), arguments(StrayMark.class, "without being a search"),
				arguments(BlankQuery.class, "blank"));
	}

	interface PagedSearch extends MilvusRepository<Article, String> {

		Page<Article> searchByEmbeddingNear(Vector vector, Pageable pageable);

	}

	interface SortedSearch extends MilvusRepository<Article, String> {

		List<Article> searchByEmbeddingNear(Vector vector, Sort sort);

	}

	interface CountedSearch extends MilvusRepository<Article, String> {

		long countByEmbeddingNear(Vector vector);

	}

	interface LimitedDelete extends MilvusRepository<Article, String> {

		long deleteByTenant(String tenant, Limit limit);

	}

	interface PagedDelete extends MilvusRepository<Article, String> {

		List<Article> removeByTenant(String tenant, Pageable pageable);

	}

	interface FirstDelete extends MilvusRepository<Article, String> {

		long deleteFirst10ByTenant(String tenant);

	}

	interface LimitedCount extends MilvusRepository<Article, String> {

		long countByTenant(String tenant, Limit limit);

	}

	interface LimitedPages extends MilvusRepository<Article, String> {

		Page<Article> findTop3ByTenant(String tenant, Pageable pageable);

	}

	interface WrongVector extends MilvusRepository<Article, String> {

		List<Article> searchByEmbeddingNear(BitSet vector);

	}

	interface TextForVector extends MilvusRepository<Article, String> {

		List<Article> searchByEmbeddingNear(String text);

	}

	interface TwoScores extends MilvusRepository<Article, String> {

		List<Article> searchByEmbeddingNear(Vector vector, Score score, Range<Similarity> range);

	}

	interface NoScore extends MilvusRepository<Article, String> {

		List<Article> searchByEmbeddingWithin(Vector vector);

	}

	interface StrayScore extends MilvusRepository<Article, String> {

		List<Article> findByTenant(String tenant, Score score);

	}

	interface LimitedOne extends MilvusRepository<Article, String> {

		Article searchByEmbeddingNear(Vector vector, Limit limit);

	}

	interface TwoVectors extends MilvusRepository<Article, String> {

		List<Article> searchByEmbeddingNearOrTitle(Vector vector, String title);

	}

	interface NumberResult extends MilvusRepository<Article, String> {

		List<Integer> searchByEmbeddingNear(Vector vector);

	}

	interface UnknownShown extends MilvusRepository<Article, String> {

		List<Authored> searchByEmbeddingNear(Vector vector);

	}

	/** A projection of what is not there. */
	interface Authored {

		String getAuthor();

	}

	interface UnknownDto extends MilvusRepository<Article, String> {

		SearchResults<AuthoredRecord> searchByEmbeddingNear(Vector vector);

	}

	record AuthoredRecord(String title, String author) {
	}

	interface WrongDto extends MilvusRepository<Article, String> {

		SearchResults<PricedText> searchByEmbeddingNear(Vector vector);

	}

	record PricedText(String title, String price) {
	}

	interface UnknownName extends MilvusRepository<Article, String> {

		@VectorSearch(filter = "tenant == :tenent")
		List<Article> find(Vector vector, @Param("tenant") String tenant);

	}

	interface Unused extends MilvusRepository<Article, String> {

		@VectorSearch(filter = "price < 3")
		List<Article> find(Vector vector, @Param("tenant") String tenant);

	}

	interface Quoted extends MilvusRepository<Article, String> {

		@Query("tenant == ':tenant'")
		List<Article> find(@Param("tenant") String tenant);

	}

	interface NoEnd extends MilvusRepository<Article, String> {

		@Query("tenant == 'a and title == :title")
		List<Article> find(@Param("title") String title);

	}

	interface Glued extends MilvusRepository<Article, String> {

		@Query("price:n < 3")
		List<Article> find(@Param("n") int n);

	}

	interface Positional extends MilvusRepository<Article, String> {

		@Query("price < ?1")
		List<Article> find(int n);

	}

	interface WrongField extends MilvusRepository<Article, String> {

		@VectorSearch(field = "title")
		List<Article> find(Vector vector);

	}

	interface NoVector extends MilvusRepository<Article, String> {

		@VectorSearch
		List<Article> find(Limit limit);

	}

	interface ManyVectors extends MilvusRepository<Article, String> {

		@VectorSearch
		List<Article> find(Vector one, float[] other);

	}

	interface TwoLimits extends MilvusRepository<Article, String> {

		@VectorSearch(limit = "3")
		List<Article> find(Vector one, Limit limit);

	}

	interface WordLimit extends MilvusRepository<Article, String> {

		@VectorSearch(limit = "ten")
		List<Article> find(Vector one);

	}

	interface WrongGroup extends MilvusRepository<Article, String> {

		@VectorSearch(groupBy = "genre")
		List<Article> find(Vector one);

	}

	interface WrongParams extends MilvusRepository<Article, String> {

		@VectorSearch(params = "ef")
		List<Article> find(Vector one);

	}

	interface LegOfVector extends MilvusRepository<Article, String> {

		@VectorSearch
		List<Article> find(@Near(weight = 0.5) Vector one);

	}

	interface MatchedVector extends MilvusRepository<Article, String> {

		@VectorSearch
		List<Article> find(@Match String text);

	}

	interface WordsWithoutIndex extends MilvusRepository<Article, String> {

		@FullTextSearch(field = "tenant")
		List<Article> find(String text);

	}

	interface TwoTexts extends MilvusRepository<Article, String> {

		@FullTextSearch
		List<Article> find(String text, String other);

	}

	interface ScoredText extends MilvusRepository<Article, String> {

		@FullTextSearch
		List<Article> find(String text, Score score);

	}

	interface OneSubSearch extends MilvusRepository<Article, String> {

		@HybridSearch
		List<Article> find(@Near Vector vector);

	}

	interface TwoRankers extends MilvusRepository<Article, String> {

		@HybridSearch(rrf = @Rrf)
		List<Article> find(@Near(weight = 0.5) Vector vector, @Match(weight = 0.5) String text);

	}

	interface HalfWeights extends MilvusRepository<Article, String> {

		@HybridSearch
		List<Article> find(@Near(weight = 0.5) Vector vector, @Match String text);

	}

	interface WrongWeights extends MilvusRepository<Article, String> {

		@HybridSearch(weighted = @Weighted({ 0.1, 0.2, 0.7 }))
		List<Article> find(@Near Vector vector, @Match String text);

	}

	interface WrongWeight extends MilvusRepository<Article, String> {

		@HybridSearch(weighted = @Weighted({ 0.1, 7 }))
		List<Article> find(@Near Vector vector, @Match String text);

	}

	interface WrongK extends MilvusRepository<Article, String> {

		@HybridSearch(rrf = @Rrf(k = 0))
		List<Article> find(@Near Vector vector, @Match String text);

	}

	interface UnmarkedSubSearch extends MilvusRepository<Article, String> {

		@HybridSearch
		List<Article> find(@Near Vector vector, @Match String text, float[] other);

	}

	interface ScoredFusion extends MilvusRepository<Article, String> {

		@HybridSearch
		List<Article> find(@Near Vector vector, @Match String text, Similarity similarity);

	}

	interface NumberForWords extends MilvusRepository<Article, String> {

		@HybridSearch
		List<Article> find(@Near Vector vector, @Match Integer words);

	}

	interface TwoAnnotations extends MilvusRepository<Article, String> {

		@VectorSearch
		@FullTextSearch
		List<Article> find(@Near Vector vector);

	}

	interface StrayMark extends MilvusRepository<Article, String> {

		List<Article> findByTitle(@Match String title);

	}

	interface BlankQuery extends MilvusRepository<Article, String> {

		@Query(" ")
		List<Article> find();

	}

}
