package io.github.milvusspring.data.mapping;

/**
 * Whether the server maps the data of a field from disk into memory instead of loading
 * it.
 */
public enum Mmap {

	/** The setting of the collection or the server. */
	DEFAULT,

	/** The data is mapped from disk. */
	ENABLED,

	/** The data is loaded into memory. */
	DISABLED

}
