package io.github.milvusspring.data.query;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A full text search by BM25: it finds the rows whose texts match the words best, the
 * best first.
 */
public final class TextQuery extends SearchQuery<TextQuery> {

	private final String text;

	private final @Nullable String field;

	private final Map<String, Object> parameters;

	private TextQuery(String text, @Nullable String field, Map<String, Object> parameters, SearchSettings settings) {
		super(settings);
		this.text = text;
		this.field = field;
		this.parameters = Map.copyOf(parameters);
	}

	/**
	 * Returns the query for the ten rows that match best.
	 * @param text the words to look for
	 * @return the query
	 */
	public static TextQuery of(String text) {
		Assert.notNull(text, "Text must not be null");
		return new TextQuery(text, null, Map.of(), SearchSettings.DEFAULT);
	}

	/**
	 * Returns the words to look for.
	 * @return the text
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Returns the text property or field to search.
	 * @return the name, {@code null} for the only field with full text search
	 */
	public @Nullable String field() {
		return this.field;
	}

	/**
	 * Returns further search parameters of the index.
	 * @return the parameters by name, for example {@code drop_ratio_search}
	 */
	public Map<String, Object> parameters() {
		return this.parameters;
	}

	/**
	 * Returns a copy that searches a given field.
	 * @param field the text property or field
	 * @return the copy
	 */
	public TextQuery withField(String field) {
		Assert.notNull(field, "Field must not be null");
		return new TextQuery(this.text, field, this.parameters, settings());
	}

	/**
	 * Returns a copy with other search parameters.
	 * @param parameters search parameters of the index, for example
	 * {@code drop_ratio_search}
	 * @return the copy
	 */
	public TextQuery withParameters(Map<String, Object> parameters) {
		Assert.notNull(parameters, "Parameters must not be null");
		return new TextQuery(this.text, this.field, parameters, settings());
	}

	@Override
	TextQuery with(SearchSettings settings) {
		return new TextQuery(this.text, this.field, this.parameters, settings);
	}

	private @Nullable Object[] state() {
		return new @Nullable Object[] { this.text, this.field, this.parameters, settings() };
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof TextQuery that && Arrays.equals(state(), that.state());
	}

	@Override
	public int hashCode() {
		return Objects.hash(state());
	}

	@Override
	public String toString() {
		return "TextQuery" + Arrays.toString(state());
	}

}
