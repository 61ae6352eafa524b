package io.github.milvusspring.data.rebuild;

import io.github.milvusspring.data.core.MilvusOperations;

import org.springframework.util.Assert;

/**
 * Rebuilds the collection of an entity class after changes of its schema that Milvus
 * cannot make in place. It creates a new collection, copies all rows to it, and switches
 * the alias to it; the alias has the name of the entity's collection.
 */
public final class CollectionRebuilder {

	private final MilvusOperations operations;

	/**
	 * Creates a rebuilder.
	 * @param operations the operations that read and write the rows and administer the
	 * collections
	 */
	public CollectionRebuilder(MilvusOperations operations) {
		Assert.notNull(operations, "Operations must not be null");
		this.operations = operations;
	}

	/**
	 * Rebuilds the collection of an entity class. The old collection remains until the
	 * application drops it. If the collection is as the entity declares it, nothing
	 * happens.
	 *
	 * <p>
	 * Call this method before the entity is used, and again after a crash: it then
	 * finishes the rebuild or starts it again. Writers must pause during the rebuild, or
	 * {@link RebuildOptions#withChangedSince} must specify which rows change.
	 * @param type the entity class, whose collection name is an alias
	 * @param options the batches, the progress callback, and what may change during the
	 * copy
	 * @return the collections and the number of rows copied
	 * @throws org.springframework.dao.ConcurrencyFailureException when another
	 * application instance rebuilds the same collection, or rows are written meanwhile;
	 * the alias is unchanged
	 */
	public RebuildResult rebuild(Class<?> type, RebuildOptions options) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(options, "Options must not be null");
		return new RebuildRun(this.operations.getConverter().getMappingContext().entity(type).getCollection(), options,
				this.operations)
			.run();
	}

}
