package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.mapping.AutoId;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Keys that the server generates go back into entities and records.
 */
class AutoIdIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void insertGivesARecordItsKeyInANewInstance() {
		Note note = new Note(null, "a", new float[] { 1, 0 });
		WriteResult<Note> result = template().insert(note);
		assertThat(note.id()).isNull();
		assertThat(result.rows().get(0).id()).isNotNull().isEqualTo(result.ids().get(0));
		assertThat(template().findById(result.ids().get(0), Note.class).text()).isEqualTo("a");
	}

	@Test
	void upsertGivesABeanItsKeyInPlace() {
		Bean bean = new Bean();
		bean.setText("a");
		bean.embedding = new float[] { 1, 0 };
		template().upsert(bean);
		assertThat(bean.id).isNotNull();
		bean.setText("b");
		template().upsert(bean);
		assertThat(template().count(Filter.all(), Bean.class)).isEqualTo(1);
		assertThat(template().findById(Objects.requireNonNull(bean.id), Bean.class).text).isEqualTo("b");
	}

	@Test
	void upsertOfRowsWithAndWithoutKeysKeepsTheirOrder() {
		Note first = template().insert(new Note(null, "first", new float[] { 1, 0 })).rows().get(0);
		List<Note> mixed = new ArrayList<>(List.of(new Note(null, "new a", new float[] { 0, 1 }),
				new Note(first.id(), "first again", new float[] { 1, 0 }),
				new Note(null, "new b", new float[] { 0, 1 })));
		WriteResult<Note> result = template().upsertAll(mixed);
		assertThat(result.count()).isEqualTo(3);
		assertThat(result.rows()).extracting(Note::text).containsExactly("new a", "first again", "new b");
		assertThat(result.rows()).extracting(Note::id).doesNotContainNull().doesNotHaveDuplicates();
		assertThat(template().count(Filter.all(), Note.class)).isEqualTo(3);
	}

	@Test
	void anInsertOfARowWithAKeyIsRefusedWhereTheServerGeneratesKeys() {
		Note first = template().insert(new Note(null, "first", new float[] { 1, 0 })).rows().get(0);
		List<Note> notes = List.of(new Note(null, "new", new float[] { 0, 1 }), first);
		Map<String, Object> row = Map.of("id", 5, "text", "a", "embedding", new float[] { 1, 0 });
		List<ThrowingCallable> inserts = List.of(() -> template().insert(first), () -> template().insertAll(notes),
				() -> template().async().insertAll(notes, WriteOptions.DEFAULT),
				() -> template().rows("notes").insert(row));
		for (ThrowingCallable insert : inserts) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(insert)
				.withMessageContainingAll("the server generates the keys of 'notes'", "nothing was written", "upsert");
		}
		assertThatExceptionOfType(BatchWriteException.class)
			.isThrownBy(() -> template().insertAll(notes.stream(), Note.class, BatchOptions.DEFAULT))
			.withMessageContaining("the server generates the keys of 'notes'");
		assertThat(template().count(Filter.all(), Note.class)).isEqualTo(1);
	}

	@Test
	void anUpsertReturnsTheIdOfEachRowThatWasGiven() {
		Note first = template().insert(new Note(null, "first", new float[] { 1, 0 })).rows().get(0);
		Note second = template().insert(new Note(null, "second", new float[] { 1, 0 })).rows().get(0);
		WriteResult<Note> result = template().upsertAll(List.of(first, second, first));
		assertThat(result.count()).isEqualTo(2);
		assertThat(result.ids()).hasSize(3);
		assertThat(result.ids().get(0)).isEqualTo(result.ids().get(2));
		assertThat(result.rows()).extracting((note) -> (Object) note.id()).containsExactlyElementsOf(result.ids());
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	@MilvusEntity("notes")
	record Note(@Id @AutoId @Nullable Long id, String text, @VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity("beans")
	static class Bean {

		@Id
		@AutoId
		private @Nullable Long id;

		@MilvusField(maxLength = 10)
		private String text;

		@VectorField(dimension = 2)
		private float[] embedding;

		void setText(String text) {
			this.text = text;
		}

	}

}
