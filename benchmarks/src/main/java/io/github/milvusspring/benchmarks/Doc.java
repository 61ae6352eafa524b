package io.github.milvusspring.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;

import org.springframework.data.annotation.Id;

/**
 * A row with a vector of 768 floats.
 *
 * @param id the key
 * @param title a text
 * @param price a number
 * @param embedding the vector
 */
@MilvusEntity("docs")
public record Doc(@Id long id, @MilvusField(maxLength = 256) String title, double price,
		@VectorField(dimension = Doc.DIMENSION) float[] embedding) {

	static final int DIMENSION = 768;

	static List<Doc> some(int count) {
		Random random = new Random(42);
		List<Doc> docs = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			docs.add(new Doc(i, "title of document " + i, i / 7.0, vector(random)));
		}
		return docs;
	}

	static float[] vector(Random random) {
		float[] vector = new float[DIMENSION];
		for (int i = 0; i < DIMENSION; i++) {
			vector[i] = random.nextFloat() - 0.5f;
		}
		return vector;
	}

}
