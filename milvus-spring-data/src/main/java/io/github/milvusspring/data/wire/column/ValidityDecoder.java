package io.github.milvusspring.data.wire.column;

import java.io.IOException;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Reads which rows have a value.
 */
final class ValidityDecoder {

	private ValidityDecoder() {
	}

	/**
	 * Reads some flags, packed or one.
	 * @param in where they are
	 * @param tag the tag before them
	 * @param before those that came before, {@code null} for none
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

	/** The flags where at least one row has no value. */
	static boolean @Nullable [] ofNulls(boolean @Nullable [] valid) {
		return (valid != null && Column.count(valid) < valid.length) ? valid : null;
	}

}
