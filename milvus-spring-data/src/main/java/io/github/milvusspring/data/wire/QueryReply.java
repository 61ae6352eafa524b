package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a server answers to a query.
 *
 * @param status the success
 * @param rows the rows found
 */
public record QueryReply(ReplyStatus status, Columns rows) implements Reply {

	static QueryReply read(InputStream stream) throws IOException {
		ProtoReader in = new ProtoReader(stream);
		ReplyStatus status = ReplyStatus.SUCCESS;
		List<Column> columns = new ArrayList<>();
		for (int tag = in.tag(); tag != 0; tag = in.tag()) {
			switch (tag >>> 3) {
				case 1 -> status = ReplyStatus.read(in, in.size());
				case 2 -> columns.add(new ColumnReader(in).read(in.size()));
				default -> in.skip(tag);
			}
		}
		return new QueryReply(status, new Columns(columns.isEmpty() ? 0 : columns.get(0).rows(), columns));
	}

}
