package io.github.milvusspring.data.core;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.mapping.AutoId;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Entities of every shape are written, get their key, are read, and are updated in part.
 */
class EntityShapesIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void aRecordLivesThroughAllOfIt() {
		Entry fresh = new Entry(null, "a", "kept", new float[] { 1, 0 });
		Entry last = livesThrough(fresh, Entry::id, Entry::text, Entry::withText);
		assertThat(fresh.id()).isNull();
		assertThat(last.note()).isEqualTo("kept");
	}

	@Test
	void aClassWithSettersLivesThroughAllOfIt() {
		Bean fresh = new Bean();
		fresh.setText("a");
		fresh.setNote("kept");
		fresh.setEmbedding(new float[] { 1, 0 });
		Bean last = livesThrough(fresh, Bean::getId, Bean::getText, (bean, text) -> {
			bean.setText(text);
			return bean;
		});
		assertThat(fresh.getId()).isNotNull();
		assertThat(last.getNote()).isEqualTo("kept");
	}

	@Test
	void anImmutableClassWithWithersLivesThroughAllOfIt() {
		Immutable fresh = new Immutable(null, "a", "kept", new float[] { 1, 0 });
		Immutable last = livesThrough(fresh, (entity) -> entity.id, (entity) -> entity.text, Immutable::withText);
		assertThat(fresh.id).isNull();
		assertThat(last.note).isEqualTo("kept");
	}

	@Test
	void aKotlinDataClassLivesThroughAllOfIt() {
		KotlinNote fresh = kotlin("a", Map.of("color", "red"));
		KotlinNote last = livesThrough(fresh, KotlinNote::getId, KotlinNote::getText,
				(note, text) -> note.copy(note.getId(), text, note.getNote(), note.getRating(), note.getTags(),
						note.getExtra(), note.getEmbedding()));
		assertThat(fresh.getId()).isNull();
		assertThat(last.getNote()).isEqualTo("kept");
		assertThat(last.getRating()).isEqualTo(3);
		assertThat(last.getExtra()).isEqualTo(Map.of("color", "red"));
	}

	@Test
	void whatWasNotAskedForHasTheDefaultOfKotlin() {
		Object id = template().insert(kotlin("a", Map.of("color", "red"))).ids().get(0);
		KotlinNote partly = template().findById(id, KotlinNote.class, ReadOptions.DEFAULT.withOutputFields("text"));
		assertThat(partly.getId()).isEqualTo(id);
		assertThat(partly.getText()).isEqualTo("a");
		assertThat(partly.getRating()).isEqualTo(5);
		assertThat(partly.getTags()).containsExactly("none");
		assertThat(partly.getNote()).isNull();
		assertThat(partly.getEmbedding()).containsExactly(1, 0);
	}

	private static KotlinNote kotlin(String text, Map<String, Object> extra) {
		return new KotlinNote(null, text, "kept", 3, List.of("x"), extra, new float[] { 0, 1 });
	}

	private <T> T livesThrough(T fresh, Function<T, @Nullable Long> id, Function<T, String> text,
			BiFunction<T, String, T> withText) {
		@SuppressWarnings("unchecked")
		Class<T> type = (Class<T>) fresh.getClass();
		WriteResult<T> inserted = template().insert(fresh);
		T entity = inserted.rows().get(0);
		Long key = id.apply(entity);
		assertThat(key).isNotNull().isEqualTo(inserted.ids().get(0));
		assertThat(text.apply(template().findById(key, type))).isEqualTo("a");
		T upserted = template().upsert(withText.apply(entity, "b")).rows().get(0);
		assertThat(id.apply(upserted)).isEqualTo(key);
		assertThat(text.apply(template().findById(key, type))).isEqualTo("b");
		template().update(withText.apply(upserted, "c"), "text");
		assertThat(template().count(Filter.all(), type)).isEqualTo(1);
		T last = template().findById(key, type);
		assertThat(text.apply(last)).isEqualTo("c");
		return last;
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	@MilvusEntity("entries")
	record Entry(@Id @AutoId @Nullable Long id, String text, @Nullable String note,
			@VectorField(dimension = 2) float[] embedding) {

		Entry withText(String text) {
			return new Entry(this.id, text, this.note, this.embedding);
		}

	}

	@MilvusEntity("setters")
	static class Bean {

		@Id
		@AutoId
		private @Nullable Long id;

		private String text;

		private @Nullable String note;

		@VectorField(dimension = 2)
		private float[] embedding;

		public @Nullable Long getId() {
			return this.id;
		}

		public void setId(@Nullable Long id) {
			this.id = id;
		}

		public String getText() {
			return this.text;
		}

		public void setText(String text) {
			this.text = text;
		}

		public @Nullable String getNote() {
			return this.note;
		}

		public void setNote(@Nullable String note) {
			this.note = note;
		}

		public float[] getEmbedding() {
			return this.embedding;
		}

		public void setEmbedding(float[] embedding) {
			this.embedding = embedding;
		}

	}

	@MilvusEntity("withers")
	static final class Immutable {

		@Id
		@AutoId
		private final @Nullable Long id;

		private final String text;

		private final @Nullable String note;

		@VectorField(dimension = 2)
		private final float[] embedding;

		Immutable(@Nullable Long id, String text, @Nullable String note, float[] embedding) {
			this.id = id;
			this.text = text;
			this.note = note;
			this.embedding = embedding;
		}

		public Immutable withId(@Nullable Long id) {
			return new Immutable(id, this.text, this.note, this.embedding);
		}

		public Immutable withText(String text) {
			return new Immutable(this.id, text, this.note, this.embedding);
		}

	}

}
