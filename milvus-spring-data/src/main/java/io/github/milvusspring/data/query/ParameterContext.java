package io.github.milvusspring.data.query;

import io.github.milvusspring.data.query.Predicate.Operator;
import org.jspecify.annotations.Nullable;

/**
 * The place of a value in an expression, and what the expression does with the value.
 *
 * @param use what it is used for
 * @param term what it is compared with, {@code null} when that is no field
 * @param operator how the term is compared with it, {@code null} when it is not
 * @param negated whether it is a list that the term must not be in
 * @param start where the comparison begins in the expression
 * @param end where the comparison ends, exclusive
 * @param alone whether the comparison is no part of a chain such as {@code 1 < x < :max}
 */
record ParameterContext(Use use, @Nullable Term term, @Nullable Operator operator, boolean negated, int start, int end,
		boolean alone) {

	/** What a value is used for. */
	enum Use {

		/** A field is compared with it. */
		COMPARED,
		/** It is a list that a field is in. */
		IN,
		/** It is contained in an array, or a list of what is. */
		CONTAINED,
		/** Something is divided by it. */
		DIVISOR,
		/** Anything else. */
		OTHER

	}

}
