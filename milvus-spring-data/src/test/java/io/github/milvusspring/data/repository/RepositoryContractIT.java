package io.github.milvusspring.data.repository;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.milvusspring.data.Book;
import io.github.milvusspring.data.Book.Genre;
import io.github.milvusspring.data.BookRepository;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.WriteOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Vector;
import org.springframework.data.repository.query.QueryCreationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The contract of reads and writes, through a repository.
 */
class RepositoryContractIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	private BookRepository books;

	@BeforeEach
	void createRepository() {
		this.books = this.milvus.repository(BookRepository.class);
	}

	@Test
	void upsertOfOneEntityIsOneRow() {
		assertThat(this.books.upsert(Book.of("1", "a")).isbn()).isEqualTo("1");
		assertThat(this.books.count()).isEqualTo(1);
	}

	@Test
	void upsertOfAListIsAsManyRows() {
		assertThat(this.books.upsertAll(List.of(Book.of("1", "a"), Book.of("2", "b")))).hasSize(2);
		assertThat(this.books.count()).isEqualTo(2);
		assertThat(this.books.upsertAll(List.of())).isEmpty();
	}

	@Test
	void upsertReplacesTheRowWithTheSameKey() {
		this.books.upsert(Book.of("1", "draft"));
		this.books.upsert(Book.of("1", "final"));
		assertThat(this.books.findById("1")).get().extracting(Book::title).isEqualTo("final");
		assertThat(this.books.count()).isEqualTo(1);
	}

	@Test
	void saveIsUpsert() {
		this.books.save(Book.of("1", "draft"));
		this.books.saveAll(List.of(Book.of("1", "final"), Book.of("2", "b")));
		assertThat(this.books.findAll()).extracting(Book::title).containsExactlyInAnyOrder("final", "b");
	}

	@Test
	void upsertAndInsertGoIntoANamedPartition() {
		this.milvus.template().partitions("books").create("archive");
		WriteOptions archive = WriteOptions.inPartition("archive");
		this.books.upsert(Book.of("1", "a"), archive);
		this.books.upsertAll(List.of(Book.of("2", "b")), archive);
		this.books.insert(Book.of("3", "c"), archive);
		this.books.insertAll(List.of(Book.of("4", "d")), archive);
		assertThat(this.milvus.template().count(Filter.all(), Book.class, ReadOptions.inPartitions("archive")))
			.isEqualTo(4);
	}

	@Test
	void aTimeoutThatPassesIsATypedException() {
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> this.books.upsert(Book.of("1", "a"), WriteOptions.within(Duration.ofNanos(1))));
		assertThat(this.books.upsert(Book.of("1", "a"), WriteOptions.within(Duration.ofMinutes(1)))).isNotNull();
	}

	@Test
	void insertWritesNewRows() {
		this.books.insert(Book.of("1", "a"));
		this.books.insertAll(List.of(Book.of("2", "b"), Book.of("3", "c")));
		assertThat(this.books.count()).isEqualTo(3);
	}

	@Test
	void streamsAreWrittenInBatches() {
		assertThat(this.books.upsertAll(books(300).stream(), BatchOptions.DEFAULT).rows()).isEqualTo(300);
		assertThat(this.books.insertAll(Stream.of(Book.of("more", "m")), BatchOptions.DEFAULT).rows()).isEqualTo(1);
		assertThat(this.books.count()).isEqualTo(301);
	}

	@Test
	void getQueryAndSearchSeeTheNewValues() {
		this.books.upsert(Book.of("1", "draft", 1, 0, 0, 0));
		this.books.upsert(Book.of("1", "final", 0, 1, 0, 0));
		assertThat(this.books.existsById("1")).isTrue();
		assertThat(this.books.findByTitle("final")).hasSize(1);
		assertThat(this.books.findByTitle("draft")).isEmpty();
		assertThat(this.books.search(VectorQuery.of(0, 1, 0, 0)).contentStream().map(Book::title))
			.containsExactly("final");
	}

	@Test
	void deleteRemoves() {
		this.books.upsertAll(books(6));
		this.books.deleteById("0");
		this.books.delete(Book.of("1", "t"));
		this.books.deleteAllById(List.of("2"));
		this.books.deleteAll(List.of(Book.of("3", "t")));
		assertThat(this.books.findAll()).extracting(Book::isbn).containsExactlyInAnyOrder("4", "5");
		assertThat(this.books.existsById("1")).isFalse();
		this.books.deleteAll();
		assertThat(this.books.count()).isZero();
	}

	@Test
	void derivedQueriesFilterByEquality() {
		this.books.upsertAll(List.of(Book.of("1", "a"), Book.of("2", "b"), Book.of("3", "b")));
		assertThat(this.books.findByTitle("b")).hasSize(2);
		assertThat(this.books.findByTitleNot("b")).extracting(Book::isbn).containsExactly("1");
		assertThat(this.books.findOneByTitle("a")).get().extracting(Book::isbn).isEqualTo("1");
		assertThat(this.books.findOneByTitle("none")).isEmpty();
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> this.books.findOneByTitle("b"));
		assertThat(this.books.findByWeight(3.14f)).hasSize(3);
		assertThat(this.books.findByAvailableTrue()).hasSize(3);
	}

	@Test
	void derivedQueriesFilterByComparison() {
		this.books.upsertAll(List.of(Book.of("1", "a").withPages(100), Book.of("2", "b").withPages(200),
				Book.of("3", "c").withPages(300).withGenre(Genre.POETRY)));
		assertThat(ids(this.books.findByPagesGreaterThanAndGenre(100, Genre.NOVEL))).containsExactly("2");
		assertThat(ids(this.books.findByPagesBetween(100, 200))).containsExactlyInAnyOrder("1", "2");
		assertThat(ids(this.books.findByPagesLessThanEqualOrGenre(100, Genre.POETRY))).containsExactlyInAnyOrder("1",
				"3");
	}

	@Test
	void derivedQueriesFilterByLists() {
		this.books.upsertAll(List.of(Book.of("1", "a"), Book.of("2", "b").withGenre(Genre.POETRY),
				Book.of("3", "c").withGenre(Genre.SCIENCE)));
		assertThat(ids(this.books.findByGenreIn(List.of(Genre.NOVEL, Genre.POETRY)))).containsExactlyInAnyOrder("1",
				"2");
		assertThat(ids(this.books.findByGenreNotIn(List.of(Genre.NOVEL, Genre.POETRY)))).containsExactly("3");
		assertThat(this.books.findByGenreIn(List.of())).isEmpty();
		assertThat(this.books.findByTagsContaining("quoted \"tag\"")).hasSize(3);
		assertThat(this.books.findByTagsContaining("old")).isEmpty();
	}

	@Test
	void derivedQueriesFilterByText() {
		this.books.upsertAll(List.of(Book.of("1", "100% sure"), Book.of("2", "100 ways"), Book.of("3", "the 100%")));
		assertThat(ids(this.books.findByTitleStartingWith("100%"))).containsExactly("1");
		assertThat(ids(this.books.findByTitleContaining("00%"))).containsExactlyInAnyOrder("1", "3");
		assertThat(ids(this.books.findByTitleNotContaining("00%"))).containsExactly("2");
		assertThat(ids(this.books.findByTitleContaining("_"))).isEmpty();
	}

	@Test
	void derivedQueriesFilterByNull() {
		this.books.upsertAll(
				List.of(Book.of("1", "a"), Book.of("2", "b").withSubtitle("x"), Book.of("3", "c").withSubtitle("y")));
		assertThat(ids(this.books.findBySubtitleIsNull())).containsExactly("1");
		assertThat(ids(this.books.findBySubtitleIsNotNull())).containsExactlyInAnyOrder("2", "3");
		assertThat(ids(this.books.findBySubtitleNot("x"))).containsExactly("3");
		assertThat(ids(this.books.findBySubtitleNot(null))).containsExactlyInAnyOrder("2", "3");
	}

	@Test
	void derivedQueriesCountExistAndDelete() {
		this.books.upsertAll(books(4));
		this.books.upsert(Book.of("p", "poem").withGenre(Genre.POETRY));
		assertThat(this.books.countByGenre(Genre.NOVEL)).isEqualTo(4);
		assertThat(this.books.existsByTitle("poem")).isTrue();
		assertThat(this.books.existsByTitle("none")).isFalse();
		assertThat(this.books.removeByTitle("poem")).extracting(Book::isbn).containsExactly("p");
		assertThat(this.books.deleteByGenre(Genre.NOVEL)).isEqualTo(4);
		assertThat(this.books.count()).isZero();
	}

	@Test
	void derivedQueriesAreLimited() {
		this.books.upsertAll(books(5));
		assertThat(this.books.findFirstByGenre(Genre.NOVEL)).isNotNull();
		assertThat(this.books.findFirstByGenre(Genre.POETRY)).isNull();
		assertThat(this.books.findTop2ByGenre(Genre.NOVEL)).hasSize(2);
		assertThat(this.books.findByGenre(Genre.NOVEL, Limit.of(3))).hasSize(3);
		assertThat(this.books.findByGenre(Genre.NOVEL, Limit.unlimited())).hasSize(5);
		try (Stream<Book> stream = this.books.streamByGenre(Genre.NOVEL)) {
			assertThat(stream).hasSize(5);
		}
	}

	@Test
	void pagesAndSlicesCoverEveryRowOnce() {
		this.books.upsertAll(books(5));
		Page<Book> first = this.books.findPageByGenre(Genre.NOVEL, PageRequest.of(0, 2));
		assertThat(first.getTotalElements()).isEqualTo(5);
		assertThat(first.getTotalPages()).isEqualTo(3);
		Page<Book> last = this.books.findPageByGenre(Genre.NOVEL, PageRequest.of(2, 2));
		Slice<Book> second = this.books.findSliceByGenre(Genre.NOVEL, PageRequest.of(1, 2));
		assertThat(second.hasNext()).isTrue();
		assertThat(last.hasNext()).isFalse();
		assertThat(Stream.of(first, second, last).flatMap(Slice::stream).map(Book::isbn)).containsExactlyInAnyOrder("0",
				"1", "2", "3", "4");
		assertThat(this.books.findAll(PageRequest.of(0, 3)).getTotalElements()).isEqualTo(5);
	}

	@Test
	void sortingIsRefusedBecauseMilvusDoesNot() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.books.findAll(Sort.by("title")))
			.withMessageContaining("does not sort");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.books.findAll(PageRequest.of(0, 2, Sort.by("title"))))
			.withMessageContaining("does not sort");
		assertThat(this.books.findAll(Sort.unsorted())).isEmpty();
	}

	@Test
	void searchFindsTheClosestFirst() {
		this.books.upsertAll(List.of(Book.of("far", "a", -1, 0, 0, 0), Book.of("near", "b", 1, 0.1f, 0, 0),
				Book.of("poem", "c", 1, 0, 0, 0).withGenre(Genre.POETRY)));
		SearchResults<Book> all = this.books.searchByEmbeddingNear(Vector.of(1f, 0f, 0f, 0f), Limit.of(2));
		assertThat(all.contentStream().map(Book::isbn)).containsExactly("poem", "near");
		SearchResults<Book> novels = this.books.searchByGenreAndEmbeddingNear(Genre.NOVEL, Vector.of(1f, 0f, 0f, 0f),
				Limit.of(5));
		assertThat(novels.contentStream().map(Book::isbn)).containsExactly("near", "far");
		assertThat(this.books.searchTop2ByEmbeddingNear(new float[] { 1, 0, 0, 0 }))
			.extracting((SearchResult<Book> hit) -> hit.getContent().isbn())
			.containsExactly("poem", "near");
	}

	@Test
	void scoresAndSimilaritiesLimitHowFarAHitMayBe() {
		this.books.upsertAll(List.of(Book.of("opposite", "a", -1, 0, 0, 0), Book.of("right angle", "b", 0, 1, 0, 0),
				Book.of("same", "c", 2, 0, 0, 0)));
		Vector query = Vector.of(1f, 0f, 0f, 0f);
		SearchResults<Book> similar = this.books.searchByEmbeddingWithin(query, Similarity.of(0.5));
		assertThat(similar.contentStream().map(Book::isbn)).containsExactly("same", "right angle");
		assertThat(similar.getContent().get(0).getScore()).isInstanceOf(Similarity.class);
		assertThat(similar.getContent().get(1).getScore().getValue()).isEqualTo(0.5,
				org.assertj.core.data.Offset.offset(1e-6));
		SearchResults<Book> close = this.books.searchByEmbeddingNear(query, Score.of(0.9), Limit.of(10));
		assertThat(close.contentStream().map(Book::isbn)).containsExactly("same");
		assertThat(close.getContent().get(0).getScore()).isNotInstanceOf(Similarity.class);
	}

	@Test
	void projectionsShowTheGettersOnly() {
		this.books.upsert(Book.of("1", "a"));
		assertThat(this.books.findTitledByGenre(Genre.NOVEL)).extracting(BookRepository.Titled::getTitle)
			.containsExactly("a");
	}

	@Test
	void whatAMethodNameCannotSayIsRefusedWhenTheRepositoryIsCreated() {
		refusedAtStart(SortingRepository.class, "does not sort");
		refusedAtStart(NestedRepository.class, "only the properties of the entity itself");
		refusedAtStart(CaseRepository.class, "ignores case");
		refusedAtStart(TypeRepository.class, "pages");
		refusedAtStart(ArgumentRepository.class, "arguments");
	}

	private void refusedAtStart(Class<?> repository, String words) {
		assertThatExceptionOfType(QueryCreationException.class).isThrownBy(() -> this.milvus.repository(repository))
			.withMessageContaining(words);
	}

	private static List<String> ids(List<Book> books) {
		return books.stream().map(Book::isbn).toList();
	}

	private static List<Book> books(int count) {
		return IntStream.range(0, count).mapToObj((i) -> Book.of(Integer.toString(i), "t" + i)).toList();
	}

	interface SortingRepository extends MilvusRepository<Book, String> {

		List<Book> findByTitleOrderByPages(String title);

	}

	interface NestedRepository extends MilvusRepository<Book, String> {

		List<Book> findByPublisherCity(String city);

	}

	interface CaseRepository extends MilvusRepository<Book, String> {

		List<Book> findByTitleIgnoreCase(String title);

	}

	interface TypeRepository extends MilvusRepository<Book, String> {

		List<Book> findByPagesStartingWith(String pages);

	}

	interface ArgumentRepository extends MilvusRepository<Book, String> {

		List<Book> findByTitleAndPages(String title);

	}

}
