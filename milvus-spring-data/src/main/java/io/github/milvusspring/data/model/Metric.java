package io.github.milvusspring.data.model;

/**
 * The metrics by which Milvus compares vectors.
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
	 * The squared Euclidean distance between the vectors; smaller is closer.
	 */
	L2(false),

	/**
	 * The number of bits in which binary vectors differ; smaller is closer.
	 */
	HAMMING(false),

	/**
	 * The Jaccard distance of binary vectors: of the bits set in at least one of them,
	 * the fraction that is not set in both, from 0 to 1; smaller is closer.
	 */
	JACCARD(false),

	/**
	 * The Jaccard distance estimated from MinHash signatures, from 0 to 1; smaller is
	 * closer.
	 */
	MHJACCARD(false),

	/**
	 * How relevant a text is for the searched words, by word frequencies; larger is
	 * closer.
	 */
	BM25(true),

	/**
	 * For a list of query vectors: the sum of each vector's largest cosine with a vector
	 * of the row; larger is closer.
	 */
	MAX_SIM_COSINE(true),

	/**
	 * For a list of query vectors: the sum of each vector's largest inner product with a
	 * vector of the row; larger is closer.
	 */
	MAX_SIM_IP(true),

	/**
	 * For a list of query vectors: the sum of each vector's smallest distance to a vector
	 * of the row; smaller is closer.
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
