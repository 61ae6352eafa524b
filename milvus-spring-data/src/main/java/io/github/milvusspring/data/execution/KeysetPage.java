package io.github.milvusspring.data.execution;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.wire.QueryReply;
import io.github.milvusspring.data.wire.ReadScope;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.wire.column.StringColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * A request for one page of the rows that match a filter, in the order of their keys.
 * Paging by keys returns each row once, whatever the number of rows and even if other
 * clients write meanwhile.
 *
 * @param key the name of the key
 * @param matching the filter
 * @param last the last key of the previous page, {@code null} for the first page
 * @param size the maximum number of rows of a page
 * @param shortIsLast whether a page that is not full is the last one; on a server with
 * several segments it may not be, because a page may end where a segment ends
 * @param snapshot the snapshot that previous pages read, {@code null} if the server
 * reported none
 */
record KeysetPage(String key, Filter matching, @Nullable Object last, int size, boolean shortIsLast,
		@Nullable Snapshot snapshot) {

	static final int SIZE = 1_000;

	KeysetPage(String key, Filter matching, @Nullable Object last, int size, boolean shortIsLast) {
		this(key, matching, last, size, shortIsLast, null);
	}

	/**
	 * Returns the first page of a query, no larger than the query needs.
	 */
	static KeysetPage first(String key, FilterQuery query, boolean shortIsLast) {
		long needed = (query.limit() > 0) ? Math.min(SIZE, query.offset()) + query.limit() : SIZE;
		return new KeysetPage(key, query.filter(), null, (int) Math.min(SIZE, needed), shortIsLast);
	}

	/**
	 * Returns the parameters by which the server returns the rows with the smallest keys,
	 * in ascending order.
	 */
	Map<String, String> parameters() {
		return Map.of("limit", Integer.toString(this.size), "iterator", "True", "reduce_stop_for_best", "True");
	}

	Filter filter() {
		return (this.last != null) ? this.matching.and(Filter.where(this.key).gt(this.last)) : this.matching;
	}

	/**
	 * Reads the first page with strong consistency. If the server reports the snapshot it
	 * used, later pages read that snapshot: during an iteration the guarantee timestamp
	 * selects a snapshot instead of setting a lower bound. After a minute the snapshot is
	 * renewed, because the server may compact away rows that were replaced since.
	 */
	ReadScope scope(ReadScope scope) {
		if (this.last == null || (this.snapshot != null && this.snapshot.isOld())) {
			return scope.strong();
		}
		return (this.snapshot != null) ? scope.withGuaranteeTimestamp(this.snapshot.timestamp()) : scope;
	}

	/**
	 * Returns the page after this one.
	 * @param reply the server's reply to this page
	 * @return the next page, {@code null} after the last one
	 */
	@Nullable KeysetPage after(QueryReply reply) {
		KeysetPage next = after(reply.rows());
		return (next != null && reply.timestamp() > 0) ? new KeysetPage(next.key, next.matching, next.last, next.size,
				next.shortIsLast, Snapshot.of(reply.timestamp(), this.snapshot)) : next;
	}

	@Nullable KeysetPage after(ColumnSet rows) {
		if (rows.rows() == 0) {
			return null;
		}
		Column keys = Objects.requireNonNull(rows.find(this.key));
		requireOrder(keys);
		boolean end = this.shortIsLast && rows.rows() < this.size;
		return end ? null
				: new KeysetPage(this.key, this.matching, keys.value(rows.rows() - 1), this.size, this.shortIsLast);
	}

	// If the server ignored the order, rows would be missed without an error.
	private void requireOrder(Column keys) {
		boolean ordered = (keys instanceof LongColumn longs) ? isOrdered(longs) : isOrdered((StringColumn) keys);
		if (!ordered) {
			throw new NonTransientDataAccessResourceException("The server does not return rows in the order of "
					+ "their keys, so that not all can be read safely: Milvus Lite 3.2.2 or newer is needed");
		}
	}

	private boolean isOrdered(LongColumn keys) {
		boolean ordered = !(this.last instanceof Long before) || before < keys.get(0);
		for (int row = 1; row < keys.rows(); row++) {
			ordered &= keys.get(row - 1) < keys.get(row);
		}
		return ordered;
	}

	private boolean isOrdered(StringColumn keys) {
		String before = (this.last != null) ? this.last.toString() : null;
		for (int row = 0; row < keys.rows(); row++) {
			String key = Objects.requireNonNull(keys.get(row));
			if (before != null && compare(before, key) >= 0) {
				return false;
			}
			before = key;
		}
		return true;
	}

	/**
	 * Compares texts as Milvus does: by their bytes in UTF-8, which is the order of their
	 * code points. {@code String.compareTo} differs: it sorts surrogates before U+E000.
	 */
	static int compare(String one, String other) {
		int length = Math.min(one.length(), other.length());
		for (int i = 0; i < length; i++) {
			char a = one.charAt(i);
			char b = other.charAt(i);
			if (a != b) {
				return rank(a) - rank(b);
			}
		}
		return one.length() - other.length();
	}

	private static int rank(char c) {
		return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
	}

	/**
	 * A snapshot of the collection that several pages read.
	 *
	 * @param timestamp the server's timestamp
	 * @param taken when the first page read it, as {@link System#nanoTime()}
	 */
	record Snapshot(long timestamp, long taken) {

		private static final long LONGEST = Duration.ofMinutes(1).toNanos();

		static Snapshot of(long timestamp, @Nullable Snapshot before) {
			return (before != null && before.timestamp == timestamp) ? before
					: new Snapshot(timestamp, System.nanoTime());
		}

		boolean isOld() {
			return System.nanoTime() - this.taken > LONGEST;
		}

	}

}
