package io.github.milvusspring.data.convert;

import org.jspecify.annotations.Nullable;

/**
 * What a vector must be like before it is sent.
 */
public final class FloatVectors {

	private static final int MAGNITUDE = 0x7FFF_FFFF;

	private static final int INFINITE = 0x7F80_0000;

	private FloatVectors() {
	}

	/**
	 * Checks a vector.
	 * @param vector the vector
	 * @param dimension the dimension it must have
	 * @return what is wrong with it, {@code null} when nothing is
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

	// The bits of every NaN and infinity are above those of all other magnitudes.
	private static boolean finite(float[] vector) {
		int largest = 0;
		for (float value : vector) {
			largest = Math.max(largest, Float.floatToRawIntBits(value) & MAGNITUDE);
		}
		return largest < INFINITE;
	}

}
