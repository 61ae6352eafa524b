package io.github.milvusspring.data.convert;

import java.util.List;

import io.github.milvusspring.data.wire.column.ColumnSet;

/**
 * Converts rows to results: complete entities, parts of entities, or maps.
 *
 * @param <R> the type of a result
 */
public interface RowReader<R> {

	/**
	 * Returns the fields that the results need.
	 * @return the names of the fields
	 */
	List<String> outputFields();

	/**
	 * Creates results.
	 * @param columns a column per field; a missing column is read as null, zero or false
	 * @return a result for each row
	 * @throws org.springframework.dao.DataRetrievalFailureException when a row holds a
	 * value that its result cannot hold
	 */
	List<R> read(ColumnSet columns);

}
