package io.github.milvusspring.data.core;

import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.LongColumn;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows with the same key, of which a server may keep more than one.
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
	 * @return the rows to keep, in order, {@code null} when no key is twice
	 */
	static int @Nullable [] lastOfEach(Column keys) {
		return (keys.rows() > 1) ? new DuplicateKeys(keys).lastOfEach() : null;
	}

	private int @Nullable [] lastOfEach() {
		int rows = this.keys.rows();
		int[] kept = new int[rows];
		int next = rows;
		// From the end, the first of each key that is met is the last one.
		for (int row = rows - 1; row >= 0; row--) {
			if (add(row)) {
				kept[--next] = row;
			}
		}
		if (next == 0) {
			return null;
		}
		int[] result = new int[rows - next];
		System.arraycopy(kept, next, result, 0, result.length);
		return result;
	}

	private boolean add(int row) {
		int slot = hash(row) & this.mask;
		while (this.table[slot] != 0) {
			if (same(this.table[slot] - 1, row)) {
				return false;
			}
			slot = (slot + 1) & this.mask;
		}
		this.table[slot] = row + 1;
		return true;
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

}
