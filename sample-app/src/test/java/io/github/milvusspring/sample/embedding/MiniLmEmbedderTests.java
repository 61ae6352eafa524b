package io.github.milvusspring.sample.embedding;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MiniLmEmbedderTests {

	private static final MiniLmEmbedder EMBEDDER = new MiniLmEmbedder(2);

	@AfterAll
	static void close() {
		EMBEDDER.close();
	}

	@Test
	void similarMeaningsAreClose() {
		float[] question = embed("which port does the web server listen on");
		assertThat(cosine(question, embed("Server HTTP port.")))
			.isGreaterThan(cosine(question, embed("Whether to pretty print JSON.")));
	}

	@Test
	void manyTextsHaveTheVectorsOfEachInTheSameOrder() {
		List<String> texts = List.of("one text", "quite another text", "one text");
		List<float[]> vectors = EMBEDDER.embed(texts);
		assertThat(vectors).hasSize(3);
		for (int i = 0; i < texts.size(); i++) {
			assertThat(vectors.get(i)).hasSize(MiniLmEmbedder.DIMENSION);
			assertThat(cosine(vectors.get(i), embed(texts.get(i)))).isCloseTo(1, within(1e-4));
		}
	}

	private static float[] embed(String text) {
		return EMBEDDER.embed(List.of(text)).get(0);
	}

	private static double cosine(float[] one, float[] other) {
		double product = 0;
		double ones = 0;
		double others = 0;
		for (int i = 0; i < one.length; i++) {
			product += one[i] * other[i];
			ones += one[i] * one[i];
			others += other[i] * other[i];
		}
		return product / Math.sqrt(ones * others);
	}

}
