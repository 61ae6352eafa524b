package io.github.milvusspring.data.admin;

/**
 * The load state of a collection or partition.
 *
 * @param status whether it is loaded
 * @param percent the percentage that is loaded, from 0 to 100
 */
public record LoadState(Status status, int percent) {

	/**
	 * Tells whether the collection or partition can be searched and queried.
	 * @return {@code true} when it is loaded
	 */
	public boolean isLoaded() {
		return this.status == Status.LOADED;
	}

	/**
	 * Whether a collection or partition is loaded into memory.
	 */
	public enum Status {

		/** The collection or partition is only on disk. */
		NOT_LOADED,

		/** The collection or partition is being loaded. */
		LOADING,

		/** The collection or partition can be searched and queried. */
		LOADED

	}

}
