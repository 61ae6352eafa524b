package io.github.milvusspring.data.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.milvusspring.data.query.Predicate.Amount;
import io.github.milvusspring.data.query.Predicate.Function;
import io.github.milvusspring.data.query.Predicate.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Creates the filters on a property that test for contents, call functions of Milvus, or
 * test the elements of an array.
 */
abstract sealed class FunctionCondition permits Condition {

	private final Term term;

	/** Combines the condition with the filter that precedes it. */
	private final UnaryOperator<Filter> combination;

	FunctionCondition(Term term, UnaryOperator<Filter> combination) {
		this.term = term;
		this.combination = combination;
	}

	final Term term() {
		return this.term;
	}

	final UnaryOperator<Filter> combination() {
		return this.combination;
	}

	final Filter said(Filter filter) {
		return this.combination.apply(filter);
	}

	final <V> V required(@Nullable V value) {
		if (value == null) {
			throw new IllegalArgumentException(
					this + " is compared with null, which no row satisfies: use isNull() or isNotNull()");
		}
		return value;
	}

	final List<?> known(Collection<?> values) {
		required(values);
		for (Object value : values) {
			if (value == null) {
				throw new IllegalArgumentException(
						this + " is compared with a list that holds null: use isNull() or isNotNull()");
			}
		}
		return List.copyOf(values);
	}

	/**
	 * Tests whether the text contains another text: {@code title like "%ab%"}; or whether
	 * the array, of a field or within JSON, contains an element:
	 * {@code array_contains(tags, "a")}, {@code json_contains(meta["tags"], "a")}. For a
	 * dynamic field, a text is searched for in the field's text, any other value in its
	 * array.
	 * @param part the text or element, taken literally
	 * @return the filter
	 */
	public Filter contains(Object part) {
		return said(new Predicate.Contains(this.term, Amount.ONE, List.of(required(part))));
	}

	/**
	 * Tests whether the array contains all of some elements:
	 * {@code array_contains_all(tags, ["a", "b"])}, and {@code json_contains_all} within
	 * JSON.
	 * @param parts the elements; without any, every row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter containsAll(Object... parts) {
		return containsAll(Arrays.asList(required(parts)));
	}

	/**
	 * Tests whether the array contains all of some elements.
	 * @param parts the elements; without any, every row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter containsAll(Collection<?> parts) {
		return said(
				required(parts).isEmpty() ? Filter.all() : new Predicate.Contains(this.term, Amount.ALL, known(parts)));
	}

	/**
	 * Tests whether the array contains any of some elements:
	 * {@code array_contains_any(tags, ["a", "b"])}, and {@code json_contains_any} within
	 * JSON.
	 * @param parts the elements; without any, no row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter containsAny(Object... parts) {
		return containsAny(Arrays.asList(required(parts)));
	}

	/**
	 * Tests whether the array contains any of some elements.
	 * @param parts the elements; without any, no row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter containsAny(Collection<?> parts) {
		return said(required(parts).isEmpty() ? Filter.none()
				: new Predicate.Contains(this.term, Amount.ANY, known(parts)));
	}

	/**
	 * Tests whether the analyzed text contains at least one of some words:
	 * {@code text_match(title, "some words")}. Requires Milvus 2.5 or newer, or Milvus
	 * Lite.
	 * @param words the words, separated by spaces
	 * @return the filter
	 */
	public Filter matches(String words) {
		return call(Function.TEXT_MATCH, words);
	}

	/**
	 * Tests whether the analyzed text contains a minimum number of some words:
	 * {@code text_match(title, "some words", minimum_should_match=2)}. Requires Milvus
	 * 2.6 or newer.
	 * @param words the words, separated by spaces
	 * @param minimum the minimum number of words, from 1 to 1000
	 * @return the filter
	 * @throws IllegalArgumentException when the minimum is out of its range
	 */
	public Filter matches(String words, int minimum) {
		if (minimum < 1 || minimum > 1000) {
			throw new IllegalArgumentException("From 1 to 1000 words can be asked for: not " + minimum);
		}
		return call(Function.TEXT_MATCH, words, minimum);
	}

	/**
	 * Tests whether the analyzed text contains a phrase:
	 * {@code phrase_match(title, "some words")}. Requires Milvus 2.6 or newer.
	 * @param phrase the words in their order
	 * @return the filter
	 */
	public Filter matchesPhrase(String phrase) {
		return call(Function.PHRASE_MATCH, phrase);
	}

