package io.github.milvusspring.data.rebuild;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.github.milvusspring.data.write.BatchOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How the collection behind an alias is rebuilt.
 *
 * @param adopt whether a collection that has the name itself is renamed, so that the name
 * can become an alias
 * @param always whether to rebuild even when the collection is as its entity declares it
 * @param newKeys whether rows get new keys from the server, where it generates them
 * @param row changes a row on its way, {@code null} to take it as it is
 * @param changedSince which rows may have changed during the copy, {@code null} when
 * nobody writes
 * @param takeOverAfter how long another instance's rebuild must stand still before it
 * counts as dead
 * @param batches sizes, window and retries of the copy
 * @param progress told after each step and batch, {@code null} for nobody
 */
public record RebuildOptions(boolean adopt, boolean always, boolean newKeys,
		@Nullable UnaryOperator<Map<String, Object>> row, @Nullable ChangedSince changedSince, Duration takeOverAfter,
		BatchOptions batches, @Nullable Consumer<RebuildProgress> progress) {

	/** Rebuilds when the collection differs; nothing is adopted, and nobody writes. */
	public static final RebuildOptions DEFAULT = new RebuildOptions(false, false, false, null, null,
			Duration.ofSeconds(10), BatchOptions.DEFAULT, null);

	public RebuildOptions {
		Assert.notNull(takeOverAfter, "Take over after must not be null");
		Assert.notNull(batches, "Batches must not be null");
	}

	/**
	 * Returns a copy that renames a collection which has the name itself, so that the
	 * name can become an alias; for the short time in between there is neither.
	 * @return the copy
	 */
	public RebuildOptions withAdoption() {
		return new RebuildOptions(true, this.always, this.newKeys, this.row, this.changedSince, this.takeOverAfter,
				this.batches, this.progress);
	}

	/**
	 * Returns a copy that rebuilds a collection even when it is as declared.
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
	 * Returns a copy that changes each row on its way.
	 * @param row given a map with every field of the old row, returns the new row with
	 * the same key
	 * @return the copy
	 */
	public RebuildOptions withRow(UnaryOperator<Map<String, Object>> row) {
		Assert.notNull(row, "Row must not be null");
		return new RebuildOptions(this.adopt, this.always, this.newKeys, row, this.changedSince, this.takeOverAfter,
				this.batches, this.progress);
	}

	/**
	 * Returns a copy that reads rows again which are written while it copies, before and
	 * after the switch.
	 * @param field a field that both collections have and that grows with each change of
	 * a row, such as a time or a version
	 * @param value the value before the copy began; rows with this or a greater one are
	 * read again
	 * @return the copy
	 */
	public RebuildOptions withChangedSince(String field, Object value) {
		Assert.notNull(field, "Field must not be null");
		Assert.notNull(value, "Value must not be null");
		return new RebuildOptions(this.adopt, this.always, this.newKeys, this.row, new ChangedSince(field, value),
				this.takeOverAfter, this.batches, this.progress);
	}

	/**
	 * Returns a copy with another time after which a rebuild that stands still is taken
	 * over.
	 * @param takeOverAfter how long another instance's rebuild must stand still before it
	 * counts as dead
	 * @return the copy
	 */
	public RebuildOptions withTakeOverAfter(Duration takeOverAfter) {
		Assert.notNull(takeOverAfter, "Take over after must not be null");
		return new RebuildOptions(this.adopt, this.always, this.newKeys, this.row, this.changedSince, takeOverAfter,
				this.batches, this.progress);
	}

	/**
	 * Returns a copy with other batches.
	 * @param batches sizes, window and retries of the copy; its partition and progress
	 * are not looked at
	 * @return the copy
	 */
	public RebuildOptions withBatches(BatchOptions batches) {
		Assert.notNull(batches, "Batches must not be null");
		return new RebuildOptions(this.adopt, this.always, this.newKeys, this.row, this.changedSince,
				this.takeOverAfter, batches, this.progress);
	}

	/**
	 * Returns a copy that reports its progress.
	 * @param progress told after each step and batch
	 * @return the copy
	 */
	public RebuildOptions withProgress(Consumer<RebuildProgress> progress) {
		Assert.notNull(progress, "Progress must not be null");
		return new RebuildOptions(this.adopt, this.always, this.newKeys, this.row, this.changedSince,
				this.takeOverAfter, this.batches, progress);
	}

	/**
	 * Which rows may have changed.
	 *
	 * @param field a field that grows with each change of a row
	 * @param value the value before the copy began
	 */
	public record ChangedSince(String field, Object value) {
	}

}
