package io.github.milvusspring.data.execution;

import java.util.Arrays;

import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.LongColumn;

/**
 * The keys of a batch as sorted hashes: two batches without a common hash share no key.
 */
final class KeyHashes {

	private final long[] sorted;

	private KeyHashes(long[] sorted) {
		this.sorted = sorted;
	}

	static KeyHashes of(Column keys) {
		long[] hashes = new long[keys.rows()];
		for (int i = 0; i < hashes.length; i++) {
			hashes[i] = (keys instanceof LongColumn longs) ? longs.get(i) : String.valueOf(keys.value(i)).hashCode();
		}
		Arrays.sort(hashes);
		return new KeyHashes(hashes);
	}

	boolean mayShareWith(KeyHashes other) {
		int i = 0;
		int j = 0;
		while (i < this.sorted.length && j < other.sorted.length) {
			if (this.sorted[i] == other.sorted[j]) {
				return true;
			}
			if (this.sorted[i] < other.sorted[j]) {
				i++;
			}
			else {
				j++;
			}
		}
		return false;
	}

}
