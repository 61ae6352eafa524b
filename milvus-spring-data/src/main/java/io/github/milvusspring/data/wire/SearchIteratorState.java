package io.github.milvusspring.data.wire;

import java.io.IOException;

import io.github.milvusspring.data.wire.column.ProtoReader;

/**
 * The position of an iteration over the hits of a search, as newer servers report it.
 *
 * @param token the identifier of the iteration
 * @param lastBound the score of the last hit
 */
public record SearchIteratorState(String token, float lastBound) {

	static SearchIteratorState read(ProtoReader in, int size) throws IOException {
		long end = in.position() + size;
		String token = "";
		float lastBound = 0;
		while (in.position() < end) {
			int tag = in.tag();
			switch (tag >>> 3) {
				case 1 -> token = in.text();
				case 2 -> lastBound = Float.intBitsToFloat(in.fixed32());
				default -> in.skip(tag);
			}
		}
		return new SearchIteratorState(token, lastBound);
	}

}
