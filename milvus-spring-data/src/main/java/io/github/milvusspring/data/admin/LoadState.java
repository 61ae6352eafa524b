package io.github.milvusspring.data.admin;

/**
 * How far a collection or partition is loaded.
 *
 * @param status whether it is loaded
 * @param percent how much of it is, from 0 to 100
 */
public record LoadState(Status status, int percent) {

	/**
	 * Tells whether it can be searched and queried.
	 * @return {@code true} when it is loaded
	 */
	public boolean isLoaded() {
		return this.status == Status.LOADED;
	}

	/**
	 * Whether something is loaded.
	 */
	public enum Status {

		/** It is on disk alone. */
		NOT_LOADED,

		/** It is being loaded. */
		LOADING,

		/** It can be searched and queried. */
		LOADED

	}

}
