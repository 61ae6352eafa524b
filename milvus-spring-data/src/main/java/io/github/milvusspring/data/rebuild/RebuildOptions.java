package io.github.milvusspring.data.rebuild;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.github.milvusspring.data.write.BatchOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The options for the rebuild of the collection behind an alias.
 *
 * @param adopt whether a collection that has the name of the alias is renamed, so that
 * the name can become an alias
 * @param always whether to rebuild even if the collection is as its entity declares it
 * @param newKeys whether rows get new keys, which the server generates
 * @param row changes each row before it is written to the new collection, {@code null} to
 * copy rows unchanged
 * @param changedSince which rows may have changed during the copy, {@code null} if no
 * rows are written meanwhile
 * @param takeOverAfter how long the rebuild of another application instance must make no
 * progress before it counts as dead
 * @param batches the batch sizes, the batches in flight and the retries of the copy
 * @param progress is notified after each step and batch, {@code null} for no notification
 */
public record RebuildOptions(boolean adopt, boolean always, boolean newKeys,
		@Nullable UnaryOperator<Map<String, Object>> row, @Nullable ChangedSince changedSince, Duration takeOverAfter,
		BatchOptions batches, @Nullable Consumer<RebuildProgress> progress) {

	/**
	 * Rebuilds if the collection differs from its entity, renames no collection that has
	 * the name of the alias, and expects no writes during the copy.
	 */
	public static final RebuildOptions DEFAULT = new RebuildOptions(false, false, false, null, null,
			Duration.ofSeconds(10), BatchOptions.DEFAULT, null);

	public RebuildOptions {
		Assert.notNull(takeOverAfter, "Take over after must not be null");
		Assert.notNull(batches, "Batches must not be null");
	}

	/**
	 * Returns a copy that renames a collection with the name of the alias, so that the
	 * name can become an alias. For a short time in between, neither a collection nor an
	 * alias has this name.
	 * @return the copy
	 */
	public RebuildOptions withAdoption() {
		return new RebuildOptions(true, this.always, this.newKeys, this.row, this.changedSince, this.takeOverAfter,
				this.batches, this.progress);
	}

	/**
	 * Returns a copy that rebuilds a collection even if it is as its entity declares it.
	 * @return the copy
	 */
	public RebuildOptions withUnchangedSchema() {
		return new RebuildOptions(this.adopt, true, this.newKeys, this.row, this.changedSince, this.takeOverAfter,
				this.batches, this.progress);
	}

	/**
	 * Returns a copy that lets the server generate new keys.
	 * @return the copy
	 */
	public RebuildOptions withNewKeys() {
		return new RebuildOptions(this.adopt, this.always, true, this.row, this.changedSince, this.takeOverAfter,
				this.batches, this.progress);
	}

	/**
	 * Returns a copy that changes each row before it is written to the new collection.
	 * @param row a function that receives a map with every field of the old row and
	 * returns the new row with the same key
	 * @return the copy
	 */
	public RebuildOptions withRow(UnaryOperator<Map<String, Object>> row) {
		Assert.notNull(row, "Row must not be null");
		return new RebuildOptions(this.adopt, this.always, this.newKeys, row, this.changedSince, this.takeOverAfter,
				this.batches, this.progress);
	}

	/**
	 * Returns a copy that copies again the rows that are written during the copy, once
	 * before and once after the alias is switched.
	 * @param field a field of both collections whose value grows with each change of a
	 * row, such as a time or a version
	 * @param value the value of the field before the copy began; rows with this or a
	 * greater value are copied again
	 * @return the copy
	 */
	public RebuildOptions withChangedSince(String field, Object value) {
		Assert.notNull(field, "Field must not be null");
		Assert.notNull(value, "Value must not be null");
		return new RebuildOptions(this.adopt, this.always, this.newKeys, this.row, new ChangedSince(field, value),
				this.takeOverAfter, this.batches, this.progress);
	}

	/**
	 * Returns a copy with another time after which a rebuild without progress is taken
	 * over.
	 * @param takeOverAfter how long the rebuild of another application instance must make
	 * no progress before it counts as dead
	 * @return the copy
	 */
	public RebuildOptions withTakeOverAfter(Duration takeOverAfter) {
		Assert.notNull(takeOverAfter, "Take over after must not be null");
		return new RebuildOptions(this.adopt, this.always, this.newKeys, this.row, this.changedSince, takeOverAfter,
				this.batches, this.progress);
	}

	/**
	 * Returns a copy with other batches.
	 * @param batches the batch sizes, the batches in flight and the retries of the copy;
	 * the partition and progress callback in it are ignored
	 * @return the copy
	 */
	public RebuildOptions withBatches(BatchOptions batches) {
		Assert.notNull(batches, "Batches must not be null");
		return new RebuildOptions(this.adopt, this.always, this.newKeys, this.row, this.changedSince,
				this.takeOverAfter, batches, this.progress);
	}

	/**
	 * Returns a copy that reports its progress.
	 * @param progress the callback, which is notified after each step and batch
	 * @return the copy
	 */
	public RebuildOptions withProgress(Consumer<RebuildProgress> progress) {
		Assert.notNull(progress, "Progress must not be null");
		return new RebuildOptions(this.adopt, this.always, this.newKeys, this.row, this.changedSince,
				this.takeOverAfter, this.batches, progress);
	}

	/**
	 * Specifies which rows may have changed during the copy.
	 *
	 * @param field a field whose value grows with each change of a row
	 * @param value the value of the field before the copy began
	 */
	public record ChangedSince(String field, Object value) {
	}

}
