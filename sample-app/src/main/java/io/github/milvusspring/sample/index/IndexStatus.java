package io.github.milvusspring.sample.index;

import org.jspecify.annotations.Nullable;

/**
 * How far the index is.
 *
 * @param state what is being done
 * @param toWrite how many properties this run writes
 * @param written how many of them are written
 * @param unchanged how many properties were up to date
 * @param removed how many rows were deleted
 * @param perSecond how many properties are written in a second
 * @param secondsLeft how long this run will still take
 * @param seconds how long this run has taken
 * @param problem why the run failed, {@code null} when it did not
 */
public record IndexStatus(State state, int toWrite, int written, int unchanged, int removed, double perSecond,
		long secondsLeft, double seconds, @Nullable String problem) {

	/**
	 * Returns how many properties can be found now.
	 * @return the number of rows
	 */
	public int searchable() {
		return this.unchanged + this.written;
	}

	/**
	 * What is being done.
	 */
	public enum State {

		/** The application starts. */
		STARTING,

		/** Metadata are read from jars. */
		READING,

		/** Properties are turned into vectors and written. */
		WRITING,

		/** The index is up to date. */
		READY,

		/** The index could not be brought up to date. */
		FAILED

	}

}