	/**
	 * Tests whether the analyzed text contains a phrase whose words may be a little
	 * apart: {@code phrase_match(title, "some words", 1)}. Requires Milvus 2.6 or newer.
	 * @param phrase the words in their order
	 * @param slop the maximum number of moves of words
	 * @return the filter
	 * @throws IllegalArgumentException when the slop is negative
	 */
	public Filter matchesPhrase(String phrase, int slop) {
		if (slop < 0) {
			throw new IllegalArgumentException("A slop cannot be negative: " + slop);
		}
		return call(Function.PHRASE_MATCH, phrase, slop);
	}

	/**
	 * Tests whether the geometry has a spatial relation to another one:
	 * {@code st_within(area, "POLYGON (…)")}.
	 * @param relation the relation
	 * @param wkt the other geometry as WKT, such as {@code POINT (1 2)}
	 * @return the filter
	 */
	public Filter spatial(SpatialRelation relation, String wkt) {
		return call(required(relation).function(), wkt);
	}

	/**
	 * Tests whether the geometry is within a distance from a point:
	 * {@code st_dwithin(area, "POINT (1 2)", 10.0)}. Requires Milvus 2.6 or newer, which
	 * measures in metres, or Milvus Lite, which measures in the plane.
	 * @param wkt the point as WKT
	 * @param distance the maximum distance
	 * @return the filter
	 * @throws IllegalArgumentException when the distance is negative, infinite or not a
	 * number
	 */
	public Filter withinDistance(String wkt, double distance) {
		if (!(distance >= 0 && Double.isFinite(distance))) {
			throw new IllegalArgumentException("A distance is a number from 0: not " + distance);
		}
		return call(Function.ST_DWITHIN, wkt, distance);
	}

	/**
	 * Tests whether the geometry is valid: {@code st_isvalid(area)}. Requires Milvus 3.0
	 * or newer, or Milvus Lite.
	 * @return the filter
	 */
	public Filter isValidGeometry() {
		return call(Function.ST_ISVALID);
	}

	private Filter call(Function function, Object... arguments) {
		Arrays.asList(arguments).forEach(this::required);
		return said(new Predicate.Call(function, this.term, List.of(arguments)));
	}

	/**
	 * Tests whether an element of the array of structs satisfies a filter on sub-fields:
	 * {@code element_filter(chunks, $[page] > 1)}, on Milvus 3.0. The hits of a search
	 * then also name that element. This filter cannot be negated or combined by
	 * {@code or}; {@link #anyElement} can.
	 * @param filter the filter on the element's sub-fields
	 * @return the filter
	 */
	public Filter elements(Filter filter) {
		return elements(Quantity.FILTER, filter, 0);
	}

	/**
	 * Tests whether an element of the array of structs satisfies a filter on sub-fields:
	 * {@code MATCH_ANY(chunks, $[page] > 1)}, on Milvus 3.0.
	 * @param filter the filter on an element's sub-fields
	 * @return the filter
	 */
	public Filter anyElement(Filter filter) {
		return elements(Quantity.ANY, filter, 0);
	}

	/**
	 * Tests whether every element of the array of structs satisfies a filter on
	 * sub-fields: {@code MATCH_ALL(chunks, $[page] > 1)}, on Milvus 3.0.
	 * @param filter the filter on an element's sub-fields
	 * @return the filter
	 */
	public Filter allElements(Filter filter) {
		return elements(Quantity.ALL, filter, 0);
	}

	/**
	 * Tests whether at least {@code count} elements of the array of structs satisfy a
	 * filter on sub-fields: {@code MATCH_LEAST(chunks, $[page] > 1, threshold=2)}, on
	 * Milvus 3.0.
	 * @param count the number of elements
	 * @param filter the filter on an element's sub-fields
	 * @return the filter
	 */
	public Filter atLeast(int count, Filter filter) {
		return elements(Quantity.LEAST, filter, count);
	}

	/**
	 * Tests whether at most {@code count} elements of the array of structs satisfy a
	 * filter on sub-fields: {@code MATCH_MOST(chunks, $[page] > 1, threshold=2)}, on
	 * Milvus 3.0.
	 * @param count the number of elements
	 * @param filter the filter on an element's sub-fields
	 * @return the filter
	 */
	public Filter atMost(int count, Filter filter) {
		return elements(Quantity.MOST, filter, count);
	}

	/**
	 * Tests whether exactly {@code count} elements of the array of structs satisfy a
	 * filter on sub-fields: {@code MATCH_EXACT(chunks, $[page] > 1, threshold=2)}, on
	 * Milvus 3.0.
	 * @param count the number of elements
	 * @param filter the filter on an element's sub-fields
	 * @return the filter
	 */
	public Filter exactly(int count, Filter filter) {
		return elements(Quantity.EXACT, filter, count);
	}

	private Filter elements(Quantity quantity, Filter filter, int count) {
		return said(new Predicate.Elements(quantity, this.term, required(filter), count));
	}

}
