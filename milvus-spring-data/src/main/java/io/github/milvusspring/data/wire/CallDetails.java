package io.github.milvusspring.data.wire;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a request beside its {@link Operation}: neither vectors nor other
 * values of rows.
 *
 * @param partitions the partitions, empty when the request names none
 * @param filter the filter, {@code null} for a request without one
 * @param rows the number of rows that the request carries, 0 for none
 * @param parameters the parameters of a query or search, by their names in Milvus
 */
public record CallDetails(List<String> partitions, @Nullable String filter, int rows, Map<String, String> parameters) {

	/** The details of a request that names no more than its operation. */
	public static final CallDetails NONE = new CallDetails(List.of(), null, 0, Map.of());

}
