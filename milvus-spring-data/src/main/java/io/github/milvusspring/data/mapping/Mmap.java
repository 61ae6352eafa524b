package io.github.milvusspring.data.mapping;

/**
 * Whether the server maps data from disk into memory instead of loading it.
 */
public enum Mmap {

	/** What the collection or the server says. */
	DEFAULT,

	/** From disk. */
	ENABLED,

	/** Loaded. */
	DISABLED

}
