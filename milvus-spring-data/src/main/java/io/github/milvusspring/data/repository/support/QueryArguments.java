package io.github.milvusspring.data.repository.support;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.query.ParametersParameterAccessor;

/**
 * The arguments of one call of a query method. Its iterator returns the arguments for the
 * parts of the method's name and leaves out scores and ranges of scores.
 */
final class QueryArguments extends ParametersParameterAccessor {

	private final QueryMethodParameters parameters;

	QueryArguments(QueryMethodParameters parameters, @Nullable Object[] values) {
		super(parameters, values);
		this.parameters = parameters;
		for (MilvusParameter parameter : parameters) {
			check(parameter, values[parameter.getIndex()]);
		}
	}

	// Without this check, a null setting or a limit of 0 would read every row, or none.
	private static void check(MilvusParameter parameter, @Nullable Object value) {
		if (value == null && parameter.isRequiredSetting()) {
			throw new InvalidDataAccessApiUsageException("The " + parameter.getType().getSimpleName()
					+ " of a query is null: pass one, or leave the parameter out of the method");
		}
		if (value instanceof Limit limit && limit.isLimited() && limit.max() < 1) {
			throw new InvalidDataAccessApiUsageException("The Limit of a query is " + limit.max()
					+ ", and a query returns at least one row: pass Limit.of(1) or more, or Limit.unlimited()");
		}
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
