package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.milvusspring.data.core.CountingEmbedder;
import io.github.milvusspring.data.embedding.TextEmbedder;
import io.github.milvusspring.data.embedding.TextEmbedding;
import io.github.milvusspring.data.mapping.EmbeddedVector;
import io.github.milvusspring.data.mapping.Embedding;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.ArrayChange;
import io.github.milvusspring.data.write.WriteOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Texts that become vectors before their rows are written.
 */
class EntityEmbeddingTests {

	private final CountingEmbedder embedder = new CountingEmbedder();

	private final MilvusMappingContext context = new MilvusMappingContext();

	@Test
	void textsGoToTheEmbedderInBatchesInTheirOrder() {
		List<Note> notes = notes(10);
		List<Note> embedded = embedding(Note.class, 4).embed(notes, 0, WriteOptions.DEFAULT);
		assertThat(this.embedder.batches).extracting(List::size).containsExactly(4, 4, 2);
		assertThat(this.embedder.texts()).isEqualTo(notes.stream().map(Note::text).toList());
		assertThat(embedded)
			.allSatisfy((note) -> assertThat(note.embedding()).isEqualTo(CountingEmbedder.vector(note.text())));
		assertThat(embedded).extracting(Note::id).isEqualTo(notes.stream().map(Note::id).toList());
	}

	@Test
	void aTextThatRepeatsIsEmbeddedOnceAndItsRowsShareNoArray() {
		List<Note> embedded = embedding(Note.class, 64).embed(
				List.of(new Note("1", "a", null), new Note("2", "b", null), new Note("3", "a", null)), 0,
				WriteOptions.DEFAULT);
		assertThat(this.embedder.batches).containsExactly(List.of("a", "b"));
		assertThat(embedded.get(0).embedding()).isEqualTo(embedded.get(2).embedding())
			.isNotSameAs(embedded.get(2).embedding());
	}

	@Test
	void theTextWinsOverTheVectorThatTheRowHas() {
		List<Note> embedded = embedding(Note.class, 64).embed(List.of(new Note("1", "a", new float[] { 9, 9, 9, 9 })),
				0, WriteOptions.DEFAULT);
		assertThat(embedded.get(0).embedding()).isEqualTo(CountingEmbedder.vector("a"));
	}

	@Test
	void withoutATextTheVectorOfTheRowStays() {
		Note note = new Note("1", null, new float[] { 9, 9, 9, 9 });
		assertThat(embedding(Note.class, 64).embed(List.of(note), 0, WriteOptions.DEFAULT).get(0)).isSameAs(note);
		assertThat(this.embedder.batches).isEmpty();
	}

