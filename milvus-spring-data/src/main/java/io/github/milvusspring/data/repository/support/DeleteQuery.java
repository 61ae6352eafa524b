package io.github.milvusspring.data.repository.support;

import java.util.List;
import java.util.function.ToLongFunction;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.write.WriteOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.IncorrectResultSizeDataAccessException;

/**
 * Executes a repository method that deletes rows. It returns nothing, the number of rows,
 * the rows themselves, or whether there were any.
 */
final class DeleteQuery extends FilteredQuery {

	private final boolean rows;

	DeleteQuery(MilvusQueryMethod method, MilvusOperations operations, MilvusPersistentEntity<?> entity,
			RowFilter filter) {
		super(method, operations, entity, filter);
		Class<?> element = shape().element();
		boolean plain = shape().container() == ReturnShape.Container.ONE
				|| shape().container() == ReturnShape.Container.LIST;
		this.rows = plain && !shape().scored() && element != Object.class && element.isAssignableFrom(type());
		Class<?> single = single();
		boolean other = single == Void.class || single == void.class || single == Long.class || single == Integer.class
				|| single == Boolean.class;
		if (!this.rows && !other) {
			throw method.refused("deletes rows and returns " + returned()
					+ ": return void, long or int for their number, boolean for whether there were any, or "
					+ type().getSimpleName() + ", an Optional or a List of it for the rows themselves");
		}
	}

	@Override
	@Nullable Object execute(FilterQuery query, QueryArguments arguments) {
		if (this.rows) {
			return (shape().container() == ReturnShape.Container.ONE) ? deleteOne(query) : deleteAll(query);
		}
		Class<?> single = single();
		// The server may not know how many rows a delete by filter removes, so a query
		// checks first whether there are any.
		boolean existed = single == Boolean.class && operations().exists(query.filter(), type(), query.options());
		long count = inPartitions(query, (options) -> operations().delete(query.filter(), type(), options));
		if (single == Boolean.class) {
			return existed;
		}
		return (single == Integer.class) ? (Object) Math.toIntExact(count)
				: (single == Long.class) ? (Object) count : null;
	}

	private @Nullable Object deleteOne(FilterQuery query) {
		List<?> found = operations().query(query.withLimit(2), type());
		if (found.size() > 1) {
			throw new IncorrectResultSizeDataAccessException(
					method() + " found more than one row, and deleted none: return a List", 1);
		}
		deleteKeys(query, found);
		return found.isEmpty() ? null : found.get(0);
	}

	private List<?> deleteAll(FilterQuery query) {
		List<?> found = operations().query(query, type());
		deleteKeys(query, found);
		return found;
	}

	private void deleteKeys(FilterQuery query, List<?> found) {
		List<?> keys = found.stream()
			.map((row) -> entity().getIdentifierAccessor(row).getRequiredIdentifier())
			.toList();
		inPartitions(query, (options) -> operations().deleteAllById(keys, type(), options));
	}

	private static long inPartitions(FilterQuery query, ToLongFunction<WriteOptions> delete) {
		List<String> partitions = query.options().partitions();
		return partitions.isEmpty() ? delete.applyAsLong(WriteOptions.DEFAULT)
				: partitions.stream().map(WriteOptions::inPartition).mapToLong(delete).sum();
	}

}
