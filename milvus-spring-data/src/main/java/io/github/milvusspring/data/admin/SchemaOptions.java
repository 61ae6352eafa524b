package io.github.milvusspring.data.admin;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Options for preparing collections before their first use.
 *
 * @param mode what to do with the collection of an entity before its first use
 * @param indexTimeout how long to wait for a new index to be built
 * @param indexProgress is notified of the progress of the build
 */
public record SchemaOptions(SchemaMode mode, Duration indexTimeout, IndexProgressListener indexProgress) {

	public SchemaOptions {
		Assert.notNull(mode, "Mode must not be null");
		Assert.notNull(indexTimeout, "Index timeout must not be null");
		Assert.notNull(indexProgress, "Index progress must not be null");
	}

	/**
	 * Creates options that wait up to ten minutes for an index.
	 * @param mode what to do with the collection of an entity before its first use
	 * @return the options
	 */
	public static SchemaOptions of(SchemaMode mode) {
		Assert.notNull(mode, "Mode must not be null");
		return new SchemaOptions(mode, Duration.ofMinutes(10), (progress) -> {
		});
	}

	/**
	 * Returns a copy with another time to wait for an index.
	 * @param indexTimeout the time
	 * @return the copy
	 */
	public SchemaOptions withIndexTimeout(Duration indexTimeout) {
		Assert.notNull(indexTimeout, "Index timeout must not be null");
		return new SchemaOptions(this.mode, indexTimeout, this.indexProgress);
	}

	/**
	 * Returns a copy with a listener.
	 * @param indexProgress is notified of the progress while a new index is built
	 * @return the copy
	 */
	public SchemaOptions withIndexProgress(IndexProgressListener indexProgress) {
		Assert.notNull(indexProgress, "Index progress must not be null");
		return new SchemaOptions(this.mode, this.indexTimeout, indexProgress);
	}

}
