package io.github.milvusspring.data.rebuild;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Compares two ascending sequences of keys in one pass and stops at each key that only
 * one of them contains.
 */
final class KeyMerge {

	private final Iterator<Object> wanted;

	private final Iterator<Object> found;

	private @Nullable Object nextWanted;

	private @Nullable Object nextFound;

	private @Nullable Object key;

	private boolean missing;

	KeyMerge(Iterator<Object> wanted, Iterator<Object> found) {
		this.wanted = wanted;
		this.found = found;
		this.nextWanted = next(wanted);
		this.nextFound = next(found);
	}

	private static @Nullable Object next(Iterator<Object> keys) {
		return keys.hasNext() ? keys.next() : null;
	}

	/**
	 * Advances to the next key that only one sequence contains.
	 */
	boolean next() {
		while (this.nextWanted != null || this.nextFound != null) {
			int order = compare(this.nextWanted, this.nextFound);
			this.missing = order < 0;
			this.key = this.missing ? this.nextWanted : this.nextFound;
			if (order <= 0) {
				this.nextWanted = next(this.wanted);
			}
			if (order >= 0) {
				this.nextFound = next(this.found);
			}
			if (order != 0) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Returns the key that only one sequence contains.
	 */
	Object key() {
		return Objects.requireNonNull(this.key);
	}

	/**
	 * Returns whether the key is wanted but was not found; otherwise it was found but is
	 * not wanted.
	 */
	boolean missing() {
		return this.missing;
	}

	private static int compare(@Nullable Object one, @Nullable Object other) {
		if (one == null || other == null) {
			return (one == null) ? 1 : -1;
		}
		// Servers order texts by their bytes in UTF-8.
		return (one instanceof Long number) ? number.compareTo((Long) other) : Arrays.compareUnsigned(
				((String) one).getBytes(StandardCharsets.UTF_8), ((String) other).getBytes(StandardCharsets.UTF_8));
	}

}
