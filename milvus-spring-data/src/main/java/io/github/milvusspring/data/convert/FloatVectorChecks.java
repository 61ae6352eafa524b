package io.github.milvusspring.data.convert;

import org.jspecify.annotations.Nullable;

/**
 * Checks the dimension and the entries of a vector before it is sent.
 */
public final class FloatVectorChecks {

	private static final int EXPONENT = 0x7F80_0000;

	private static final int LOWEST_EXPONENT_BIT = 0x0080_0000;

	private FloatVectorChecks() {
	}

	/**
	 * Checks a vector.
	 * @param vector the vector
	 * @param dimension the dimension it must have
	 * @return the problem, {@code null} when there is none
	 */
	public static @Nullable String problemOf(float[] vector, int dimension) {
		if (vector.length != dimension) {
			return (vector.length == 0) ? "is an empty vector, where the dimension is " + dimension
					: "is a vector of dimension " + vector.length + ", where the dimension is " + dimension;
		}
		if (!finite(vector)) {
			return "is a vector that holds NaN or infinity";
		}
		return null;
	}

	// NaN and infinity have the largest exponent, so adding one to it overflows into the
	// sign bit.
	private static boolean finite(float[] vector) {
		int overflow = 0;
		for (float value : vector) {
			overflow |= (Float.floatToRawIntBits(value) & EXPONENT) + LOWEST_EXPONENT_BIT;
		}
		return overflow >= 0;
	}

}
