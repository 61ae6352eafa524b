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
 * What Milvus's functions can say of a property.
 */
abstract sealed class FunctionCondition permits Condition {

	private final Term term;

	/** Combines what is said with what was said before. */
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
	 * The text contains a text: {@code title like "%ab%"}; or the array, of a field or
	 * within JSON, an element: {@code array_contains(tags, "a")},
	 * {@code json_contains(meta["tags"], "a")}. A text is looked for in the text of a
	 * dynamic field, anything else in its array.
	 * @param part the text or element, taken literally
	 * @return the filter
	 */
	public Filter contains(Object part) {
		return said(new Predicate.Contains(this.term, Amount.ONE, List.of(required(part))));
	}

	/**
	 * The array contains all of some elements:
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
	 * The array contains all of some elements.
	 * @param parts the elements; without any, every row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter containsAll(Collection<?> parts) {
		return said(
				required(parts).isEmpty() ? Filter.all() : new Predicate.Contains(this.term, Amount.ALL, known(parts)));
	}

	/**
	 * The array contains any of some elements:
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
	 * The array contains any of some elements.
	 * @param parts the elements; without any, no row satisfies the filter
	 * @return the filter
	 * @throws IllegalArgumentException when one of the values is {@code null}
	 */
	public Filter containsAny(Collection<?> parts) {
		return said(required(parts).isEmpty() ? Filter.none()
				: new Predicate.Contains(this.term, Amount.ANY, known(parts)));
	}

	/**
	 * The analyzed text holds one of some words: {@code text_match(title, "some words")},
	 * on Milvus 2.5 and newer and on Milvus Lite.
	 * @param words the words, separated by spaces
	 * @return the filter
	 */
	public Filter matches(String words) {
		return call(Function.TEXT_MATCH, words);
	}

	/**
	 * The analyzed text holds at least so many of some words:
	 * {@code text_match(title, "some words", minimum_should_match=2)}, on Milvus 2.6 and
	 * newer.
	 * @param words the words, separated by spaces
	 * @param minimum how many of them, from 1 to 1000
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
	 * The analyzed text holds a phrase: {@code phrase_match(title, "some words")}, on
	 * Milvus 2.6 and newer.
	 * @param phrase the words in their order
	 * @return the filter
	 */
	public Filter matchesPhrase(String phrase) {
		return call(Function.PHRASE_MATCH, phrase);
	}

	/**
	 * The analyzed text holds a phrase, its words a little apart:
	 * {@code phrase_match(title, "some words", 1)}, on Milvus 2.6 and newer.
	 * @param phrase the words in their order
	 * @param slop how many moves of words are allowed
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
	 * The geometry lies in some way to another one:
	 * {@code st_within(area, "POLYGON (…)")}.
	 * @param relation how they lie
	 * @param wkt the other geometry as WKT: {@code POINT (1 2)}
	 * @return the filter
	 */
	public Filter spatial(SpatialRelation relation, String wkt) {
		return call(required(relation).function(), wkt);
	}

	/**
	 * The geometry is no farther than a distance from a point:
	 * {@code st_dwithin(area, "POINT (1 2)", 10.0)}, on Milvus 2.6 and newer (in metres)
	 * and on Milvus Lite (in the plane).
	 * @param wkt the point as WKT
	 * @param distance the largest distance
	 * @return the filter
	 * @throws IllegalArgumentException when the distance is negative or no number
	 */
	public Filter withinDistance(String wkt, double distance) {
		if (!(distance >= 0 && Double.isFinite(distance))) {
			throw new IllegalArgumentException("A distance is a number from 0: not " + distance);
		}
		return call(Function.ST_DWITHIN, wkt, distance);
	}

	/**
	 * The geometry is one: {@code st_isvalid(area)}, on Milvus 3.0 and newer and on
	 * Milvus Lite.
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
	 * An element of the array of structs satisfies a filter on sub-fields:
	 * {@code element_filter(chunks, $[page] > 1)}, on Milvus 3.0; searches then also tell
	 * which one. It cannot be negated or be part of an alternative: see
	 * {@link #anyElement}.
	 * @param filter what is said of the element's sub-fields
	 * @return the filter
	 */
	public Filter elements(Filter filter) {
		return elements(Quantity.FILTER, filter, 0);
	}

	/**
	 * An element of the array of structs satisfies a filter on sub-fields:
	 * {@code MATCH_ANY(chunks, $[page] > 1)}, on Milvus 3.0.
	 * @param filter what is said of an element's sub-fields
	 * @return the filter
	 */
	public Filter anyElement(Filter filter) {
		return elements(Quantity.ANY, filter, 0);
	}

	/**
	 * Every element of the array of structs satisfies a filter on sub-fields:
	 * {@code MATCH_ALL(chunks, $[page] > 1)}, on Milvus 3.0.
	 * @param filter what is said of an element's sub-fields
	 * @return the filter
	 */
	public Filter allElements(Filter filter) {
		return elements(Quantity.ALL, filter, 0);
	}

	/**
	 * At least so many elements of the array of structs satisfy a filter on sub-fields:
	 * {@code MATCH_LEAST(chunks, $[page] > 1, threshold=2)}, on Milvus 3.0.
	 * @param count how many
	 * @param filter what is said of an element's sub-fields
	 * @return the filter
	 */
	public Filter atLeast(int count, Filter filter) {
		return elements(Quantity.LEAST, filter, count);
	}

	/**
	 * At most so many elements of the array of structs satisfy a filter on sub-fields:
	 * {@code MATCH_MOST(chunks, $[page] > 1, threshold=2)}, on Milvus 3.0.
	 * @param count how many
	 * @param filter what is said of an element's sub-fields
	 * @return the filter
	 */
	public Filter atMost(int count, Filter filter) {
		return elements(Quantity.MOST, filter, count);
	}

	/**
	 * Exactly so many elements of the array of structs satisfy a filter on sub-fields:
	 * {@code MATCH_EXACT(chunks, $[page] > 1, threshold=2)}, on Milvus 3.0.
	 * @param count how many
	 * @param filter what is said of an element's sub-fields
	 * @return the filter
	 */
	public Filter exactly(int count, Filter filter) {
		return elements(Quantity.EXACT, filter, count);
	}

	private Filter elements(Quantity quantity, Filter filter, int count) {
		return said(new Predicate.Elements(quantity, this.term, required(filter), count));
	}

}
