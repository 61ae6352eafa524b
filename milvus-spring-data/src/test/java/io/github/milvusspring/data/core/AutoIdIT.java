package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.mapping.AutoId;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys that the server generates go back into entities and records.
 */
class AutoIdIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void insertGivesARecordItsKeyInANewInstance() {
		Note note = new Note(null, "a", new float[] { 1, 0 });
		InsertResult<Note> result = template().insert(note);
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
		UpsertResult<Note> result = template().upsertAll(mixed);
		assertThat(result.upsertCount()).isEqualTo(3);
		assertThat(result.rows()).extracting(Note::text).containsExactly("new a", "first again", "new b");
		assertThat(result.rows()).extracting(Note::id).doesNotContainNull().doesNotHaveDuplicates();
		assertThat(template().count(Filter.all(), Note.class)).isEqualTo(3);
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
