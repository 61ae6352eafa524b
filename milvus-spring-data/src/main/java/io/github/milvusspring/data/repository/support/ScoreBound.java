package io.github.milvusspring.data.repository.support;

import io.github.milvusspring.data.query.VectorQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;

/**
 * Limits how close the hits of a vector search must be, by a parameter of the method.
 *
 * @param parameter the parameter that holds a score or a range of scores, {@code null}
 * for no limit
 * @param needed whether the argument must not be {@code null}
 */
record ScoreBound(@Nullable MilvusParameter parameter, boolean needed) {

	static ScoreBound of(MilvusQueryMethod method, boolean needed) {
		QueryMethodParameters parameters = method.getParameters();
		return new ScoreBound(parameters.scores().isEmpty() ? null : parameters.scores().get(0), needed);
	}

	boolean isGiven() {
		return this.parameter != null;
	}

	static boolean isBounded(VectorQuery query) {
		return query.threshold() != null || query.range() != null;
	}

	@SuppressWarnings("unchecked")
	VectorQuery apply(VectorQuery query, QueryArguments arguments) {
		Object value = (this.parameter != null) ? arguments.value(this.parameter.getIndex()) : null;
		if (value instanceof Score score) {
			return query.withThreshold(score);
		}
		if (value instanceof Range<?> range) {
			return query.withRange((Range<? extends Score>) range);
		}
		if (this.needed) {
			throw new InvalidDataAccessApiUsageException("The score to search '" + query.field() + "' by is null");
		}
		return query;
	}

}
