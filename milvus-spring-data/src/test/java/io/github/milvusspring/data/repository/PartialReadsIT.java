package io.github.milvusspring.data.repository;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.milvusspring.data.MilvusFullServer;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.core.KotlinShown;
import io.github.milvusspring.data.core.KotlinStrict;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.repository.MatrixRows.Doc;
import io.github.milvusspring.data.repository.MatrixRows.Shown;
import io.github.milvusspring.data.repository.MatrixRows.Titled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What asks for a part of a row never makes the whole entity, which would refuse to be
 * made in part.
 */
class PartialReadsIT {

	private static final float[] V = { 1, 0 };

	@RegisterExtension
	final MilvusLiteServer lite = new MilvusLiteServer();

	@RegisterExtension
	final MilvusFullServer full = new MilvusFullServer();

	private List<MilvusTemplate> templates() {
		return List.of(this.lite.template(), this.full.template());
	}

	@Test
	void existsCountsAndProjectionsMakeNoEntity() {
		check(this.lite.repository(Docs.class), this.lite.template());
		check(this.full.repository(Docs.class), this.full.template());
	}

	private static void check(Docs docs, MilvusTemplate template) {
		docs.saveAll(List.of(new Doc("1", "a", 1, V), new Doc("2", "b", 2, new float[] { 0, 1 })));
		assertThat(docs.existsById("1")).isTrue();
		assertThat(docs.existsById("3")).isFalse();
		assertThat(docs.existsByTitle("a")).isTrue();
		assertThat(docs.existsByTitle("c")).isFalse();
		assertThat(docs.anyCheap(1)).isFalse();
		assertThat(docs.countByTitle("a")).isEqualTo(1);
		assertThat(docs.findByTitle("a")).extracting(Titled::getTitle).containsExactly("a");
		assertThat(docs.findOneByTitle("b")).contains(new Shown("b", 2));
		Page<Shown> page = docs.findByPriceLessThan(9, PageRequest.of(0, 1));
		assertThat(page.getContent()).hasSize(1);
		assertThat(page.getTotalElements()).isEqualTo(2);
		Window<Shown> window = docs.findTop1ByPriceLessThan(9, ScrollPosition.keyset());
		assertThat(window.getContent()).containsExactly(new Shown("a", 1));
		assertThat(docs.findTop1ByPriceLessThan(9, window.positionAt(0)).getContent())
			.containsExactly(new Shown("b", 2));
		assertThat(docs.findByPriceIn(List.of(1), Shown.class)).containsExactly(new Shown("a", 1));
		assertThat(docs.findByPriceIn(List.of(1), Titled.class)).extracting(Titled::getTitle).containsExactly("a");
		assertThat(docs.findByPriceIn(List.of(1), Doc.class)).extracting(Doc::id).containsExactly("1");
		assertThat(docs.searchByVNear(V, Limit.of(1)).getContent()).singleElement()
			.satisfies((hit) -> assertThat(hit.getContent()).isEqualTo(new Shown("a", 1)));
		assertThat(docs.closest(V, Titled.class)).extracting(Titled::getTitle).containsExactly("a", "b");
		try (Stream<Titled> stream = docs.streamByPriceLessThan(9)) {
			assertThat(stream.map(Titled::getTitle)).containsExactlyInAnyOrder("a", "b");
		}
		assertThat(template.query(FilterQuery.of(Filter.where("title").is("a")), Doc.class, Shown.class))
			.containsExactly(new Shown("a", 1));
		assertThat(
				template.async().search(VectorQuery.of(1, 0).withLimit(1), Doc.class, Shown.class).join().getContent())
			.singleElement()
			.satisfies((hit) -> assertThat(hit.getContent()).isEqualTo(new Shown("a", 1)));
		assertThat(template.async().exists(Filter.where("id").is("2"), Doc.class, ReadOptions.DEFAULT).join()).isTrue();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template.findById("1", Doc.class, ReadOptions.DEFAULT.withOutputFields("price")))
			.withMessageContainingAll("'1'", "'matrix'", "a title is needed", "record or interface");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template.query(FilterQuery.of(Filter.all()), Doc.class, Map.class))
			.withMessageContainingAll("Map", "Doc");
	}

	@Test
	void kotlinClassesAreNotMadeInPartEither() {
		for (MilvusTemplate template : templates()) {
			template.upsert(new KotlinStrict("1", "a", "x", 1, V));
			assertThat(template.existsById("1", KotlinStrict.class)).isTrue();
			assertThat(template.query(FilterQuery.of(Filter.all()).withLimit(5), KotlinStrict.class, KotlinShown.class))
				.containsExactly(new KotlinShown("a"));
			assertThat(template.query(FilterQuery.of(Filter.all()).withLimit(5), KotlinStrict.class)).singleElement()
				.satisfies((one) -> assertThat(one.getScratch()).isEqualTo("none"));
		}
	}

	@Test
	void rowsAreDeletedOnlyWhenTheResultCanHoldThem() {
		Docs docs = this.lite.repository(Docs.class);
		docs.saveAll(List.of(new Doc("1", "a", 1, V), new Doc("2", "a", 2, V), new Doc("3", "c", 3, V)));
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> docs.deleteByTitle("a"))
			.withMessageContainingAll("deleteByTitle", "deleted none");
		assertThat(docs.count()).isEqualTo(3);
		assertThat(docs.deleteByTitle("c")).map(Doc::id).contains("3");
		assertThat(docs.deleteByTitle("c")).isEmpty();
		assertThat(docs.removeByPrice(2)).isTrue();
		assertThat(docs.removeByPrice(2)).isFalse();
		assertThat(docs.deleteCheap(9)).isEqualTo(1);
		assertThat(docs.count()).isZero();
	}

	@Test
	void rowsAreDeletedInTheNamedPartitionsAlone() {
		Docs docs = this.lite.repository(Docs.class);
		this.lite.template().partitions("matrix").create("old");
		docs.save(new Doc("1", "a", 1, V));
		docs.upsert(new Doc("2", "a", 1, V), io.github.milvusspring.data.write.WriteOptions.inPartition("old"));
		assertThat(docs.deleteIn("a", List.of("old"))).extracting(Doc::id).containsExactly("2");
		assertThat(docs.findAll()).extracting(Doc::id).containsExactly("1");
	}

	interface Docs extends MilvusRepository<Doc, String> {

		boolean existsByTitle(String title);

		@Query("price < :max")
		boolean anyCheap(int max);

		long countByTitle(String title);

		List<Titled> findByTitle(String title);

		Optional<Shown> findOneByTitle(String title);

		Page<Shown> findByPriceLessThan(int price, Pageable pageable);

		Window<Shown> findTop1ByPriceLessThan(int price, ScrollPosition position);

		<T> List<T> findByPriceIn(Collection<Integer> prices, Class<T> type);

		SearchResults<Shown> searchByVNear(float[] v, Limit limit);

		@VectorSearch
		<T> List<T> closest(float[] v, Class<T> type);

		Stream<Titled> streamByPriceLessThan(int price);

		Optional<Doc> deleteByTitle(String title);

		boolean removeByPrice(int price);

		@Query(value = "price < :max", delete = true)
		int deleteCheap(int max);

		@Query(value = "title == :title", delete = true, partitions = ":partitions")
		List<Doc> deleteIn(String title, List<String> partitions);

	}

}
