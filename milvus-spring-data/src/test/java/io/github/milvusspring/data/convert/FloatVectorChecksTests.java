package io.github.milvusspring.data.convert;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a vector must be like.
 */
class FloatVectorChecksTests {

	@ParameterizedTest
	@ValueSource(floats = { 0f, -0f, Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE, 1f })
	void numbersAreAccepted(float value) {
		assertThat(FloatVectorChecks.problemOf(new float[] { value, 1 }, 2)).isNull();
	}

	@Property
	void aVectorIsRefusedExactlyWhenItHoldsNoNumber(@ForAll int bits) {
		float value = Float.intBitsToFloat(bits);
		String problem = FloatVectorChecks.problemOf(new float[] { 1, value, -1 }, 3);
		assertThat(problem == null).isEqualTo(Float.isFinite(value));
	}

	@Property
	void everyNaNIsRefused(@ForAll int bits) {
		float value = Float.intBitsToFloat(bits | 0x7F80_0000);
		assertThat(FloatVectorChecks.problemOf(new float[] { value, 0 }, 2)).contains("NaN or infinity");
	}

	@Test
	void anotherDimensionIsRefused() {
		assertThat(FloatVectorChecks.problemOf(new float[3], 4)).contains("dimension 3", "dimension is 4");
		assertThat(FloatVectorChecks.problemOf(new float[0], 4)).contains("empty vector");
	}

}
