package io.github.milvusspring.data.admin;

/**
 * What happens to an entity's collection before its first use.
 */
public enum SchemaMode {

	/** Nothing: the collection must be there, as declared, and loaded. */
	NONE,

	/** The collection must be there as declared; it is loaded. */
	VALIDATE,

	/** A missing collection or index is created, then as {@link #VALIDATE}. */
	CREATE,

	/**
	 * As {@link #CREATE}, and a collection that is not as declared is changed where
	 * Milvus can without writing its rows anew. Nothing is dropped but an index that is
	 * built anew otherwise.
	 */
	UPDATE

}
