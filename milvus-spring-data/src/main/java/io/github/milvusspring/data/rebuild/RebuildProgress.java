package io.github.milvusspring.data.rebuild;

/**
 * The progress of a rebuild.
 *
 * @param step the completed step
 * @param collection the collection that the step changed
 * @param rows the number of rows copied so far
 */
public record RebuildProgress(Step step, String collection, long rows) {

	/**
	 * The steps of a rebuild, in the order in which they happen.
	 */
	public enum Step {

		/** The collection that had the name of the alias is renamed. */
		RENAMED,

		/** The alias is created. */
		ALIASED,

		/** The new collection is created, indexed and loaded. */
		CREATED,

		/** A batch of rows is copied. */
		COPYING,

		/** All rows are copied. */
		COPIED,

		/** Both collections were compared and have the same keys. */
		VERIFIED,

		/** The alias points to the new collection. */
		SWITCHED,

		/** Rows that were written during the switch are copied. */
		CAUGHT_UP,

		/** The new collection has its final name. */
		FINISHED

	}

}
