package io.github.milvusspring.data.core;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.admin.SchemaOptions;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.embedding.TextEmbedding;
import io.github.milvusspring.data.mapping.Embedding;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.HybridQuery;
import io.github.milvusspring.data.query.QueryVector;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchProgress;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.RowRange;
import io.github.milvusspring.data.write.Update;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Texts that become vectors by themselves, on Milvus Lite.
 */
class EmbeddingIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	private final CountingEmbedder embedder = new CountingEmbedder();

	private MilvusTemplate template;

	@BeforeEach
	void template() {
		this.template = template(TextEmbedding.of(this.embedder));
	}

	private MilvusTemplate template(TextEmbedding embeddings) {
		return new MilvusTemplate(this.milvus.connection(), new MilvusConverter(new MilvusMappingContext()),
				SchemaOptions.of(SchemaMode.CREATE), ConsistencyLevel.SESSION, embeddings);
	}

	@Test
	void insertedAndUpsertedRowsHaveTheVectorsOfTheirTexts() {
		WriteResult<Note> inserted = this.template.insert(new Note("1", "a", null));
		assertThat(inserted.rows().get(0).embedding()).isEqualTo(CountingEmbedder.vector("a"));
		WriteResult<Note> upserted = this.template
			.upsertAll(List.of(new Note("1", "longer", inserted.rows().get(0).embedding()), new Note("2", "b", null)));
		assertThat(upserted.rows()).extracting(Note::embedding)
			.containsExactly(CountingEmbedder.vector("longer"), CountingEmbedder.vector("b"));
		assertThat(this.template.findById("1", Note.class).embedding()).isEqualTo(CountingEmbedder.vector("longer"));
		assertThat(this.embedder.batches).containsExactly(List.of("a"), List.of("longer", "b"));
	}

	@Test
	void withoutATextTheVectorOfTheRowIsWritten() {
		this.template.upsert(new Draft("1", null, new float[] { 1, 2, 3, 4 }));
		assertThat(this.template.findById("1", Draft.class).embedding).containsExactly(1, 2, 3, 4);
		assertThat(this.embedder.batches).isEmpty();
	}

	@Test
	void aStreamIsEmbeddedInBatchesOnTheConsumingThread() {
		BatchProgress progress = this.template.upsertAll(notes(1_000)::iterator, Note.class, BatchOptions.DEFAULT);
		assertThat(progress.rows()).isEqualTo(1_000);
		assertThat(this.embedder.batches).allSatisfy((batch) -> assertThat(batch).hasSizeLessThanOrEqualTo(64));
		assertThat(this.embedder.texts()).containsExactlyElementsOf(notes(1_000).map(Note::text).toList());
		assertThat(this.embedder.threads).containsExactly(Thread.currentThread());
		assertThat(this.template.count(Filter.all(), Note.class)).isEqualTo(1_000);
		assertThat(this.template.findById("777", Note.class).embedding())
			.isEqualTo(CountingEmbedder.vector("text 777"));
	}

	@Test
	void aStreamThatCannotBeEmbeddedSaysWhichRowsAreWritten() {
		Iterator<Note> rows = notes(1_000)
			.map((note) -> note.id().equals("600") ? new Note("600", "broken", null) : note)
			.iterator();
		assertThatExceptionOfType(BatchWriteException.class)
			.isThrownBy(() -> this.template.upsertAll(() -> rows, Note.class,
					BatchOptions.DEFAULT.withBatches(100, 1_000_000)))
			.withCauseInstanceOf(DataAccessResourceFailureException.class)
			.withMessageContaining("row 600 (key 600)")
			.satisfies((ex) -> {
				assertThat(ex.getWritten()).containsExactly(new RowRange(0, 600));
				assertThat(ex.getNotWritten()).containsExactly(new RowRange(600, 700));
				assertThat(ex.getUnknown()).isEmpty();
				assertThat(ex.getRead()).isEqualTo(700);
			});
		assertThat(this.template.count(Filter.all(), Note.class)).isEqualTo(600);
	}

	@Test
	void withoutWaitingTheCallersThreadEmbeds() {
		List<Note> written = this.template.async()
			.upsertAll(notes(100).toList(), WriteOptions.DEFAULT)
			.thenApply(WriteResult::rows)
			.join();
		assertThat(written.get(99).embedding()).isEqualTo(CountingEmbedder.vector("text 99"));
		assertThat(this.template.async().search(VectorQuery.ofText("text 99"), Note.class).join().getContent())
			.isNotEmpty();
		assertThat(this.embedder.threads).containsExactly(Thread.currentThread());
	}

	@Test
	void nothingIsWrittenWhenTheEmbedderFails() {
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.template.upsertAll(List.of(new Note("1", "a", null), new Note("2", "broken", null))))
			.withMessageContaining("row 0 (key 1), row 1 (key 2)");
		assertThat(this.template.count(Filter.all(), Note.class)).isZero();
	}

	@Test
	void aTextIsSearchedInPlaceOfAVector() {
		this.template.upsertAll(List.of(new Note("1", "short", null), new Note("2", "something else", null)));
		this.embedder.batches.clear();
		SearchResults<Note> hits = this.template.search(VectorQuery.ofText("short").withLimit(1), Note.class);
		assertThat(hits).extracting((hit) -> hit.getContent().id()).containsExactly("1");
		List<SearchResults<Note>> all = this.template.searchAll(
				VectorQuery
					.of(QueryVector.text("short"), QueryVector.text("something else"),
							QueryVector.of(CountingEmbedder.vector("short")))
					.withLimit(1),
				Note.class);
		assertThat(all).extracting((found) -> found.iterator().next().getContent().id()).containsExactly("1", "2", "1");
		try (Stream<SearchResult<Note>> stream = this.template.stream(VectorQuery.ofText("short"), Note.class)) {
			assertThat(stream.map((hit) -> hit.getContent().id())).containsExactly("1", "2");
		}
		assertThat(this.embedder.batches).containsExactly(List.of("short"), List.of("short", "something else"),
				List.of("short"));
	}

	@Test
	void theTextsOfAHybridSearchAreEmbeddedTogether() {
		this.template.upsertAll(
				List.of(new Pair("1", "one", "far away", null, null), new Pair("2", "other", "second", null, null)));
		this.embedder.batches.clear();
		SearchResults<Pair> hits = this.template.search(HybridQuery.of(VectorQuery.ofText("one").withField("first"),
				VectorQuery.ofText("second").withField("second")), Pair.class);
		assertThat(hits.stream().map(SearchResult::getContent).map(Pair::id)).containsExactlyInAnyOrder("1", "2");
		assertThat(this.embedder.batches).containsExactly(List.of("one", "second"));
	}

	@Test
	void aTextThatNothingMakesAVectorOfIsRefused() {
		this.template.upsert(new Note("1", "a", null));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.template.rows("notes").search(VectorQuery.ofText("a")))
			.withMessageContaining("mark the property @Embedding");
	}

	@Test
	void anUpdateOfTheTextMakesAnotherVector() {
		this.template.upsertAll(List.of(new Note("1", "a", null), new Note("2", "b", null)));
		this.template.update(Update.of("1").set("text", "updated"), Note.class);
		assertThat(this.template.findById("1", Note.class).embedding()).isEqualTo(CountingEmbedder.vector("updated"));
		WriteResult<Note> updated = this.template.updateAll(List.of(new Note("2", "by entity", null)),
				PropertySelection.of("text"), WriteOptions.DEFAULT);
		assertThat(updated.rows().get(0).embedding()).isEqualTo(CountingEmbedder.vector("by entity"));
		assertThat(this.template.findById("2", Note.class).embedding()).isEqualTo(CountingEmbedder.vector("by entity"));
	}

	@Test
	void unchangedTextsAreNotEmbeddedAgain() {
		List<Article> articles = IntStream.range(0, 100)
			.mapToObj((i) -> new Article((long) i, "title " + i, Arrays.asList("x", "y"), null))
			.toList();
		this.template.insertAll(articles);
		this.embedder.batches.clear();
		List<Article> changed = Stream
			.concat(articles.stream().limit(99),
					Stream.of(new Article(99L, "new", List.of(), null), new Article(100L, "title 5\nx\ny", null, null)))
			.toList();
		List<Article> rows = this.template.upsertAll(changed).rows();
		assertThat(this.embedder.texts()).containsExactly("new");
		assertThat(rows).allSatisfy((row) -> assertThat(row.embedding())
			.isEqualTo(this.template.findById(row.id(), Article.class).embedding()));
		assertThat(rows.get(98).embedding()).isEqualTo(CountingEmbedder.vector("title 98\nx\ny"));
		this.template.upsertAll(changed, Article.class, BatchOptions.DEFAULT);
		assertThat(this.embedder.texts()).containsExactly("new");
	}

	@Test
	void anEntityWithoutAnEmbedderIsRefusedBeforeItsCollectionIsMade() {
		MilvusTemplate without = template(TextEmbedding.NONE);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> without.ensureCollection(Note.class))
			.withMessageContaining("TextEmbedder");
		AtomicInteger collections = new AtomicInteger();
		without.execute((client) -> collections.addAndGet(client.listCollections().getCollectionNames().size()));
		assertThat(collections).hasValue(0);
	}

	private static Stream<Note> notes(int count) {
		return IntStream.range(0, count).mapToObj((i) -> new Note("" + i, "text " + i, null));
	}

	@MilvusEntity("notes")
	record Note(@Id String id, String text,
			@Embedding(from = "text") @VectorField(dimension = 4) float @Nullable [] embedding) {
	}

	@MilvusEntity("pairs")
	record Pair(@Id String id, String one, String two,
			@Embedding(from = "one") @VectorField(dimension = 4) float @Nullable [] first,
			@Embedding(from = "two") @VectorField(dimension = 4) float @Nullable [] second) {
	}

	@MilvusEntity("articles")
	record Article(@Id Long id, String title, @Nullable List<String> tags, @Embedding(from = {
			"title", "tags" }, reuseUnchanged = true) @VectorField(dimension = 4) float @Nullable [] embedding){
	}

	@MilvusEntity("drafts")
	static class Draft {

		@Id
		String id;

		@Nullable String text;

		@Embedding(from = "text")
		@VectorField(dimension = 4)
		float @Nullable [] embedding;

		Draft(String id, @Nullable String text, float @Nullable [] embedding) {
			this.id = id;
			this.text = text;
			this.embedding = embedding;
		}

	}

}
