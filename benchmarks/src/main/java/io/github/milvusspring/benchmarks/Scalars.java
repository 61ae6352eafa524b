package io.github.milvusspring.benchmarks;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;

import org.springframework.data.annotation.Id;

/**
 * A row of eight scalars, and the smallest vector a collection can have.
 *
 * @param id the key
 * @param name a text
 * @param active a boolean
 * @param kind an integer of 8 bits
 * @param year an integer of 16 bits
 * @param count an integer of 32 bits
 * @param weight a float
 * @param price a double
 * @param embedding the vector
 */
@MilvusEntity("scalars")
public record Scalars(@Id long id, String name, boolean active, byte kind, short year, int count, float weight,
		double price, @VectorField(dimension = 2) float[] embedding) {

	static List<Scalars> some(int rows) {
		List<Scalars> result = new ArrayList<>(rows);
		for (int i = 0; i < rows; i++) {
			result.add(new Scalars(i, "name of row " + i, i % 2 == 0, (byte) i, (short) i, i, i / 3f, i / 7.0,
					new float[] { 1, i }));
		}
		return result;
	}

}
