package io.github.milvusspring.data.core;

/**
 * Reads and writes the rows of any collection as maps, as pymilvus does: a row is a map
 * from the name of a field to its value, for example {@code Map.of("id", 1, "vector", new
 * float[] { 0.1f, 0.2f })}.
 *
 * <p>
 * A vector may be a {@code float[]}, {@code double[]}, {@code List<Number>} or Spring
 * Data's {@code Vector}. All methods throw {@code DataAccessException}s. If a row does
 * not fit the collection, nothing is written.
 */
public interface RowOperations extends RowWriteOperations, RowReadOperations {

	/**
	 * Returns the asynchronous variant of these operations.
	 * @return operations that return futures
	 */
	AsyncRowOperations async();

}
