package io.github.milvusspring.data.query;

import java.util.function.UnaryOperator;

import io.github.milvusspring.data.model.FilterFields;
import io.github.milvusspring.data.model.TextOrder;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a field stores its values.
 *
 * @param writer converts a value to its stored form
 * @param order how the values sort when they are stored as texts, {@code null} when that
 * depends on the type of each value
 */
record StoredForm(UnaryOperator<Object> writer, @Nullable TextOrder order) {

	static final StoredForm AS_GIVEN = new StoredForm(UnaryOperator.identity(), null);

	static StoredForm of(FilterFields fields, String property) {
		return new StoredForm((value) -> fields.toStored(property, value), fields.textOrder(property));
	}

}
