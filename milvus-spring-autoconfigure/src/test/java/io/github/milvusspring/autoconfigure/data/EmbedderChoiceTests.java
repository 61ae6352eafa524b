package io.github.milvusspring.autoconfigure.data;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.embedding.TextEmbedder;
import io.github.milvusspring.data.embedding.TextEmbedding;
import org.junit.jupiter.api.Test;

import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

/**
 * Which bean makes vectors from texts.
 */
class EmbedderChoiceTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Nothing.class)
		.withConfiguration(AutoConfigurations.of(MilvusDataAutoConfiguration.class))
		.withPropertyValues("milvus.schema.mode=none")
		.withBean(MilvusConnection.class, () -> mock(MilvusConnection.class, RETURNS_DEEP_STUBS));

	@Test
	void anEmbeddingModelOfSpringAiIsUsed() {
		FakeModel model = new FakeModel();
		this.runner.withBean(EmbeddingModel.class, () -> model).run((context) -> {
			assertThat(embedder(context).embed(List.of("a", "b"))).hasSize(2);
			assertThat(model.texts).containsExactly("a", "b");
		});
	}

	@Test
	void aTextEmbedderWins() {
		FakeModel model = new FakeModel();
		TextEmbedder embedder = (texts) -> List.of();
		this.runner.withBean(EmbeddingModel.class, () -> model)
			.withBean(TextEmbedder.class, () -> embedder)
			.run((context) -> assertThat(embedder(context)).isSameAs(embedder));
	}

	@Test
	void aTextEmbedderNeedsNoSpringAi() {
		TextEmbedder embedder = (texts) -> List.of();
		this.runner.withClassLoader(new FilteredClassLoader(EmbeddingModel.class))
			.withBean(TextEmbedder.class, () -> embedder)
			.run((context) -> assertThat(embedder(context)).isSameAs(embedder));
	}

	@Test
	void withoutEitherTheApplicationStartsAndEntitiesWithTextsAreRefused() {
		this.runner.run((context) -> assertThat(problem(context)).contains("declare a bean of type TextEmbedder"));
		this.runner.withClassLoader(new FilteredClassLoader(EmbeddingModel.class))
			.run((context) -> assertThat(context).hasSingleBean(MilvusTemplate.class)
				.doesNotHaveBean(TextEmbedding.class));
	}

	@Test
	void ofSeveralModelsNoneIsGuessed() {
		this.runner.withBean("openAi", EmbeddingModel.class, FakeModel::new)
			.withBean("local", EmbeddingModel.class, FakeModel::new)
			.run((context) -> assertThat(problem(context)).contains("[openAi, local]").contains("@Primary"));
	}

	@Test
	void ofSeveralModelsThePrimaryOneIsUsed() {
		FakeModel primary = new FakeModel();
		this.runner.withBean("openAi", EmbeddingModel.class, FakeModel::new)
			.withBean("local", EmbeddingModel.class, () -> primary, (definition) -> definition.setPrimary(true))
			.run((context) -> {
				embedder(context).embed(List.of("a"));
				assertThat(primary.texts).containsExactly("a");
			});
	}

	@Test
	void ofSeveralTextEmbeddersNoneIsGuessed() {
		this.runner.withBean("one", TextEmbedder.class, () -> (texts) -> List.of())
			.withBean("two", TextEmbedder.class, () -> (texts) -> List.of())
			.run((context) -> assertThat(problem(context)).contains("[one, two]"));
	}

	@Test
	void embeddingsOfTheApplicationWin() {
		TextEmbedding own = TextEmbedding.of((texts) -> List.of());
		this.runner.withBean(EmbeddingModel.class, FakeModel::new)
			.withBean("own", TextEmbedding.class, () -> own)
			.run((context) -> assertThat(ReflectionTestUtils.getField(
					ReflectionTestUtils.getField(
							ReflectionTestUtils.getField(context.getBean(MilvusTemplate.class), "entities"), "factory"),
					"embeddings"))
				.isSameAs(own));
	}

	@Test
	void batchesAreAsLargeAsThePropertySays() {
		this.runner.withBean(EmbeddingModel.class, FakeModel::new)
			.withPropertyValues("milvus.embedding.batch-size=16")
			.run((context) -> assertThat(context.getBean(TextEmbedding.class)).hasFieldOrPropertyWithValue("batchSize",
					16));
		this.runner.withPropertyValues("milvus.embedding.batch-size=0")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("milvus.embedding.batch-size is 0"));
	}

	private static TextEmbedder embedder(AssertableApplicationContext context) {
		return (TextEmbedder) ReflectionTestUtils.getField(context.getBean(TextEmbedding.class), "embedder");
	}

	private static String problem(AssertableApplicationContext context) {
		assertThat(context).hasNotFailed();
		assertThat(embedder(context)).isNull();
		return (String) ReflectionTestUtils.getField(context.getBean(TextEmbedding.class), "problem");
	}

	@AutoConfigurationPackage(basePackageClasses = EmbedderChoiceTests.class)
	static class Nothing {

	}

	static class FakeModel implements EmbeddingModel {

		final List<String> texts = new ArrayList<>();

		@Override
		public EmbeddingResponse call(EmbeddingRequest request) {
			throw new UnsupportedOperationException();
		}

		@Override
		public float[] embed(Document document) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<float[]> embed(List<String> texts) {
			this.texts.addAll(texts);
			return texts.stream().map((text) -> new float[] { 1, 2 }).toList();
		}

	}

}
