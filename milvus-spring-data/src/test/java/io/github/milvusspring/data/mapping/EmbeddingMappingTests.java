package io.github.milvusspring.data.mapping;

import java.util.List;

import io.github.milvusspring.data.model.CollectionSchema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddingMappingTests {

	private final MilvusMappingContext context = new MilvusMappingContext();

	@Test
	void aVectorKnowsTheTextsItIsMadeFrom() {
		List<EmbeddedVector> vectors = EmbeddedVector.of(this.context.entity(Right.class));
		assertThat(vectors).singleElement().satisfies((vector) -> {
			assertThat(vector.property().getName()).isEqualTo("embedding");
			assertThat(vector.sources()).extracting(MilvusPersistentProperty::getName).containsExactly("title", "tags");
			assertThat(vector.reuseUnchanged()).isTrue();
		});
	}

	@Test
	void aPropertyThatIsNullUntilItIsWrittenHasAFieldThatIsNot() {
		CollectionSchema collection = this.context.entity(Right.class).getCollection();
		assertThat(collection.field("embedding").nullable()).isFalse();
	}

	@Test
	void everythingWrongIsToldAtOnce() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> this.context.entity(Wrong.class))
			.withMessageContaining("'itself' has @Embedding(from = \"itself\"), which is the property itself")
			.withMessageContaining("'unknown' has @Embedding(from = \"nothing\"), which is no property")
			.withMessageContaining("'number' has @Embedding(from = \"pages\"), which is of type int")
			.withMessageContaining("'nothing2' has @Embedding from nothing")
			.withMessageContaining("'twice' has @Embedding and @TextEmbeddingFunction")
			.withMessageContaining("'word' has @Embedding and is VARCHAR")
			.withMessageContaining("'bits' has @Embedding and is BINARY_VECTOR");
	}

	@Test
	void aVectorWithinAStructIsRefused() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> this.context.entity(Album.class))
			.withMessageContaining("property 'embedding' has @Embedding, which is for properties of the entity itself");
	}

	@MilvusEntity("albums")
	record Album(@Id String id, @StructArray List<Track> tracks) {
	}

	record Track(String title, @Embedding(from = "title") @VectorField(dimension = 4) float[] embedding) {
	}

	@MilvusEntity("right")
	record Right(@Id String id, String title, List<String> tags, @Embedding(from = {
			"title", "tags" }, reuseUnchanged = true) @VectorField(dimension = 4) float @Nullable [] embedding){
	}

	@MilvusEntity("wrong")
	record Wrong(@Id String id, String title, int pages,
			@Embedding(from = "itself") @VectorField(dimension = 4) float[] itself,
			@Embedding(from = "nothing") @VectorField(dimension = 4) float[] unknown,
			@Embedding(from = "pages") @VectorField(dimension = 4) float[] number, @Embedding(from = {
			}) @VectorField(dimension = 4) float[] nothing2,
			@Embedding(from = "title") @TextEmbeddingFunction(from = "title",
					provider = "openai") @VectorField(dimension = 4) float[] twice,
			@Embedding(from = "title") @VectorField(dimension = 8) byte[] bits, @Embedding(from = "title") String word){
	}

}
