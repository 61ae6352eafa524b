package io.github.milvusspring.data.convert;

import io.github.milvusspring.data.model.FieldType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HalfFloatsTests {

	@Test
	void everyPatternIsItself() {
		for (int half = 0; half < 65_536; half++) {
			float asHalf = HalfFloats.fromFloat16(half);
			if (!Float.isNaN(asHalf)) {
				assertThat(HalfFloats.toFloat16(asHalf)).isEqualTo(half);
			}
			float asBrain = Float.intBitsToFloat(half << 16);
			if (!Float.isNaN(asBrain)) {
				assertThat(HalfFloats.toBfloat16(asBrain) & 0xFFFF).isEqualTo(half);
			}
		}
	}

	@Test
	void betweenTwoNumbersTheNearerOrTheEvenOneIsTaken() {
		for (int half = 0; half < 0x7BFF; half++) {
			double low = HalfFloats.fromFloat16(half);
			double high = HalfFloats.fromFloat16(half + 1);
			float middle = (float) ((low + high) / 2);
			int even = ((half & 1) == 0) ? half : half + 1;
			assertThat(HalfFloats.toFloat16(middle)).isEqualTo(even);
			assertThat(HalfFloats.toFloat16(-middle)).isEqualTo(even | 0x8000);
			assertThat(HalfFloats.toFloat16(Math.nextDown(middle))).isEqualTo(half);
			assertThat(HalfFloats.toFloat16(Math.nextUp(middle))).isEqualTo(half + 1);
		}
		for (int half = 0; half < 0x7F7F; half++) {
			int middle = half << 16 | 0x8000;
			int even = ((half & 1) == 0) ? half : half + 1;
			assertThat(HalfFloats.toBfloat16(Float.intBitsToFloat(middle))).isEqualTo(even);
			assertThat(HalfFloats.toBfloat16(Float.intBitsToFloat(middle - 1))).isEqualTo(half);
			assertThat(HalfFloats.toBfloat16(Float.intBitsToFloat(middle + 1))).isEqualTo(half + 1);
		}
	}

	@Property
	void vectorsAreTheirOwnRoundedSelves(@ForAll float[] vector) {
		for (FieldType type : new FieldType[] { FieldType.FLOAT16_VECTOR, FieldType.BFLOAT16_VECTOR }) {
			float[] small = new float[vector.length];
			for (int i = 0; i < small.length; i++) {
				small[i] = Float.isFinite(vector[i]) ? (float) Math.IEEEremainder(vector[i], 1000) : 0;
			}
			float[] read = HalfFloats.unpack(type, HalfFloats.pack(type, small));
			assertThat(HalfFloats.unpack(type, HalfFloats.pack(type, read))).isEqualTo(read);
			for (int i = 0; i < small.length; i++) {
				assertThat(Math.abs(read[i] - small[i])).isLessThanOrEqualTo(Math.abs(small[i]) / 256 + 0x1p-25f);
			}
		}
	}

	@Test
	void numbersBeyondTheRangeAreRefusedAndNotInfinite() {
		assertThat(HalfFloats.unpack(FieldType.FLOAT16_VECTOR,
				HalfFloats.pack(FieldType.FLOAT16_VECTOR, new float[] { 65_519.996f })))
			.containsExactly(65_504f);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> HalfFloats.pack(FieldType.FLOAT16_VECTOR, new float[] { 1, -65_520f }))
			.withMessageContainingAll("entry 1", "-65520.0", "65504");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> HalfFloats.pack(FieldType.BFLOAT16_VECTOR, new float[] { Float.MAX_VALUE }))
			.withMessageContaining("entry 0");
	}

}
