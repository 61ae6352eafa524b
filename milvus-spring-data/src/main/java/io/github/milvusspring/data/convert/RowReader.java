package io.github.milvusspring.data.convert;

import java.util.List;

import io.github.milvusspring.data.wire.column.ColumnSet;

/**
 * Makes results of rows: whole entities, parts of them, or maps.
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
	 * Makes results.
	 * @param columns a column per field; a missing one leaves null, zero or false
	 * @return a result for each row
	 * @throws org.springframework.dao.DataRetrievalFailureException when a row holds what
	 * its result cannot
	 */
	List<R> read(ColumnSet columns);

}
