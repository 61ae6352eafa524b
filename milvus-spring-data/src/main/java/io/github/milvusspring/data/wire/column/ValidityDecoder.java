package io.github.milvusspring.data.wire.column;

import java.io.IOException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Decodes the flags that tell which rows have a value.
 */
final class ValidityDecoder {

	private ValidityDecoder() {
	}

	/**
	 * Reads one flag or a packed list of flags, and appends them to the flags read
	 * before.
	 * @param in the reader, positioned behind the tag
	 * @param tag the tag of the flags
	 * @param before the flags read before, {@code null} for none
	 */
	static boolean[] read(ProtoReader in, int tag, boolean @Nullable [] before) throws IOException {
		boolean[] flags = new boolean[((tag & 7) == 2) ? in.size() : 1];
		for (int i = 0; i < flags.length; i++) {
			flags[i] = in.varint() != 0;
		}
		if (before == null) {
			return flags;
		}
		boolean[] all = Arrays.copyOf(before, before.length + flags.length);
		System.arraycopy(flags, 0, all, before.length, flags.length);
		return all;
	}

	/** Returns the flags if at least one row has no value, otherwise {@code null}. */
	static boolean @Nullable [] ofNulls(boolean @Nullable [] valid) {
		return (valid != null && Column.count(valid) < valid.length) ? valid : null;
	}

}
