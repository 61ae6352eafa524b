package io.github.milvusspring.data.wire;

import java.io.IOException;

/**
 * What a server says about the success of a call.
 *
 * @param code the code, 0 for success
 * @param legacyCode the code of servers before 2.3, 0 for success
 * @param reason the reason, empty for success
 */
record ReplyStatus(int code, int legacyCode, String reason) {

	static final ReplyStatus SUCCESS = new ReplyStatus(0, 0, "");

	static ReplyStatus read(ProtoReader in, int size) throws IOException {
		long end = in.position() + size;
		int code = 0;
		int legacyCode = 0;
		String reason = "";
		while (in.position() < end) {
			int tag = in.tag();
			switch (tag >>> 3) {
				case 1 -> legacyCode = (int) in.varint();
				case 2 -> reason = in.text();
				case 3 -> code = (int) in.varint();
				default -> in.skip(tag);
			}
		}
		return new ReplyStatus(code, legacyCode, reason);
	}

	boolean failed() {
		return this.code != 0 || this.legacyCode != 0;
	}

}
