package io.github.milvusspring.data.repository.support;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;

import io.github.milvusspring.data.query.Condition;
import io.github.milvusspring.data.query.Filter;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.query.ParameterAccessor;
import org.springframework.data.repository.query.parser.AbstractQueryCreator;
import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.PartTree;
import org.springframework.util.ObjectUtils;

/**
 * Creates a filter from the parts of a method's name and the arguments of a call.
 */
final class FilterCreator extends AbstractQueryCreator<Filter, Filter> {

	FilterCreator(PartTree tree, ParameterAccessor arguments) {
		super(tree, arguments);
	}

	@Override
	protected Filter create(Part part, Iterator<Object> arguments) {
		String property = part.getProperty().getSegment();
		Condition condition = Filter.where(property);
		return switch (part.getType()) {
			case SIMPLE_PROPERTY -> condition.is(arguments.next());
			case NEGATING_SIMPLE_PROPERTY -> condition.isNot(arguments.next());
			case LESS_THAN, BEFORE -> condition.lt(required(property, arguments));
			case LESS_THAN_EQUAL -> condition.lte(required(property, arguments));
			case GREATER_THAN, AFTER -> condition.gt(required(property, arguments));
			case GREATER_THAN_EQUAL -> condition.gte(required(property, arguments));
			case BETWEEN -> condition.between(required(property, arguments), required(property, arguments));
			case IN -> condition.in(values(property, arguments));
			case NOT_IN -> condition.notIn(values(property, arguments));
			case STARTING_WITH -> condition.startsWith(text(property, arguments));
			case ENDING_WITH -> condition.endsWith(text(property, arguments));
			case CONTAINING -> condition.contains(required(property, arguments));
			case NOT_CONTAINING -> condition.contains(required(property, arguments)).not();
			case IS_NULL -> condition.isNull();
			case IS_NOT_NULL -> condition.isNotNull();
			case TRUE -> condition.is(true);
			case FALSE -> condition.is(false);
			case NEAR, WITHIN -> {
				// The vector belongs to the search, not to the filter.
				arguments.next();
				yield Filter.all();
			}
			default -> throw new IllegalArgumentException(DerivedQueryRules.unsupported(part));
		};
	}

	private static Object required(String property, Iterator<Object> arguments) {
		Object value = arguments.next();
		if (value == null) {
			throw new InvalidDataAccessApiUsageException(
					"The argument for '" + property + "' is null: only equality can ask for null");
		}
		return value;
	}

	private static String text(String property, Iterator<Object> arguments) {
		return required(property, arguments).toString();
	}

	private static Collection<?> values(String property, Iterator<Object> arguments) {
		Object value = required(property, arguments);
		if (value instanceof Collection<?> collection) {
			return collection;
		}
		return Arrays.asList(value.getClass().isArray() ? ObjectUtils.toObjectArray(value) : new Object[] { value });
	}

	@Override
	protected Filter and(Part part, Filter base, Iterator<Object> arguments) {
		return base.and(create(part, arguments));
	}

	@Override
	protected Filter or(Filter base, Filter criteria) {
		return base.or(criteria);
	}

	@Override
	protected Filter complete(@Nullable Filter filter, Sort sort) {
		Paging.requireUnsorted(sort);
		return (filter != null) ? filter : Filter.all();
	}

}
