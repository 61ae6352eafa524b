package io.github.milvusspring.data.admin;

/**
 * What this library does with the collection of an entity before its first use.
 */
public enum SchemaMode {

	/** Does nothing. The collection must exist as declared, and be loaded. */
	NONE,

	/** Checks that the collection exists as declared, and loads it. */
	VALIDATE,

	/** Creates a missing collection or index, and continues as {@link #VALIDATE}. */
	CREATE,

	/**
	 * Does the same as {@link #CREATE}, and also changes a collection that is not as
	 * declared, where Milvus can do so without writing the rows again. It drops nothing
	 * except an index that it rebuilds with other parameters.
	 */
	UPDATE

}
