package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.io.InputStream;

/**
 * The answer of a server to a flush.
 *
 * @param status the success
 */
public record FlushReply(ReplyStatus status) implements Reply {

	static FlushReply read(InputStream stream) throws IOException {
		ProtoReader in = new ProtoReader(stream);
		ReplyStatus status = ReplyStatus.SUCCESS;
		for (int tag = in.tag(); tag != 0; tag = in.tag()) {
			if (tag >>> 3 == 1) {
				status = ReplyStatus.read(in, in.size());
			}
			else {
				in.skip(tag);
			}
		}
		return new FlushReply(status);
	}

}
