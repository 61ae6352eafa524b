package io.github.milvusspring.data.query;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.Vector;
import org.springframework.util.Assert;

/**
 * A vector search: it finds the rows whose vectors are closest to a given vector, the
 * closest first.
 */
public final class VectorQuery extends SearchQuery<VectorQuery> {

	/** The maximum number of rows that a search can return, including its offset. */
	public static final int LARGEST_WINDOW = 16_384;

	private final List<QueryVector> vectors;

	private final @Nullable String field;

	private final @Nullable Score threshold;

	private final @Nullable Range<? extends Score> range;

	private final Map<String, Object> parameters;

	private VectorQuery(List<QueryVector> vectors, @Nullable String field, @Nullable Score threshold,
			@Nullable Range<? extends Score> range, Map<String, Object> parameters, SearchSettings settings) {
		super(settings);
		this.vectors = List.copyOf(vectors);
		this.field = field;
		this.threshold = threshold;
		this.range = range;
		this.parameters = Map.copyOf(parameters);
	}

	/**
	 * Returns the query for the ten closest rows.
	 * @param vector the vector to look for
	 * @return the query
	 */
	public static VectorQuery of(float... vector) {
		Assert.notNull(vector, "Vector must not be null");
		return of(QueryVector.of(vector));
	}

	/**
	 * Returns the query for the ten closest rows.
	 * @param vector the vector to look for
	 * @return the query
	 */
	public static VectorQuery of(Vector vector) {
		Assert.notNull(vector, "Vector must not be null");
		return of(QueryVector.of(vector));
	}

	/**
	 * Returns the query for the ten closest rows to each of some vectors.
	 * @param vectors the vectors to look for, of one kind
	 * @return the query
	 */
	public static VectorQuery of(QueryVector... vectors) {
		Assert.notNull(vectors, "Vectors must not be null");
		return ofAll(List.of(vectors));
	}

	/**
	 * Returns the query for the ten closest rows to each of some vectors.
	 * @param vectors the vectors to look for, of one kind; without any, the search finds
	 * nothing
	 * @return the query
	 */
	public static VectorQuery ofAll(List<? extends QueryVector> vectors) {
		Assert.notNull(vectors, "Vectors must not be null");
		return new VectorQuery(List.copyOf(vectors), null, null, null, Map.of(), SearchSettings.DEFAULT);
	}

	/**
	 * Returns the query for the ten rows that are closest to the vector of a text.
	 * @param text the text, which the application or the server turns into a vector
	 * @return the query
	 */
	public static VectorQuery ofText(String text) {
		Assert.notNull(text, "Text must not be null");
		return of(QueryVector.text(text));
	}

	/**
	 * Returns the vectors to look for.
	 * @return the vectors
	 */
	public List<QueryVector> vectors() {
		return this.vectors;
	}

	/**
	 * Returns the property or field to search.
	 * @return the name, {@code null} for the only vector field
	 */
	public @Nullable String field() {
		return this.field;
	}

	/**
	 * Returns how close a row must be.
	 * @return a {@code Similarity} from 0 to 1, or a {@code Score} in the unit of the
	 * metric; {@code null} for any
	 */
	public @Nullable Score threshold() {
		return this.threshold;
	}

	/**
	 * Returns the range in which the score of a row must be.
	 * @return the range, {@code null} for any score
	 */
	public @Nullable Range<? extends Score> range() {
		return this.range;
	}

	/**
	 * Returns further search parameters of the index.
	 * @return the parameters by name, for example {@code ef}
	 */
	public Map<String, Object> parameters() {
		return this.parameters;
	}

	/**
	 * Returns a copy that searches a given field.
	 * @param field the vector property or field
	 * @return the copy
	 */
	public VectorQuery withField(String field) {
		Assert.notNull(field, "Field must not be null");
		return new VectorQuery(this.vectors, field, this.threshold, this.range, this.parameters, settings());
	}

	/**
	 * Returns a copy that looks for other vectors.
	 * @param vectors the vectors, of one kind
	 * @return the copy
	 */
	public VectorQuery withVectors(List<? extends QueryVector> vectors) {
		Assert.notNull(vectors, "Vectors must not be null");
		return new VectorQuery(List.copyOf(vectors), this.field, this.threshold, this.range, this.parameters,
				settings());
	}

	/**
	 * Returns a copy that leaves out rows that are not close enough.
	 * @param threshold the minimum {@code Similarity}, or the {@code Score} of the
	 * farthest row to return
	 * @return the copy
	 */
	public VectorQuery withThreshold(Score threshold) {
		Assert.notNull(threshold, "Threshold must not be null");
		return new VectorQuery(this.vectors, this.field, threshold, this.range, this.parameters, settings());
	}

	/**
	 * Returns a copy that leaves out rows whose scores are not in a range.
	 * @param range the range of {@code Similarity} or {@code Score}
	 * @return the copy
	 */
	public VectorQuery withRange(Range<? extends Score> range) {
		Assert.notNull(range, "Range must not be null");
		return new VectorQuery(this.vectors, this.field, this.threshold, range, this.parameters, settings());
	}

	/**
	 * Returns a copy with other search parameters.
	 * @param parameters search parameters of the index, for example {@code ef}
	 * @return the copy
	 */
	public VectorQuery withParameters(Map<String, Object> parameters) {
		Assert.notNull(parameters, "Parameters must not be null");
		return new VectorQuery(this.vectors, this.field, this.threshold, this.range, parameters, settings());
	}

	@Override
	VectorQuery with(SearchSettings settings) {
		return new VectorQuery(this.vectors, this.field, this.threshold, this.range, this.parameters, settings);
	}

	private @Nullable Object[] state() {
		return new @Nullable Object[] { this.vectors, this.field, this.threshold, this.range, this.parameters,
				settings() };
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof VectorQuery that && Arrays.equals(state(), that.state());
	}

	@Override
	public int hashCode() {
		return Objects.hash(state());
	}

	@Override
	public String toString() {
		return "VectorQuery" + Arrays.toString(state());
	}

}
