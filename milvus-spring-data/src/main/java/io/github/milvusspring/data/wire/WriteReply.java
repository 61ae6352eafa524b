package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.io.InputStream;

import io.github.milvusspring.data.wire.column.IdsDecoder;
import io.github.milvusspring.data.wire.column.ProtoReader;
import io.github.milvusspring.data.wire.column.ScalarColumn;

/**
 * The reply of a server to a {@link WriteRequest} or a {@link DeleteRequest}.
 *
 * @param status the status of the call
 * @param keys the primary keys of the rows, in the order of the rows
 * @param inserted the number of inserted rows
 * @param upserted the number of upserted rows
 * @param deleted the number of deleted rows
 * @param timestamp the timestamp of the write, 0 when the server does not report it
 */
public record WriteReply(ReplyStatus status, ScalarColumn keys, long inserted, long upserted, long deleted,
		long timestamp) implements Reply {

	static WriteReply read(InputStream stream) throws IOException {
		ProtoReader in = new ProtoReader(stream);
		ReplyStatus status = ReplyStatus.SUCCESS;
		ScalarColumn keys = IdsDecoder.none();
		long inserted = 0;
		long upserted = 0;
		long deleted = 0;
		long timestamp = 0;
		for (int tag = in.tag(); tag != 0; tag = in.tag()) {
			switch (tag >>> 3) {
				case 1 -> status = ReplyStatus.read(in, in.size());
				case 2 -> keys = IdsDecoder.read(in, in.size());
				case 6 -> inserted = in.varint();
				case 7 -> deleted = in.varint();
				case 8 -> upserted = in.varint();
				case 9 -> timestamp = in.varint();
				default -> in.skip(tag);
			}
		}
		return new WriteReply(status, keys, inserted, upserted, deleted, timestamp);
	}

	@Override
	public long rowCount() {
		return this.inserted + this.upserted + this.deleted;
	}

}
