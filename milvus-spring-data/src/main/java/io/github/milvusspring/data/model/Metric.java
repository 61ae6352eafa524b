package io.github.milvusspring.data.model;

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
	L2(false),

	/**
	 * The number of bits in which binary vectors differ; smaller is closer.
	 */
	HAMMING(false),

	/**
	 * The part of the bits set in either binary vector that is not set in both, from 0 to
	 * 1; smaller is closer.
	 */
	JACCARD(false),

	/**
	 * The distance of MinHash signatures, from 0 to 1; smaller is closer.
	 */
	MHJACCARD(false),

	/**
	 * How well a text fits words, by their frequencies; larger is closer.
	 */
	BM25(true),

	/**
	 * The sum over the vectors of a list of each one's largest cosine; larger is closer.
	 */
	MAX_SIM_COSINE(true),

	/**
	 * The sum over the vectors of a list of each one's largest inner product; larger is
	 * closer.
	 */
	MAX_SIM_IP(true),

	/**
	 * The sum over the vectors of a list of each one's smallest distance; smaller is
	 * closer.
	 */
	MAX_SIM_L2(false);

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
