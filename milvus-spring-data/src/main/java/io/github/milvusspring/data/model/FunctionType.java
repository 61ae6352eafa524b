package io.github.milvusspring.data.model;

/**
 * The kind of a function of a collection.
 */
public enum FunctionType {

	/**
	 * Computes the sparse vector of the words of a text, which full text search reads.
	 */
	BM25,

	/** Computes the dense vector of a text by calling an embedding model. */
	TEXT_EMBEDDING,

	/** A kind that the server reports and this version of the library does not know. */
	UNKNOWN

}
