package io.github.milvusspring.data.mapping;

/**
 * How Milvus compares two vectors.
 */
public enum Metric {

	/**
	 * The cosine of the angle between the vectors, from -1 to 1; larger is closer.
	 */
	COSINE(true),

	/**
	 * The inner product of the vectors; larger is closer.
	 */
	IP(true),

	/**
	 * The squared Euclidean distance of the vectors; smaller is closer.
	 */
	L2(false);

	private final boolean largerIsCloser;

	Metric(boolean largerIsCloser) {
		this.largerIsCloser = largerIsCloser;
	}

	/**
	 * Tells whether a larger score of this metric means a closer vector.
	 * @return {@code false} for distances
	 */
	public boolean isLargerCloser() {
		return this.largerIsCloser;
	}

}
