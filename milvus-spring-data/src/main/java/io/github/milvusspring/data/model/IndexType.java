package io.github.milvusspring.data.model;

/**
 * The types of Milvus indexes.
 */
public enum IndexType {

	/** Chosen by the server. */
	AUTOINDEX,
	/** No structure: a search compares every vector and is exact. */
	FLAT,
	/** Vectors in clusters. */
	IVF_FLAT,
	/** Vectors in clusters, with each entry compressed to 8 bits. */
	IVF_SQ8,
	/** Vectors in clusters, compressed by product quantization. */
	IVF_PQ,
	/** Vectors in clusters, compressed to one bit per entry by RaBitQ. */
	IVF_RABITQ,
	/** Vectors in clusters, compressed so that they can be compared in CPU registers. */
	SCANN,
	/** A graph of several layers. */
	HNSW,
	/** A graph of several layers, with scalar-quantized vectors. */
	HNSW_SQ,
	/** A graph of several layers, with product-quantized vectors. */
	HNSW_PQ,
	/** A graph of several layers, with residual-quantized vectors. */
	HNSW_PRQ,
	/** A graph on disk. */
	DISKANN,
	/** A graph on disk, stored together with quantized vectors. */
	AISAQ,
	/** Vectors in clusters, searched on a GPU. */
	GPU_IVF_FLAT,
	/** Product-quantized vectors in clusters, searched on a GPU. */
	GPU_IVF_PQ,
	/** No structure: a search compares every vector on a GPU and is exact. */
	GPU_BRUTE_FORCE,
	/** A graph, searched on a GPU. */
	GPU_CAGRA,
	/** No structure: a search compares every binary vector and is exact. */
	BIN_FLAT,
	/** Binary vectors in clusters. */
	BIN_IVF_FLAT,
	/** MinHash signatures stored as binary vectors, grouped by hashes of bands (LSH). */
	MINHASH_LSH,
	/**
	 * An inverted index: for each index of sparse vectors, the rows with an entry there.
	 */
	SPARSE_INVERTED_INDEX,
	/** Like SPARSE_INVERTED_INDEX, but a search skips rows that cannot be hits. */
	SPARSE_WAND,
	/** A prefix tree of texts. */
	TRIE("Trie"),
	/** Substrings of texts (n-grams). */
	NGRAM,
	/** A tree of bounding rectangles of shapes (R-tree). */
	RTREE,
	/** Sorted values. */
	STL_SORT,
	/** An inverted index: for each value or word, the rows that hold it. */
	INVERTED,
	/** For each value, one bit per row. */
	BITMAP;

	private final String word;

	IndexType() {
		this.word = name();
	}

	IndexType(String word) {
		this.word = word;
	}

	/**
	 * Returns the name of this type in the Milvus protocol.
	 * @return the value of {@code index_type}
	 */
	public String word() {
		return this.word;
	}

}
