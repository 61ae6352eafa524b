package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.FieldDataDecoder;
import io.github.milvusspring.data.wire.column.IdsDecoder;
import io.github.milvusspring.data.wire.column.ProtoReader;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import org.jspecify.annotations.Nullable;

/**
 * The reply of a server to a search: the hits of the first query vector, followed by
 * those of the next ones.
 *
 * @param status the status of the call
 * @param hitsPerQuery the number of hits of each query vector
 * @param scores the score of each hit, in the metric of the search
 * @param keys the primary key of each hit
 * @param rows the fields of each hit
 * @param position the position of an iteration, {@code null} when the server does not
 * report it
 * @param timestamp the timestamp of the snapshot that was searched, 0 when the server
 * does not report it
 */
public record SearchReply(ReplyStatus status, long[] hitsPerQuery, float[] scores, ScalarColumn keys, ColumnSet rows,
		@Nullable SearchIteratorState position, long timestamp) implements Reply {

	static SearchReply read(InputStream stream) throws IOException {
		ProtoReader in = new ProtoReader(stream);
		Hits hits = new Hits(in);
		ReplyStatus status = ReplyStatus.SUCCESS;
		long timestamp = 0;
		for (int tag = in.tag(); tag != 0; tag = in.tag()) {
			switch (tag >>> 3) {
				case 1 -> status = ReplyStatus.read(in, in.size());
				case 2 -> hits.read(in.size());
				case 4 -> timestamp = in.varint();
				default -> in.skip(tag);
			}
		}
		hits.requireScores();
		return new SearchReply(status, hits.hitsPerQuery, hits.scores, hits.keys,
				new ColumnSet(hits.scores.length, hits.columns), hits.position, timestamp);
	}

	private static final class Hits {

		private final ProtoReader in;

		private final List<Column> columns = new ArrayList<>();

		private long[] hitsPerQuery = {};

		private float[] scores = {};

		private ScalarColumn keys = IdsDecoder.none();

		private @Nullable SearchIteratorState position;

		Hits(ProtoReader in) {
			this.in = in;
		}

		void requireScores() throws IOException {
			long claimed = 0;
			for (long hits : this.hitsPerQuery) {
				if (hits < 0 || hits > this.scores.length) {
					throw new IOException("A query has " + hits + " hits of " + this.scores.length);
				}
				claimed += hits;
			}
			if (claimed > this.scores.length) {
				throw new IOException("The reply has " + claimed + " hits, and scores of " + this.scores.length);
			}
		}

		void read(int size) throws IOException {
			long end = this.in.position() + size;
			while (this.in.position() < end) {
				int tag = this.in.tag();
				switch (tag >>> 3) {
					case 3 -> this.columns.add(new FieldDataDecoder(this.in).read(this.in.size()));
					case 4 -> scores(tag);
					case 5 -> this.keys = IdsDecoder.read(this.in, this.in.size());
					case 6 -> hitsPerQuery(tag);
					case 11 -> this.position = SearchIteratorState.read(this.in, this.in.size());
					default -> this.in.skip(tag);
				}
			}
		}

		private void scores(int tag) throws IOException {
			int count = ((tag & 7) == 2) ? this.in.size() / 4 : 1;
			int before = this.scores.length;
			this.scores = Arrays.copyOf(this.scores, before + count);
			this.in.floats(this.scores, before, count);
		}

		private void hitsPerQuery(int tag) throws IOException {
			long end = ((tag & 7) == 2) ? this.in.size() : 0;
			end += this.in.position();
			do {
				this.hitsPerQuery = Arrays.copyOf(this.hitsPerQuery, this.hitsPerQuery.length + 1);
				this.hitsPerQuery[this.hitsPerQuery.length - 1] = this.in.varint();
			}
			while (this.in.position() < end);
		}

	}

	@Override
	public long rowCount() {
		return this.scores.length;
	}

}
