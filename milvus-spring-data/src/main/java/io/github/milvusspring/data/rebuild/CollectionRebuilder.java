package io.github.milvusspring.data.rebuild;

import io.github.milvusspring.data.core.MilvusOperations;

import org.springframework.util.Assert;

/**
 * Rebuilds the collection of an entity class for changes that Milvus cannot make in
 * place: a new collection is created, filled with all rows, and the alias that has the
 * name of the entity's collection is switched to it.
 */
public final class CollectionRebuilder {

	private final MilvusOperations operations;

	/**
	 * Creates a rebuilder.
	 * @param operations reads and writes the rows, and administers the collections
	 */
	public CollectionRebuilder(MilvusOperations operations) {
		Assert.notNull(operations, "Operations must not be null");
		this.operations = operations;
	}

	/**
	 * Rebuilds the collection of an entity class. The old collection remains until it is
	 * dropped. Nothing is done when the collection is as declared.
	 *
	 * <p>
	 * Call it before the entity is used, and again after a crash: it then finishes, or
	 * starts again. Writers must pause meanwhile, or
	 * {@link RebuildOptions#withChangedSince} must say which rows change.
	 * @param type the entity class, whose collection name is an alias
	 * @param options batches, progress, and what may change on the way
	 * @return the collections and the number of rows copied
	 * @throws org.springframework.dao.ConcurrencyFailureException when another instance
	 * rebuilds the same collection, or rows are written meanwhile; the alias is unchanged
	 */
	public RebuildResult rebuild(Class<?> type, RebuildOptions options) {
		Assert.notNull(type, "Type must not be null");
		Assert.notNull(options, "Options must not be null");
		return new RebuildRun(this.operations.getConverter().getMappingContext().entity(type).getCollection(), options,
				this.operations)
			.run();
	}

}
