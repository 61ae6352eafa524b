package io.github.milvusspring.data.model;

/**
 * What a function of a collection does.
 */
public enum FunctionType {

	/** Makes the sparse vector of a text's words that full text search looks at. */
	BM25,

	/** Makes the dense vector of a text by a model that the server calls. */
	TEXT_EMBEDDING,

	/** Found on a server, of a kind that a newer version of this library may know. */
	UNKNOWN

}
