package io.github.milvusspring.data.execution;

import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.LongColumn;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows with the same key. If one call contains several, a server may keep more than
 * one of them.
 */
final class DuplicateKeys {

	private final Column keys;

	private final int[] table;

	private final int mask;

	private DuplicateKeys(Column keys) {
		this.keys = keys;
		int size = Integer.highestOneBit(Math.max(4, keys.rows() * 2 - 1)) << 1;
		this.table = new int[size];
		this.mask = size - 1;
	}

	/**
	 * Finds the last row of each key.
	 * @param keys the keys
	 * @return the rows to keep, {@code null} if all keys are different
	 */
	static @Nullable Kept lastOfEach(Column keys) {
		return (keys.rows() > 1) ? new DuplicateKeys(keys).lastOfEach() : null;
	}

	private @Nullable Kept lastOfEach() {
		int[] last = new int[this.keys.rows()];
		int kept = 0;
		// Iterates backwards, so that the first row found with a key is the last row of
		// that key.
		for (int row = last.length - 1; row >= 0; row--) {
			last[row] = add(row);
			kept += (last[row] == row) ? 1 : 0;
		}
		return (kept == last.length) ? null : Kept.of(last, kept);
	}

	/** Returns the last row that has the same key as the given row. */
	private int add(int row) {
		int slot = hash(row) & this.mask;
		while (this.table[slot] != 0) {
			if (same(this.table[slot] - 1, row)) {
				return this.table[slot] - 1;
			}
			slot = (slot + 1) & this.mask;
		}
		this.table[slot] = row + 1;
		return row;
	}

	private int hash(int row) {
		int hash = (this.keys instanceof LongColumn longs) ? Long.hashCode(longs.get(row) * 0x9E3779B97F4A7C15L)
				: String.valueOf(this.keys.value(row)).hashCode() * 0x9E3779B9;
		return hash ^ (hash >>> 16);
	}

	private boolean same(int first, int second) {
		return (this.keys instanceof LongColumn longs) ? longs.get(first) == longs.get(second)
				: String.valueOf(this.keys.value(first)).equals(this.keys.value(second));
	}

	/**
	 * The last row of each key.
	 *
	 * @param rows the indexes of the rows to keep, ascending
	 * @param places for each row, kept or not, the position in {@code rows} of the row
	 * with the same key
	 */
	record Kept(int[] rows, int[] places) {

		private static Kept of(int[] last, int count) {
			int[] rows = new int[count];
			int[] places = new int[last.length];
			int next = 0;
			for (int row = 0; row < last.length; row++) {
				if (last[row] == row) {
					rows[next] = row;
					places[row] = next++;
				}
			}
			for (int row = 0; row < last.length; row++) {
				places[row] = places[last[row]];
			}
			return new Kept(rows, places);
		}

	}

}
