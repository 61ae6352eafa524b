package io.github.milvusspring.data.query;

import io.github.milvusspring.data.query.Predicate.Operator;
import org.jspecify.annotations.Nullable;

/**
 * The position of a parameter in an expression, and how the expression uses its value.
 *
 * @param use what the value is used for
 * @param term the term that the value is compared with, {@code null} if that is not a
 * field
 * @param operator the operator of the comparison, {@code null} if there is none
 * @param negated whether the value is a list that must not contain the term
 * @param start where the comparison begins in the expression
 * @param end where the comparison ends, exclusive
 * @param alone whether the comparison is not part of a chain such as {@code 1 < x < :max}
 */
record ParameterContext(Use use, @Nullable Term term, @Nullable Operator operator, boolean negated, int start, int end,
		boolean alone) {

	/** What a value is used for. */
	enum Use {

		/** A field is compared with the value. */
		COMPARED,
		/** The value is a list that must contain a field. */
		IN,
		/** The value is an element of an array, or a list of elements. */
		CONTAINED,
		/** A number is divided by the value. */
		DIVISOR,
		/** Anything else. */
		OTHER

	}

}
