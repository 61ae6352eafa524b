package io.github.milvusspring.data.query;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Score;
import org.springframework.data.domain.Vector;

/**
 * The rows whose vectors are closest to a vector, the closest first.
 *
 * @param vector the vector to look for
 * @param field the property or field to look at, {@code null} for the only vector
 * @param limit the most rows to return, from 1 to 16,384
 * @param offset how many of the closest rows to leave out first; with the limit at most
 * 16,384
 * @param filter which rows are looked at
 * @param threshold how close a row must be: a {@code Similarity} from 0 to 1, or a
 * {@code Score} in the metric's own measure; {@code null} for any
 * @param parameters further search parameters of the index, for example {@code ef}
 * @param options how to read
 */
public record VectorQuery(float[] vector, @Nullable String field, int limit, int offset, Filter filter,
		@Nullable Score threshold, Map<String, Object> parameters, ReadOptions options) {

	/** The most rows that a search can return, counted with its offset. */
	public static final int LARGEST_WINDOW = 16_384;

	private static final int DEFAULT_LIMIT = 10;

	public VectorQuery {
		if (limit < 1 || offset < 0 || limit + (long) offset > LARGEST_WINDOW) {
			throw new IllegalArgumentException("A search has a limit from 1 to 16384 and, counted with its offset, "
					+ "no more: not limit " + limit + " and offset " + offset);
		}
		parameters = Map.copyOf(parameters);
	}

	/**
	 * Returns the query for the ten closest rows.
	 * @param vector the vector to look for
	 * @return the query
	 */
	public static VectorQuery of(float... vector) {
		return new VectorQuery(vector, null, DEFAULT_LIMIT, 0, Filter.all(), null, Map.of(), ReadOptions.DEFAULT);
	}

	/**
	 * Returns the query for the ten closest rows.
	 * @param vector the vector to look for
	 * @return the query
	 */
	public static VectorQuery of(Vector vector) {
		return of(vector.toFloatArray());
	}

	/**
	 * Returns a copy that looks at a given field.
	 * @param field the vector property or field
	 * @return the copy
	 */
	public VectorQuery withField(String field) {
		return new VectorQuery(this.vector, field, this.limit, this.offset, this.filter, this.threshold,
				this.parameters, this.options);
	}

	/**
	 * Returns a copy with another limit.
	 * @param limit the most rows to return
	 * @return the copy
	 */
	public VectorQuery withLimit(int limit) {
		return new VectorQuery(this.vector, this.field, limit, this.offset, this.filter, this.threshold,
				this.parameters, this.options);
	}

	/**
	 * Returns a copy with another offset.
	 * @param offset how many of the closest rows to leave out first
	 * @return the copy
	 */
	public VectorQuery withOffset(int offset) {
		return new VectorQuery(this.vector, this.field, this.limit, offset, this.filter, this.threshold,
				this.parameters, this.options);
	}

	/**
	 * Returns a copy with another filter.
	 * @param filter which rows are looked at
	 * @return the copy
	 */
	public VectorQuery withFilter(Filter filter) {
		return new VectorQuery(this.vector, this.field, this.limit, this.offset, filter, this.threshold,
				this.parameters, this.options);
	}

	/**
	 * Returns a copy that leaves out rows that are not close enough.
	 * @param threshold the least {@code Similarity}, or the farthest {@code Score}
	 * @return the copy
	 */
	public VectorQuery withThreshold(Score threshold) {
		return new VectorQuery(this.vector, this.field, this.limit, this.offset, this.filter, threshold,
				this.parameters, this.options);
	}

	/**
	 * Returns a copy with other search parameters.
	 * @param parameters search parameters of the index, for example {@code ef}
	 * @return the copy
	 */
	public VectorQuery withParameters(Map<String, Object> parameters) {
		return new VectorQuery(this.vector, this.field, this.limit, this.offset, this.filter, this.threshold,
				parameters, this.options);
	}

	/**
	 * Returns a copy with other options.
	 * @param options how to read
	 * @return the copy
	 */
	public VectorQuery withOptions(ReadOptions options) {
		return new VectorQuery(this.vector, this.field, this.limit, this.offset, this.filter, this.threshold,
				this.parameters, options);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof VectorQuery that && Arrays.equals(this.vector, that.vector)
				&& Objects.equals(this.field, that.field) && this.limit == that.limit && this.offset == that.offset
				&& this.filter.equals(that.filter) && Objects.equals(this.threshold, that.threshold)
				&& this.parameters.equals(that.parameters) && this.options.equals(that.options);
	}

	@Override
	public int hashCode() {
		return Objects.hash(Arrays.hashCode(this.vector), this.field, this.limit, this.offset, this.filter,
				this.threshold, this.parameters, this.options);
	}

}
