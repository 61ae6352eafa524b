package io.github.milvusspring.data.schema;

import java.time.Duration;

/**
 * How collections are made ready.
 *
 * @param mode what happens to an entity's collection before its first use
 * @param indexTimeout how long to wait for a new index to be built
 * @param indexProgress is told how far it is
 */
public record SchemaOptions(SchemaMode mode, Duration indexTimeout, IndexProgressListener indexProgress) {

	/**
	 * Creates options that wait up to ten minutes for an index.
	 * @param mode what happens to an entity's collection before its first use
	 * @return the options
	 */
	public static SchemaOptions of(SchemaMode mode) {
		return new SchemaOptions(mode, Duration.ofMinutes(10), (progress) -> {
		});
	}

	/**
	 * Returns a copy with another time to wait for an index.
	 * @param indexTimeout the time
	 * @return the copy
	 */
	public SchemaOptions withIndexTimeout(Duration indexTimeout) {
		return new SchemaOptions(this.mode, indexTimeout, this.indexProgress);
	}

	/**
	 * Returns a copy with a listener.
	 * @param indexProgress is told how far a new index is built
	 * @return the copy
	 */
	public SchemaOptions withIndexProgress(IndexProgressListener indexProgress) {
		return new SchemaOptions(this.mode, this.indexTimeout, indexProgress);
	}

}