	@Test
	void aRowWithNeitherTextNorVectorIsRefusedBeforeAnythingIsEmbedded() {
		List<Note> notes = List.of(new Note("1", "a", null), new Note("2", null, null));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> embedding(Note.class, 64).embed(notes, 100, WriteOptions.DEFAULT))
			.withMessageContaining("'embedding' of row 101 (key 2)")
			.withMessageContaining("[text]");
		assertThat(this.embedder.batches).isEmpty();
	}

	@Test
	void aBeanGetsItsVectorItself() {
		Page page = new Page("1", "title", List.of("x", "y"));
		List<Page> embedded = embedding(Page.class, 64).embed(List.of(page), 0, WriteOptions.DEFAULT);
		assertThat(embedded.get(0)).isSameAs(page);
		assertThat(page.embedding).isEqualTo(CountingEmbedder.vector("title\nx\ny"));
	}

	@Test
	void severalTextsAreJoinedAndWhatIsNullIsLeftOut() {
		embedding(Page.class, 64).embed(List.of(new Page("1", null, List.of("x")), new Page("2", "t", null)), 0,
				WriteOptions.DEFAULT);
		assertThat(this.embedder.texts()).containsExactly("x", "t");
	}

	@Test
	void theVectorsOfSeveralPropertiesAreMadeTogether() {
		List<Pair> embedded = embedding(Pair.class, 64).embed(List.of(new Pair("1", "a", "b", null, null)), 0,
				WriteOptions.DEFAULT);
		assertThat(this.embedder.batches).containsExactly(List.of("a", "b"));
		assertThat(embedded.get(0).first()).isEqualTo(CountingEmbedder.vector("a"));
		assertThat(embedded.get(0).second()).isEqualTo(CountingEmbedder.vector("b"));
	}

	@Test
	void aVectorOfAnotherClassIsMadeToo() {
		List<Other> embedded = embedding(Other.class, 64).embed(List.of(new Other(UUID.randomUUID(), "a", null)), 0,
				WriteOptions.DEFAULT);
		assertThat(embedded.get(0).embedding()).isEqualTo(Vector.of(CountingEmbedder.vector("a")));
	}

	@Test
	void aRowWithNeitherTextNorVectorIsFineWhereTheFieldIsNullable() {
		Other other = new Other(UUID.randomUUID(), null, null);
		assertThat(embedding(Other.class, 64).embed(List.of(other), 0, WriteOptions.DEFAULT)).containsExactly(other);
		PartialRow<Other> update = new PartialRow<>(new Other(other.id(), null, Vector.of(1f, 2f, 3f, 4f)),
				List.of("text"), Map.of());
		assertThat(embedding(Other.class, 64).embedUpdates(List.of(update), WriteOptions.DEFAULT)).singleElement()
			.isEqualTo(new PartialRow<>(other, Set.of("text", "embedding"), Map.of()));
	}

	@Test
	void aFailureNamesTheRowsOfItsBatch() {
		List<Note> notes = new ArrayList<>(notes(4));
		notes.set(2, new Note("bad", "broken", null));
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> embedding(Note.class, 2).embed(notes, 500, WriteOptions.DEFAULT))
			.withMessageContaining("row 502 (key bad), row 503 (key 3)")
			.withMessageNotContaining("row 501")
			.withMessageContaining("nothing of this batch was written")
			.withCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void aFailureOfManyRowsNamesTheFirst() {
		List<Note> notes = new ArrayList<>(notes(30));
		notes.set(0, new Note("bad", "broken", null));
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> embedding(Note.class, 64).embed(notes, 0, WriteOptions.DEFAULT))
			.withMessageContaining("row 9 (key 9) and 20 more");
	}

	@Test
	void vectorsThatAreTooFewOrNullAreRefused() {
		TextEmbedder few = (texts) -> List.of(new float[4]);
		TextEmbedder none = (texts) -> new ArrayList<>(java.util.Arrays.asList(new float[4], null));
		for (TextEmbedder wrong : List.of(few, none)) {
			assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
				.isThrownBy(
						() -> embedding(Note.class, TextEmbedding.of(wrong)).embed(notes(2), 0, WriteOptions.DEFAULT))
				.withMessageContaining("row 0 (key 0), row 1 (key 1)")
				.withMessageContaining("1 vectors for 2 texts");
		}
	}

	@Test
	void aVectorOfAnotherDimensionIsRefused() {
		TextEmbedder short3 = (texts) -> List.of(new float[3]);
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> embedding(Note.class, TextEmbedding.of(short3)).embed(notes(1), 0, WriteOptions.DEFAULT))
			.withMessageContaining("dimension 3")
			.withMessageContaining("dimension 4");
	}

	@Test
	void anEntityWithoutAnEmbedderIsRefused() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> embedding(Note.class, TextEmbedding.NONE))
			.withMessageContaining(Note.class.getName())
			.withMessageContaining("declare a bean of type TextEmbedder");
	}

	@Test
	void anUpdateOfTheTextWritesTheVectorToo() {
		PartialRow<Note> update = embedding(Note.class, 64)
			.embedUpdates(List.of(new PartialRow<>(new Note("1", "a", null), List.of("text"), Map.of())),
					WriteOptions.DEFAULT)
			.get(0);
		assertThat(update.fields()).containsExactly("text", "embedding");
		assertThat(update.row().embedding()).isEqualTo(CountingEmbedder.vector("a"));
	}

	@Test
	void anUpdateOfSomethingElseEmbedsNothing() {
		PartialRow<Note> update = new PartialRow<>(new Note("1", "a", null), List.of("embedding"), Map.of());
		assertThat(embedding(Note.class, 64).embedUpdates(List.of(update), WriteOptions.DEFAULT).get(0).fields())
			.containsExactly("embedding");
		assertThat(this.embedder.batches).isEmpty();
	}

	@Test
	void anUpdateOfAPartOfTheTextIsRefused() {
		Page page = new Page("1", "t", List.of());
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> embedding(Page.class, 64)
				.embedUpdates(List.of(new PartialRow<>(page, List.of("title"), Map.of())), WriteOptions.DEFAULT))
			.withMessageContaining("set all of [title, lines]");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> embedding(Page.class, 64).embedUpdates(
					List.of(new PartialRow<>(page, List.of("title", "lines"), Map.of("lines", ArrayChange.APPEND))),
					WriteOptions.DEFAULT));
	}

	@Test
	void anUpdateByNamesMakesItsVector() {
		MilvusPersistentEntity<Note> entity = this.context.entity(Note.class);
		EntityEmbedding<Map<String, Object>> embedding = new EntityEmbedding<>(EmbeddedVector.of(entity),
				PropertyValues.ofMaps(), (row) -> row.get("id"), TextEmbedding.of(this.embedder).require(Note.class),
				null);
		Map<String, Object> row = new LinkedHashMap<>(Map.of("id", "1", "text", "a"));
		PartialRow<Map<String, Object>> update = embedding
			.embedUpdates(List.of(new PartialRow<>(row, List.of("text"), Map.of())), WriteOptions.DEFAULT)
			.get(0);
		assertThat(update.row().get("embedding")).isEqualTo(CountingEmbedder.vector("a"));
	}

	@Test
	void aTextThatIsTakenAwayNeedsAVectorInItsPlace() {
		PartialRow<Note> update = new PartialRow<>(new Note("1", null, new float[4]), List.of("text"), Map.of());
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> embedding(Note.class, 64).embedUpdates(List.of(update), WriteOptions.DEFAULT));
		PartialRow<Note> given = new PartialRow<>(new Note("1", null, new float[4]), List.of("text", "embedding"),
				Map.of());
		assertThat(embedding(Note.class, 64).embedUpdates(List.of(given), WriteOptions.DEFAULT).get(0).row())
			.isSameAs(given.row());
	}

	private <T> EntityEmbedding<T> embedding(Class<T> type, int batchSize) {
		return embedding(type, TextEmbedding.of(this.embedder).withBatchSize(batchSize));
	}

	private <T> EntityEmbedding<T> embedding(Class<T> type, TextEmbedding embeddings) {
		MilvusPersistentEntity<T> entity = this.context.entity(type);
		Function<T, @Nullable Object> keys = (row) -> entity.getIdentifierAccessor(row).getIdentifier();
		return new EntityEmbedding<>(EmbeddedVector.of(entity), PropertyValues.ofEntities(entity), keys,
				embeddings.require(type), null);
	}

	private static List<Note> notes(int count) {
		return IntStream.range(0, count).mapToObj((i) -> new Note("" + i, "text " + i, null)).toList();
	}

	@MilvusEntity("notes")
	record Note(@Id String id, String text,
			@Embedding(from = "text") @VectorField(dimension = 4) float @Nullable [] embedding) {
	}

	@MilvusEntity("others")
	record Other(@Id UUID id, @Nullable String text,
			@Embedding(from = "text") @VectorField(dimension = 4, nullable = true) @Nullable Vector embedding) {
	}

	@MilvusEntity("pairs")
	record Pair(@Id String id, String one, String two,
			@Embedding(from = "one") @VectorField(dimension = 4) float @Nullable [] first,
			@Embedding(from = "two") @VectorField(dimension = 4) float @Nullable [] second) {
	}

	@MilvusEntity("pages")
	static class Page {

		@Id
		final String id;

		final @Nullable String title;

		final @Nullable List<String> lines;

		@Embedding(from = { "title", "lines" })
		@VectorField(dimension = 4)
		float @Nullable [] embedding;

		Page(String id, @Nullable String title, @Nullable List<String> lines) {
			this.id = id;
			this.title = title;
			this.lines = lines;
		}

	}

}
