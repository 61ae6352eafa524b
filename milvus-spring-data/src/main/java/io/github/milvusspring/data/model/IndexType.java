package io.github.milvusspring.data.model;

/**
 * How an index is built.
 */
public enum IndexType {

	/** What the server thinks best. */
	AUTOINDEX,
	/** Every vector is compared: exact. */
	FLAT,
	/** Vectors in clusters. */
	IVF_FLAT,
	/** Vectors in clusters, each entry in 8 bits. */
	IVF_SQ8,
	/** Vectors in clusters, compressed by product quantization. */
	IVF_PQ,
	/** Vectors in clusters, compressed to bits by RaBitQ. */
	IVF_RABITQ,
	/** Vectors in clusters, compared in registers. */
	SCANN,
	/** A graph of layers. */
	HNSW,
	/** A graph of layers of scalar-quantized vectors. */
	HNSW_SQ,
	/** A graph of layers of product-quantized vectors. */
	HNSW_PQ,
	/** A graph of layers of residual-quantized vectors. */
	HNSW_PRQ,
	/** A graph on disk. */
	DISKANN,
	/** A graph on disk with quantized vectors beside it. */
	AISAQ,
	/** Clusters on a GPU. */
	GPU_IVF_FLAT,
	/** Compressed clusters on a GPU. */
	GPU_IVF_PQ,
	/** Every vector is compared on a GPU. */
	GPU_BRUTE_FORCE,
	/** A graph on a GPU. */
	GPU_CAGRA,
	/** Every binary vector is compared: exact. */
	BIN_FLAT,
	/** Binary vectors in clusters. */
	BIN_IVF_FLAT,
	/** MinHash signatures in binary vectors, by bands. */
	MINHASH_LSH,
	/** The rows of each entry of sparse vectors. */
	SPARSE_INVERTED_INDEX,
	/** As SPARSE_INVERTED_INDEX, pruned while searching. */
	SPARSE_WAND,
	/** A prefix tree of texts. */
	TRIE("Trie"),
	/** Pieces of texts of some characters. */
	NGRAM,
	/** A tree of rectangles around shapes. */
	RTREE,
	/** Sorted values. */
	STL_SORT,
	/** The rows of each value or word. */
	INVERTED,
	/** A bit per row for each value. */
	BITMAP;

	private final String word;

	IndexType() {
		this.word = name();
	}

	IndexType(String word) {
		this.word = word;
	}

	/**
	 * Returns the type in the Milvus protocol.
	 * @return the value of {@code index_type}
	 */
	public String word() {
		return this.word;
	}

}
