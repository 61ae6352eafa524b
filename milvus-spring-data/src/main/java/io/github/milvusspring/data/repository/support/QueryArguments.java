package io.github.milvusspring.data.repository.support;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.query.ParametersParameterAccessor;

/**
 * The arguments of a call, those for the parts of the method's name apart from the score.
 */
final class QueryArguments extends ParametersParameterAccessor {

	private final MilvusParameters parameters;

	QueryArguments(MilvusParameters parameters, @Nullable Object[] values) {
		super(parameters, values);
		this.parameters = parameters;
	}

	@Override
	@SuppressWarnings("NullAway")
	public Iterator<Object> iterator() {
		List<Object> values = new ArrayList<>();
		for (MilvusParameter parameter : this.parameters.getBindableParameters()) {
			if (!parameter.isScoreOrRange()) {
				values.add(getValue(parameter.getIndex()));
			}
		}
		return values.iterator();
	}

	@Nullable Object value(int index) {
		return getValues()[index];
	}

	@Nullable Object[] all() {
		return getValues();
	}

}
