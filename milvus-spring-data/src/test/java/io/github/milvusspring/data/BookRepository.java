package io.github.milvusspring.data;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.milvusspring.data.Book.Genre;
import io.github.milvusspring.data.repository.MilvusRepository;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Vector;

public interface BookRepository extends MilvusRepository<Book, String> {

	List<Book> findByTitle(String title);

	Optional<Book> findOneByTitle(String title);

	List<Book> findByTitleNot(String title);

	List<Book> findByPagesGreaterThanAndGenre(int pages, Genre genre);

	List<Book> findByPagesBetween(int low, int high);

	List<Book> findByPagesLessThanEqualOrGenre(int pages, Genre genre);

	List<Book> findByGenreIn(Collection<Genre> genres);

	List<Book> findByGenreNotIn(Collection<Genre> genres);

	List<Book> findByTitleStartingWith(String prefix);

	List<Book> findByTitleContaining(String part);

	List<Book> findByTitleNotContaining(String part);

	List<Book> findByTagsContaining(String tag);

	List<Book> findBySubtitleIsNull();

	List<Book> findBySubtitleIsNotNull();

	List<Book> findBySubtitleNot(String subtitle);

	List<Book> findByWeight(float weight);

	List<Book> findByAvailableTrue();

	long countByGenre(Genre genre);

	boolean existsByTitle(String title);

	long deleteByGenre(Genre genre);

	List<Book> removeByTitle(String title);

	Book findFirstByGenre(Genre genre);

	List<Book> findTop2ByGenre(Genre genre);

	List<Book> findByGenre(Genre genre, Limit limit);

	Page<Book> findPageByGenre(Genre genre, Pageable pageable);

	Slice<Book> findSliceByGenre(Genre genre, Pageable pageable);

	Stream<Book> streamByGenre(Genre genre);

	SearchResults<Book> searchByEmbeddingNear(Vector vector, Limit limit);

	SearchResults<Book> searchByGenreAndEmbeddingNear(Genre genre, Vector vector, Limit limit);

	SearchResults<Book> searchByEmbeddingWithin(Vector vector, Similarity similarity);

	SearchResults<Book> searchByEmbeddingNear(Vector vector, Score score, Limit limit);

	List<SearchResult<Book>> searchTop2ByEmbeddingNear(float[] vector);

	List<Titled> findTitledByGenre(Genre genre);

	/** A projection. */
	interface Titled {

		String getTitle();

	}

}
