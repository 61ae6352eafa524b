package io.github.milvusspring.data.model;

/**
 * The types as which values inside JSON documents can be indexed.
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
	/** Complete JSON documents. */
	JSON

}
