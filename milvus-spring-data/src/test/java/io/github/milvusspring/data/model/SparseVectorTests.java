package io.github.milvusspring.data.model;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SparseVectorTests {

	@Test
	void entriesAreSortedByTheirUnsignedIndexWithoutZeros() {
		SparseVector vector = SparseVector.of(new int[] { -2, 5, 1, 3 }, new float[] { 4, 3, 0, 2 });
		assertThat(vector.toMap()).containsExactly(Map.entry(3L, 2f), Map.entry(5L, 3f), Map.entry(4_294_967_294L, 4f));
		assertThat(vector).isEqualTo(SparseVector.of(vector.toMap()))
			.hasSameHashCodeAs(SparseVector.of(vector.toMap()));
		assertThat(SparseVector.of(Map.of())).isEqualTo(SparseVector.EMPTY).hasToString("{}");
	}

	@Test
	void whatMilvusRefusesIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> SparseVector.of(Map.of(-1, 1f)))
			.withMessageContaining("index -1");
		assertThatIllegalArgumentException().isThrownBy(() -> SparseVector.of(Map.of(4_294_967_295L, 1f)))
			.withMessageContaining("4294967294");
		for (float value : new float[] { Float.NaN, Float.POSITIVE_INFINITY, -1 }) {
			assertThatIllegalArgumentException().isThrownBy(() -> SparseVector.of(Map.of(1, value)))
				.withMessageContaining("index 1");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> SparseVector.of(new int[] { 1, 1 }, new float[] { 1, 2 }))
			.withMessageContaining("twice");
		assertThatIllegalArgumentException().isThrownBy(() -> SparseVector.of(new int[] { 1 }, new float[0]));
	}

}
