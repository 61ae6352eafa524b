package io.github.milvusspring.data.repository.support;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;
import org.springframework.data.repository.query.Parameter;
import org.springframework.data.repository.query.Parameters;
import org.springframework.data.repository.query.ParametersParameterAccessor;

/**
 * The arguments of a call, those for the parts of the method's name apart from the score.
 */
final class QueryArguments extends ParametersParameterAccessor {

	QueryArguments(Parameters<?, ?> parameters, @Nullable Object[] values) {
		super(parameters, values);
	}

	static boolean isScore(Parameter parameter) {
		return Score.class.isAssignableFrom(parameter.getType()) || Range.class.isAssignableFrom(parameter.getType());
	}

	@Override
	@SuppressWarnings("NullAway")
	public Iterator<Object> iterator() {
		List<Object> values = new ArrayList<>();
		for (Parameter parameter : getParameters().getBindableParameters()) {
			if (!isScore(parameter)) {
				values.add(getValue(parameter.getIndex()));
			}
		}
		return values.iterator();
	}

	/**
	 * The vector to search for: a {@code Vector} or a {@code float[]}.
	 */
	float @Nullable [] vector() {
		if (getVector() != null) {
			return getVector().toFloatArray();
		}
		for (Object value : getValues()) {
			if (value instanceof float[] vector) {
				return vector;
			}
		}
		return null;
	}

}
