package io.github.milvusspring.data.core;

import java.util.Map;
import java.util.Objects;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.Columns;
import io.github.milvusspring.data.wire.LongColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * A page of the rows that match a filter, in the order of their keys: paging by keys
 * meets each row once however many there are and whoever writes meanwhile.
 *
 * @param key the name of the key
 * @param matching which rows
 * @param last the last key of the page before, {@code null} for the first page
 */
record KeyPage(String key, Filter matching, @Nullable Object last) {

	static final int SIZE = 1_000;

	/** Asks the server for the rows with the smallest keys, in their order. */
	static final Map<String, String> PARAMETERS = Map.of("limit", Integer.toString(SIZE), "iterator", "True",
			"reduce_stop_for_best", "True");

	Filter filter() {
		return (this.last != null) ? this.matching.and(Filter.where(this.key).gt(this.last)) : this.matching;
	}

	/**
	 * The page after this one.
	 * @param rows the rows of this page
	 * @return the next page, {@code null} after the last one
	 */
	@Nullable KeyPage after(Columns rows) {
		if (rows.rows() == 0) {
			return null;
		}
		Column keys = Objects.requireNonNull(rows.find(this.key));
		if (keys instanceof LongColumn longs) {
			requireOrder(longs);
		}
		return (rows.rows() < SIZE) ? null : new KeyPage(this.key, this.matching, keys.value(rows.rows() - 1));
	}

	// A server that ignores the order would have rows missed in silence.
	private void requireOrder(LongColumn keys) {
		for (int row = 1; row < keys.rows(); row++) {
			if (keys.get(row - 1) >= keys.get(row)) {
				throw new NonTransientDataAccessResourceException("The server does not return rows in the order of "
						+ "their keys, so that not all can be read safely: Milvus Lite 3.2.2 or newer is needed");
			}
		}
	}

}
