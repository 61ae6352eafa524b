package io.github.milvusspring.data.repository;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.milvusspring.data.Book;
import io.github.milvusspring.data.Book.Genre;
import io.github.milvusspring.data.BookRepository;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.mapping.AutoId;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.WriteOptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What is null or empty is refused with a sentence, or means what a reader expects.
 */
class NullAndEmptyIT {

	private static final Vector VECTOR = Vector.of(1f, 0f, 0f, 0f);

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@TestFactory
	Stream<DynamicTest> isRefusedWithASentence() {
		this.milvus.template().upsert(Book.of("1", "a"));
		return refused().entrySet().stream().map((call) -> DynamicTest.dynamicTest(call.getKey(), () -> {
			assertThat(catchThrowable(call.getValue()))
				.isInstanceOfAny(IllegalArgumentException.class, InvalidDataAccessApiUsageException.class)
				.message()
				.contains(" ")
				.doesNotContain("Cannot invoke", "Page size");
			assertThat(this.milvus.template().count(Filter.all(), Book.class)).isEqualTo(1);
		}));
	}

	private Map<String, ThrowingCallable> refused() {
		BookRepository books = this.milvus.repository(BookRepository.class);
		MilvusTemplate template = this.milvus.template();
		List<Book> withNull = Arrays.asList(Book.of("2", "b"), null);
		List<String> nullId = Collections.singletonList(null);
		Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
		calls.put("findById(null)", () -> books.findById(null));
		calls.put("existsById(null)", () -> books.existsById(null));
		calls.put("deleteById(null)", () -> books.deleteById(null));
		calls.put("delete(null)", () -> books.delete(null));
		calls.put("save(null)", () -> books.save(null));
		calls.put("saveAll(null)", () -> books.saveAll(null));
		calls.put("saveAll of null", () -> books.saveAll(withNull));
		calls.put("insertAll of null", () -> books.insertAll(withNull));
		calls.put("upsertAll of null", () -> books.upsertAll(withNull));
		calls.put("upsertAll of a null stream", () -> books.upsertAll((Stream<Book>) null, BatchOptions.DEFAULT));
		calls.put("findAllById(null)", () -> books.findAllById(null));
		calls.put("findAllById of null", () -> books.findAllById(nullId));
		calls.put("deleteAllById of null", () -> books.deleteAllById(nullId));
		calls.put("deleteAll of null", () -> books.deleteAll(Arrays.asList((Book) null)));
		calls.put("findAll with a null Pageable", () -> books.findAll((Pageable) null));
		calls.put("Limit.of(0)", () -> books.findByGenre(Genre.NOVEL, Limit.of(0)));
		calls.put("a null Limit", () -> books.findByGenre(Genre.NOVEL, null));
		calls.put("a search with Limit.of(0)", () -> books.searchByEmbeddingNear(VECTOR, Limit.of(0)));
		calls.put("a search with a null Limit", () -> books.searchByEmbeddingNear(VECTOR, null));
		calls.put("a search with a null vector", () -> books.searchByEmbeddingNear(null, Limit.of(1)));
		calls.put("a search with a null score", () -> books.searchByEmbeddingNear(VECTOR, (Score) null, Limit.of(1)));
		calls.put("a page with a null Pageable", () -> books.findPageByGenre(Genre.NOVEL, null));
		calls.put("starting with null", () -> books.findByTitleStartingWith(null));
		calls.put("in null", () -> books.findByGenreIn(null));
		calls.put("in a list of null", () -> books.findByGenreIn(Collections.singletonList(null)));
		calls.put("lt(null)", () -> query(template, Filter.where("pages").lt(null)));
		calls.put("gte(null)", () -> query(template, Filter.where("pages").gte(null)));
		calls.put("between(null)", () -> query(template, Filter.where("pages").between(null, 3)));
		calls.put("in(null)", () -> query(template, Filter.where("pages").in((Object[]) null)));
		calls.put("in of null", () -> query(template, Filter.where("pages").in((Object) null)));
		calls.put("where(null)", () -> query(template, Filter.where((String) null).is(1)));
		calls.put("where(blank)", () -> query(template, Filter.where(" ").is(1)));
		calls.put("and(null)", () -> query(template, Filter.where("pages").is(1).and((Filter) null)));
		calls.put("delete without a condition", () -> template.delete(Filter.all(), Book.class));
		calls.put("rows of null", () -> template.rows("books").upsert((Map<String, ?>) null));
		calls.put("a row that is null", () -> template.rows("books").upsertAll(Collections.singletonList(null)));
		calls.put("a null key", () -> template.rows("books").deleteAllById(nullId));
		calls.put("no property", () -> template.update(Book.of("1", "a"), new String[0]));
		return calls;
	}

	private static List<Book> query(MilvusTemplate template, Filter filter) {
		return template.query(FilterQuery.of(filter), Book.class);
	}

	@Test
	void anEntityWithoutAKeyCannotBeDeleted() {
		MilvusTemplate template = this.milvus.template();
		Keyless entity = new Keyless(null, new float[] { 1, 0 });
		template.insert(entity);
		assertThat(catchThrowable(() -> template.delete(entity)))
			.isInstanceOfAny(IllegalArgumentException.class, InvalidDataAccessApiUsageException.class)
			.hasMessageContaining("key");
		assertThat(template.count(Filter.all(), Keyless.class)).isEqualTo(1);
	}

	@Test
	void nothingAtAllIsNothingToDo() {
		BookRepository books = this.milvus.repository(BookRepository.class);
		MilvusTemplate template = this.milvus.template();
		books.save(Book.of("1", "a"));
		assertThat(books.saveAll(List.of())).isEmpty();
		assertThat(books.findAllById(List.of())).isEmpty();
		books.deleteAll(List.of());
		books.deleteAllById(List.of());
		assertThat(books.findByGenreIn(List.of())).isEmpty();
		assertThat(template.rows("books").upsertAll(List.of()).count()).isZero();
		assertThat(template.rows("books").deleteAllById(List.of(), WriteOptions.DEFAULT)).isZero();
		assertThat(template.deleteAllById(List.of(), Book.class)).isZero();
		assertThat(template.updateAll(List.of(), Book.class).count()).isZero();
		assertThat(books.count()).isEqualTo(1);
	}

	@Test
	void aTextThatIsAWholeDocumentComesBackAsItIs() {
		List<String> texts = List.of("hello", "5", "true", "null", "", "{\"a\":1}", "[1]", "\"quoted\"", "a\\b\n\u0001",
				"\ud83d\ude00", " blank ");
		MilvusTemplate template = this.milvus.template();
		template.collections()
			.create(CollectionSchema
				.of("documents",
						List.of(FieldSchema.of("id", FieldType.VARCHAR).maxLength(50).primaryKey(true).build(),
								FieldSchema.of("body", FieldType.JSON).build(),
								FieldSchema.of("vector", FieldType.FLOAT_VECTOR).dimension(2).build()))
				.autoIndexes()
				.build());
		for (String text : texts) {
			template.rows("documents")
				.upsert(Map.of("id", "key " + text, "body", text, "vector", new float[] { 1, 0 }));
		}
		for (String text : texts) {
			assertThat(template.rows("documents").findAllById(List.of("key " + text)).get(0)).containsEntry("body",
					text);
		}
	}

	@MilvusEntity("keyless")
	record Keyless(@Id @AutoId @Nullable Long id, @VectorField(dimension = 2) float[] embedding) {
	}

}
