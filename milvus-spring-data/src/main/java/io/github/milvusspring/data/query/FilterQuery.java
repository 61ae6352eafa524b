package io.github.milvusspring.data.query;

import org.springframework.util.Assert;

/**
 * A query for the rows that match a filter, in an order chosen by the server.
 *
 * @param filter the rows to return
 * @param limit the maximum number of rows to return, 0 for all
 * @param offset the number of rows to skip
 * @param options the options with which to read
 */
public record FilterQuery(Filter filter, int limit, long offset, ReadOptions options) {

	public FilterQuery {
		Assert.notNull(filter, "Filter must not be null");
		Assert.notNull(options, "Options must not be null");
		if (limit < 0 || offset < 0) {
			throw new IllegalArgumentException(
					"Neither limit (" + limit + ") nor offset (" + offset + ") can be negative");
		}
	}

	/**
	 * Returns the query for all rows that match a filter.
	 * @param filter the rows to return
	 * @return the query
	 */
	public static FilterQuery of(Filter filter) {
		Assert.notNull(filter, "Filter must not be null");
		return new FilterQuery(filter, 0, 0, ReadOptions.DEFAULT);
	}

	/**
	 * Returns a copy with another limit.
	 * @param limit the maximum number of rows to return, 0 for all
	 * @return the copy
	 */
	public FilterQuery withLimit(int limit) {
		return new FilterQuery(this.filter, limit, this.offset, this.options);
	}

	/**
	 * Returns a copy with another offset.
	 * @param offset the number of rows to skip
	 * @return the copy
	 */
	public FilterQuery withOffset(long offset) {
		return new FilterQuery(this.filter, this.limit, offset, this.options);
	}

	/**
	 * Returns a copy with other options.
	 * @param options the options with which to read
	 * @return the copy
	 */
	public FilterQuery withOptions(ReadOptions options) {
		Assert.notNull(options, "Options must not be null");
		return new FilterQuery(this.filter, this.limit, this.offset, options);
	}

}
