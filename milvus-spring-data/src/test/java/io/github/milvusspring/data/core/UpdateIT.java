package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.github.milvusspring.data.Book;
import io.github.milvusspring.data.BookRepository;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.mapping.FullText;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.PartitionKey;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.TextQuery;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.Update;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Partial updates change what they name, and nothing else.
 */
class UpdateIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void chosenPropertiesAreWrittenAndTheOthersStay() {
		template().insert(Book.of("1", "draft").withSubtitle("sub"));
		Book other = Book.of("1", "final", 0, 0, 0, 1).withPages(7);
		WriteResult<Book> result = template().update(other, "title", "subtitle");
		assertThat(result.count()).isEqualTo(1);
		assertThat(result.ids()).containsExactly("1");
		assertThat(find("1")).usingRecursiveComparison().isEqualTo(Book.of("1", "final"));
		template().update(other, PropertySelection.of(Book::pages, Book::embedding));
		assertThat(find("1").pages()).isEqualTo(7);
		assertThat(find("1").embedding()).containsExactly(0, 0, 0, 1);
		assertThat(find("1").title()).isEqualTo("final");
	}

	@Test
	void aNullOfAnEntityIsAbsentUnlessItIsChosen() {
		template().insert(new Note(1, "a", "note", 5L, new float[] { 1, 0 }));
		template().update(new Note(1, "b", null, null, null));
		assertThat(template().findById(1, Note.class)).usingRecursiveComparison()
			.isEqualTo(new Note(1, "b", "note", 5L, new float[] { 1, 0 }));
		template().update(new Note(1, "c", null, null, null), "note");
		assertThat(template().findById(1, Note.class)).usingRecursiveComparison()
			.isEqualTo(new Note(1, "b", null, 5L, new float[] { 1, 0 }));
	}

	@Test
	void whatAFieldCannotHoldIsRefusedBeforeSending() {
		template().insert(new Note(1, "a", "note", 5L, new float[] { 1, 0 }));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> template().update(new Note(1, null, null, null, null), "text"))
			.withMessageContaining("'text'")
			.withMessageContaining("not nullable");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> template().update(Update.of(1).set("text", "12345678901"), Note.class))
			.withMessageContaining("too long");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().update(Update.of(1).set("txt", "x"), Note.class))
			.withMessageContaining("txt");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().update(Update.of(1).set("id", 2), Note.class))
			.withMessageContaining("key");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().update(Update.of(1), Note.class))
			.withMessageContaining("nothing to write");
	}

	@Test
	void updatesTellNullFromAbsent() {
		template().insertAll(List.of(new Note(1, "a", "note", 5L, new float[] { 1, 0 }),
				new Note(2, "b", "note", 6L, new float[] { 0, 1 })));
		WriteResult<Update> result = template().updateAll(List.of(Update.of(1).set(Note::text, "x").setNull("note"),
				Update.of(2).set("rank", 9), Update.of(1).set("rank", 7), Update.of(1).set("rank", 8)), Note.class);
		assertThat(result.count()).isEqualTo(3);
		assertThat(result.rows()).hasSize(4);
		assertThat(template().findById(1, Note.class)).usingRecursiveComparison()
			.isEqualTo(new Note(1, "x", null, 8L, new float[] { 1, 0 }));
		assertThat(template().findById(2, Note.class)).usingRecursiveComparison()
			.isEqualTo(new Note(2, "b", "note", 9L, new float[] { 0, 1 }));
	}

	@Test
	void anUpdateTakesValuesAsTheEntityHasThem() {
		template().insert(Book.of("1", "a"));
		template().update(Update.of("1")
			.set(Book::genre, Book.Genre.POETRY)
			.set(Book::publisher, new Book.Publisher("Bo", "Rome"))
			.set(Book::tags, List.of("x"))
			.set(Book::price, 1.5)
			.set(Book::available, false), Book.class);
		Book book = find("1");
		assertThat(book.genre()).isEqualTo(Book.Genre.POETRY);
		assertThat(book.publisher()).isEqualTo(new Book.Publisher("Bo", "Rome"));
		assertThat(book.tags()).containsExactly("x");
		assertThat(book.price()).isEqualTo(1.5);
		assertThat(book.available()).isFalse();
		assertThat(book.title()).isEqualTo("a");
	}

	@Test
	void aMissingRowIsNamed() {
		template().insert(Book.of("1", "a"));
		assertThatExceptionOfType(EmptyResultDataAccessException.class)
			.isThrownBy(() -> template()
				.updateAll(List.of(Update.of("1").set("title", "b"), Update.of("gone").set("title", "b")), Book.class))
			.withMessageContaining("[gone]")
			.withMessageContaining("books")
			.satisfies((ex) -> assertThat(ex.getExpectedSize()).isEqualTo(2));
		assertThat(find("1").title()).isEqualTo("a");
		assertThat(template().count(Filter.all(), Book.class)).isEqualTo(1);
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> template().async().update(Update.of("gone").set("title", "b"), Book.class).get())
			.withCauseInstanceOf(EmptyResultDataAccessException.class)
			.withMessageContaining("[gone]");
	}

	@Test
	void anUpdateOfEveryFieldIsANewRowWhereThereWasNone() {
		template().update(Book.of("1", "a").withSubtitle("s"));
		assertThat(find("1").subtitle()).isEqualTo("s");
	}

	@Test
	void anArrayIsNotChangedInPlaceByMilvusLite() {
		template().insert(Book.of("1", "a"));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().update(Update.of("1").append("tags", "x"), Book.class))
			.withMessageContaining("2.6.17");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().update(Update.of("1").append("title", "x"), Book.class))
			.withMessageContaining("is no array");
		assertThat(find("1").tags()).isEqualTo(Book.of("1", "a").tags());
	}

	@Test
	void aRowKeepsWhatTheMapDoesNotName() {
		template().insert(new Note(1, "a", "note", 5L, new float[] { 1, 0 }));
		RowOperations rows = template().rows("notes");
		assertThat(rows.update(Map.of("id", 1, "text", "b")).count()).isEqualTo(1);
		Map<String, Object> withNull = new HashMap<>(Map.of("id", 1));
		withNull.put("note", null);
		rows.update(withNull);
		rows.update(Update.of(1).set("rank", 6));
		assertThat(template().findById(1, Note.class)).usingRecursiveComparison()
			.isEqualTo(new Note(1, "b", null, 6L, new float[] { 1, 0 }));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> rows.update(Map.of("id", 1, "txt", "b")))
			.withMessageContaining("txt");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> rows.update(Map.of("text", "b")))
			.withMessageContaining("'id'");
	}

	@Test
	void manyUpdatesAreSplitIntoCalls() {
		List<Note> notes = new ArrayList<>();
		List<Update> updates = new ArrayList<>();
		String long5 = "x".repeat(20_000);
		for (int i = 0; i < 1_000; i++) {
			notes.add(new Note(i, "a", null, 0L, new float[] { 1, 0 }));
			updates.add(Update.of(i).set("note", long5 + i).set("rank", i));
		}
		template().insertAll(notes);
		assertThat(template().updateAll(updates, Note.class).count()).isEqualTo(1_000);
		assertThat(template().count(Filter.where("rank").gt(0), Note.class)).isEqualTo(999);
		assertThat(template().findById(999, Note.class).note()).isEqualTo(long5 + 999);
	}

	@Test
	void thePartitionIsTheRowsOwn() {
		template().ensureCollection(Note.class);
		template().partitions("notes").create("p");
		WriteOptions inPartition = WriteOptions.inPartition("p");
		template().insert(new Note(1, "a", "note", 5L, new float[] { 1, 0 }), inPartition);
		template().updateAll(List.of(Update.of(1).set("text", "b")), Note.class, inPartition);
		assertThat(template().query(FilterQuery.of(Filter.all()).withOptions(ReadOptions.DEFAULT.inPartitions("p")),
				Note.class))
			.extracting(Note::text)
			.containsExactly("b");
	}

	@Test
	void aPartitionKeyMayChangeOrStay() {
		template().insert(new Page(1, "a", 1, new float[] { 1, 0 }));
		template().update(Update.of(1L).set("number", 2), Page.class);
		assertThat(template().query(FilterQuery.of(Filter.where("tenant").is("a")), Page.class))
			.extracting(Page::number)
			.containsExactly(2);
		template().update(Update.of(1L).set("tenant", "b"), Page.class);
		assertThat(template().query(FilterQuery.of(Filter.where("tenant").is("b")), Page.class))
			.extracting(Page::number)
			.containsExactly(2);
		assertThat(template().count(Filter.where("tenant").is("a"), Page.class)).isZero();
	}

	@Test
	void wordsOfAnUpdatedTextAreFound() {
		template().insertAll(List.of(new Article(1, "a hare", "x", new float[] { 1, 0 }),
				new Article(2, "a tortoise", "y", new float[] { 0, 1 })));
		template().update(Update.of(1L).set(Article::text, "a lion"), Article.class);
		template().update(Update.of(2L).set(Article::author, "z"), Article.class);
		assertThat(found("lion")).containsExactly(1L);
		assertThat(found("hare")).isEmpty();
		assertThat(found("tortoise")).containsExactly(2L);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().update(Update.of(1L).set("text_sparse", Map.of(1, 1f)), Article.class));
	}

	private List<Long> found(String word) {
		return template().search(TextQuery.of(word).withLimit(5), Article.class)
			.stream()
			.map((hit) -> hit.getContent().id())
			.toList();
	}

	@Test
	void repositoriesUpdate() {
		BookRepository books = this.milvus.repository(BookRepository.class);
		books.insert(Book.of("1", "a"));
		books.update(Update.of("1").set("title", "b"));
		assertThat(find("1").title()).isEqualTo("b");
		assertThat(books.update(Book.of("1", "c"), PropertySelection.of("title")).title()).isEqualTo("c");
		assertThat(find("1").title()).isEqualTo("c");
		books.update(Book.of("1", "d"));
		books.updateAll(List.of(Update.of("1").set("pages", 1)));
		assertThat(find("1")).usingRecursiveComparison().isEqualTo(Book.of("1", "d").withPages(1));
	}

	@Test
	void updatesNeedNoWaiting() throws Exception {
		template().insert(Book.of("1", "a"));
		MilvusAsyncOperations async = template().async();
		assertThat(async.update(Update.of("1").set("title", "b"), Book.class).get().count()).isEqualTo(1);
		assertThat(async.update(Book.of("1", "c"), PropertySelection.of("title")).get().ids()).containsExactly("1");
		assertThat(find("1").title()).isEqualTo("c");
	}

	private Book find(String isbn) {
		return template().findById(isbn, Book.class);
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	@MilvusEntity("notes")
	record Note(@Id long id, @MilvusField(maxLength = 10) String text, @Nullable String note, @Nullable Long rank,
			@VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity("update_articles")
	record Article(@Id long id, @FullText String text, String author, @VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity("pages")
	record Page(@Id long id, @PartitionKey String tenant, int number, @VectorField(dimension = 2) float[] embedding) {
	}

}
