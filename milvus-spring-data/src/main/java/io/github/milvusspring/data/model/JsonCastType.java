package io.github.milvusspring.data.model;

/**
 * What values within JSON documents are indexed as.
 */
public enum JsonCastType {

	/** Booleans. */
	BOOL,
	/** Numbers. */
	DOUBLE,
	/** Texts. */
	VARCHAR,
	/** Lists of booleans. */
	ARRAY_BOOL,
	/** Lists of numbers. */
	ARRAY_DOUBLE,
	/** Lists of texts. */
	ARRAY_VARCHAR,
	/** Whole documents. */
	JSON

}
