package io.github.milvusspring.data.rebuild;

/**
 * How far a rebuild has come.
 *
 * @param step the step that is done
 * @param collection the collection that it was done to
 * @param rows the rows copied so far
 */
public record RebuildProgress(Step step, String collection, long rows) {

	/**
	 * The steps of a rebuild, in their order.
	 */
	public enum Step {

		/** The collection that had the name itself has another one. */
		RENAMED,

		/** The name is an alias. */
		ALIASED,

		/** The new collection is there, indexed and loaded. */
		CREATED,

		/** A batch of rows is copied. */
		COPYING,

		/** All rows are copied. */
		COPIED,

		/** Both collections have the same keys. */
		VERIFIED,

		/** The alias stands for the new collection. */
		SWITCHED,

		/** Rows that were written during the switch are copied. */
		CAUGHT_UP,

		/** The new collection has its final name. */
		FINISHED

	}

}
