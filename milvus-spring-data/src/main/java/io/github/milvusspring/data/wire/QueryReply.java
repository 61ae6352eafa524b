package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.FieldDataDecoder;
import io.github.milvusspring.data.wire.column.ProtoReader;

/**
 * The reply of a server to a {@link QueryRequest}.
 *
 * @param status the status of the call
 * @param rows the rows found
 * @param timestamp the timestamp of the snapshot that was read, 0 when the server does
 * not report it
 */
public record QueryReply(ReplyStatus status, ColumnSet rows, long timestamp) implements Reply {

	/**
	 * Creates the reply to a query that has succeeded.
	 * @param rows the rows found
	 * @param timestamp the timestamp of the snapshot that was read, 0 for none
	 * @return the reply
	 */
	public static QueryReply of(ColumnSet rows, long timestamp) {
		return new QueryReply(ReplyStatus.SUCCESS, rows, timestamp);
	}

	static QueryReply read(InputStream stream) throws IOException {
		ProtoReader in = new ProtoReader(stream);
		ReplyStatus status = ReplyStatus.SUCCESS;
		List<Column> columns = new ArrayList<>();
		long timestamp = 0;
		for (int tag = in.tag(); tag != 0; tag = in.tag()) {
			switch (tag >>> 3) {
				case 1 -> status = ReplyStatus.read(in, in.size());
				case 2 -> columns.add(new FieldDataDecoder(in).read(in.size()));
				case 5 -> timestamp = in.varint();
				default -> in.skip(tag);
			}
		}
		return new QueryReply(status, new ColumnSet(columns.isEmpty() ? 0 : columns.get(0).rows(), columns), timestamp);
	}

	@Override
	public long rowCount() {
		return this.rows.rows();
	}

}
