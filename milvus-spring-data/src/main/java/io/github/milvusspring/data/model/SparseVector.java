package io.github.milvusspring.data.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A sparse vector: it stores only the non-zero entries, each with its index. Milvus
 * accepts indices from 0 to 4,294,967,294, and finite values that are not negative.
 */
public final class SparseVector {

	/** The vector without entries. */
	public static final SparseVector EMPTY = new SparseVector(new int[0], new float[0]);

	private static final long LARGEST_INDEX = 4_294_967_294L;

	private static final long UNSIGNED = 0xFFFF_FFFFL;

	private final int[] indices;

	private final float[] values;

	private SparseVector(int[] indices, float[] values) {
		this.indices = indices;
		this.values = values;
	}

	/**
	 * Creates a vector from indices and their values; entries with the value zero are
	 * left out.
	 * @param indices the indices in any order, each at most once; an index above
	 * {@link Integer#MAX_VALUE} is given as the negative {@code int} with the same 32
	 * bits
	 * @param values the value at each index
	 * @return the vector, which keeps no reference to the arrays
	 * @throws IllegalArgumentException when Milvus would refuse the vector
	 */
	public static SparseVector of(int[] indices, float[] values) {
		Assert.notNull(indices, "Indices must not be null");
		Assert.notNull(values, "Values must not be null");
		if (indices.length != values.length) {
			throw new IllegalArgumentException(
					"there are " + indices.length + " indices for " + values.length + " values");
		}
		long[] keys = new long[indices.length];
		int kept = 0;
		for (int i = 0; i < indices.length; i++) {
			check(indices[i] & UNSIGNED, values[i]);
			if (values[i] != 0) {
				keys[kept++] = (long) indices[i] << Integer.SIZE | (Float.floatToRawIntBits(values[i]) & UNSIGNED);
			}
		}
		return sorted(Arrays.copyOf(keys, kept));
	}

	// Each long holds one entry: the index in the upper 32 bits, the bits of the value in
	// the lower ones.
	private static SparseVector sorted(long[] entries) {
		for (int i = 0; i < entries.length; i++) {
			entries[i] ^= Long.MIN_VALUE;
		}
		Arrays.sort(entries);
		int[] indices = new int[entries.length];
		float[] values = new float[entries.length];
		for (int i = 0; i < entries.length; i++) {
			long entry = entries[i] ^ Long.MIN_VALUE;
			indices[i] = (int) (entry >>> Integer.SIZE);
			values[i] = Float.intBitsToFloat((int) entry);
			if (i > 0 && indices[i] == indices[i - 1]) {
				throw new IllegalArgumentException("the index " + (indices[i] & UNSIGNED) + " is there twice");
			}
		}
		return new SparseVector(indices, values);
	}

	/**
	 * Creates a vector from a map of indices to values; entries with the value zero are
	 * left out.
	 * @param entries the values, keyed by their index
	 * @return the vector
	 * @throws IllegalArgumentException when Milvus would refuse the vector
	 */
	public static SparseVector of(Map<? extends Number, ? extends Number> entries) {
		Assert.notNull(entries, "Entries must not be null");
		int[] indices = new int[entries.size()];
		float[] values = new float[indices.length];
		int next = 0;
		for (Map.Entry<? extends Number, ? extends Number> entry : entries.entrySet()) {
			long index = entry.getKey().longValue();
			check(index, entry.getValue().floatValue());
			indices[next] = (int) index;
			values[next++] = entry.getValue().floatValue();
		}
		return of(indices, values);
	}

	private static void check(long index, float value) {
		if (index < 0 || index > LARGEST_INDEX) {
			throw new IllegalArgumentException("the index " + index + " is out of range: 0 to " + LARGEST_INDEX);
		}
		if (!Float.isFinite(value) || value < 0) {
			throw new IllegalArgumentException(
					"the value at index " + index + " is " + value + ": it must be finite and not negative");
		}
	}

	/**
	 * Returns the number of non-zero entries.
	 * @return the number of entries
	 */
	public int size() {
		return this.indices.length;
	}

	/**
	 * Returns the index of an entry.
	 * @param entry the position of the entry, counted from 0 in the order of the indices
	 * @return the index of the entry
	 */
	public long index(int entry) {
		return this.indices[entry] & UNSIGNED;
	}

	/**
	 * Returns the value of an entry.
	 * @param entry the position of the entry, counted from 0 in the order of the indices
	 * @return the value of the entry
	 */
	public float value(int entry) {
		return this.values[entry];
	}

	/**
	 * Returns the entries as a map.
	 * @return an unmodifiable map of indices to values
	 */
	public SortedMap<Long, Float> toMap() {
		SortedMap<Long, Float> map = new TreeMap<>();
		for (int i = 0; i < this.indices.length; i++) {
			map.put(index(i), this.values[i]);
		}
		return Collections.unmodifiableSortedMap(map);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SparseVector that && Arrays.equals(this.indices, that.indices)
				&& Arrays.equals(this.values, that.values);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(this.indices) + Arrays.hashCode(this.values);
	}

	@Override
	public String toString() {
		return toMap().toString();
	}

}
